import { describe, expect, it } from '@jest/globals';
import { factTypeNames } from '../codebook.ts';
import {
  boolean,
  code,
  type Field,
  type FieldOptions,
  integer,
  inverse,
  languageName,
  link,
  longText,
  manyOf,
  number,
  oneOf,
  point,
  text,
  uncertainDate,
  url,
} from '../field.ts';
import { newDeskId, newId } from '../identifier.ts';
import { valueList } from '../value-list.ts';
import { paragraphs, valueSchema } from './value-schema.ts';

const list = valueList('Colour', 'A colour.', {
  RED: ['Red', 'As blood.'],
  GREEN: ['Green', 'As grass.'],
  BLUE: ['Blue', 'As the sky.'],
});
const required: FieldOptions = { required: true };
const back = inverse('backs', 'Backs', 'The way back.');
const linkTo = (target: string): Field => link(target, 'Link', 'A link.', { inverse: back });

/** What is read from a value, or the sentences against it. */
function read(field: Field, value: unknown): { value: unknown } | { refused: string[] } {
  const { success, data, error } = valueSchema(field).safeParse(value);
  if (success) return { value: data };
  return { refused: error.issues.map(({ path, message }) => [...path, message].join(' ')) };
}
function refuses(field: Field, value: unknown, why: string | RegExp): void {
  expect(read(field, value)).toEqual({
    refused: expect.arrayContaining([typeof why === 'string' ? why : expect.stringMatching(why)]),
  });
}
function takes(field: Field, value: unknown, as: unknown = value): void {
  expect(read(field, value)).toEqual({ value: as });
}
/** Text of one line, and what may be said of it in paragraphs too. */
const line = text('Text', 'A text.');
const prose = longText('Prose', 'A text of many lines.');
const empty = 'is empty; leave the field out to record nothing';

describe.each([line, prose])('a text ($kind)', (field) => {
  it.each([
    'x',
    'Irаn',
    '😀',
    'Z̷̢̛a̸l̵g̶o',
    'سلام\u200cدنیا',
    "' OR 1=1--",
    '<img src=x onerror=alert(1)>',
    '=HYPERLINK("x")',
    '__proto__',
    '%_',
    '../../etc/passwd',
  ])('is kept as it is: %p', (value) => {
    takes(field, value);
  });

  it('is kept with its marks of direction, which are part of what was written', () => {
    takes(field, 'abc\u202edef');
  });

  it('is kept without the space around it', () => {
    takes(field, '  two  words \u00a0', 'two  words');
    takes(field, '\ufeffwith a mark of byte order', 'with a mark of byte order');
  });

  it('is kept in NFC, so that the same words are the same text', () => {
    takes(field, 'cafe\u0301', 'café');
  });

  it.each(['', ' ', '\n\t', '\u00a0\u3000', '\u200b', '\u2060\ufeff', '\u202e\u2066', '\u00ad', '\u3164'])(
    'that shows nothing is refused: %j',
    (value) => {
      refuses(field, value, empty);
    },
  );

  it.each(['a\u0000b', 'a\u0007b', '\u001b[31mred', 'a\u0085b', 'a\u007fb'])(
    'with a control character is refused: %j',
    (value) => {
      refuses(field, value, 'has a control character');
    },
  );

  it.each(['\ud800', 'a\udc00', '\ud83d \ude00', '\ude00\ud83d'])(
    'with half of a surrogate pair is refused: %j',
    (value) => {
      refuses(field, value, 'has half of a surrogate pair, which is no character');
    },
  );

  it.each([0, true, [], {}, ['a'], new Date(0), undefined])('that is no text is refused: %p', (value) => {
    refuses(field, value, 'must be a text');
  });

  it('of a megabyte is refused', () => {
    refuses(field, 'x'.repeat(1_000_000), /^is longer than [\d,]+ characters$/);
  });
});

describe('a text of one line', () => {
  it('has no second line and no tab', () => {
    for (const value of ['a\nb', 'a\r\nb', 'a\tb']) refuses(line, value, 'has a control character');
  });

  it('has at most 600 characters, counted as they are kept', () => {
    takes(line, 'x'.repeat(600));
    takes(line, ` ${'x'.repeat(600)} `, 'x'.repeat(600));
    takes(line, 'e\u0301'.repeat(600), 'é'.repeat(600));
    refuses(line, 'x'.repeat(601), 'is longer than 600 characters');
  });
});

describe('paragraphs of text', () => {
  it('have lines and tabs, with one kind of line end', () => {
    takes(prose, 'one\r\ntwo\rthree\n\tfour', 'one\ntwo\nthree\n\tfour');
  });

  it('have at most 50,000 characters', () => {
    takes(prose, 'x'.repeat(50_000));
    refuses(prose, 'x'.repeat(50_001), 'is longer than 50,000 characters');
  });

  it('may be asked for elsewhere, with a limit of their own', () => {
    expect(paragraphs(3).parse('a\r\nb')).toBe('a\nb');
    expect(paragraphs(3).safeParse('a\r\nbc').error?.issues).toMatchObject([
      { message: 'is longer than 3 characters' },
    ]);
  });
});

describe('a code', () => {
  it('is kept as a string, zeros and all', () => {
    takes(code('Code', 'A code.'), '076');
    refuses(code('Code', 'A code.'), 76, 'must be a text');
  });

  it('has the form of its field', () => {
    const isbn = code('Hash', 'A hash.', { pattern: /^[0-9a-f]{4}$/ });
    takes(isbn, '00ff');
    for (const value of ['00FF', '00f', '00fff', 'x00ff', '00ff\n00ff'])
      expect(read(isbn, value)).toHaveProperty('refused');
    refuses(isbn, '00FF', 'is not of the form of a Hash');
  });

  it('has at most 200 characters', () => {
    takes(code('Code', 'A code.'), 'x'.repeat(200));
    refuses(code('Code', 'A code.'), 'x'.repeat(201), 'is longer than 200 characters');
  });
});

describe('a web address', () => {
  const field = url('Address', 'An address.');
  const wrong = 'is not a web address that begins with http:// or https://';

  it.each([
    'http://example.org',
    'https://example.org/a%20b?c=d&e=f#g',
    'https://xn--e1afmkfd.xn--p1ai/',
    'https://пример.рф/путь',
    'http://127.0.0.1:8080/',
  ])('is kept as it is: %s', (value) => {
    takes(field, value);
  });

  it.each([
    ...[
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'data:text/html,<script>',
      'file:///etc/passwd',
      'ftp://example.org',
      'mailto:a@example.org',
    ],
    ...[
      'example.org',
      '//example.org',
      '/path',
      'https://',
      'https:',
      'http://exa mple.org',
      'http://[::1',
      'https://example.org:99999',
    ],
    ...[
      'http:example.org',
      'http:/example.org',
      'http:\\\\example.org',
      'HTTP://example.org',
      'view-source:https://example.org',
    ],
  ])('has the form that everybody reads alike: %s has not', (value) => {
    refuses(field, value, wrong);
  });

  it.each([
    'https://user@example.org',
    'https://user:secret@example.org',
    'https://:secret@example.org',
    'https://example.org@evil.example',
  ])('holds no name and no password: %s', (value) => {
    refuses(field, value, wrong);
  });

  it('has at most 2,048 characters', () => {
    const address = (length: number) => `https://example.org/${'x'.repeat(length - 20)}`;
    takes(field, address(2_048));
    refuses(field, address(2_049), 'is longer than 2,048 characters');
    refuses(field, address(3_000), 'is longer than 2,048 characters');
  });
});

describe('a whole number', () => {
  const field = integer('Count', 'A count.');

  it.each([0, -1, 7, 2 ** 31 - 1, -(2 ** 31 - 1)])('is kept: %d', (value) => {
    takes(field, value);
  });

  it.each([2 ** 31, -(2 ** 31), 2 ** 53 + 1, JSON.parse('1e309'), JSON.parse('-1e309'), Number.NaN, 0.5])(
    'that the database cannot hold is refused: %d',
    (value) => {
      expect(read(field, value)).toHaveProperty('refused');
    },
  );

  it.each(['1', true, [], [1], {}, 1n])('that is no number is refused: %p', (value) => {
    refuses(field, value, 'must be a whole number');
  });

  it('is within the limits of its field, which it may reach', () => {
    const graded = integer('Grade', 'A grade.', { min: 1, max: 6 });
    for (const value of [1, 6]) takes(graded, value);
    for (const value of [0, -1]) refuses(graded, value, 'is below 1');
    for (const value of [7, 2 ** 31]) refuses(graded, value, 'is above 6');
  });
});

describe('a number', () => {
  const field = number('Score', 'A score.');

  it.each([0, -10, 2.5, 1e300, Number.MIN_VALUE])('is kept: %d', (value) => {
    takes(field, value);
  });

  it.each([JSON.parse('1e309'), JSON.parse('-1e309'), Number.NaN, '1', null, []])(
    'that is none, or has no end, is refused: %p',
    (value) => {
      refuses(number('Score', 'A score.', required), value, 'must be a number');
    },
  );

  it('is within the limits of its field, which it may reach', () => {
    const scale = number('Score', 'A score.', { min: -10, max: 10 });
    for (const value of [-10, 9.99, 10]) takes(scale, value);
    refuses(scale, -10.01, 'is below -10');
    refuses(scale, 10.01, 'is above 10');
  });
});

describe('yes or no', () => {
  const field = boolean('Secret', 'Whether it was secret.');

  it('is true or false, and nothing that is like them', () => {
    for (const value of [true, false]) takes(field, value);
    for (const value of ['true', 'yes', 1, 0, '', [], {}]) refuses(field, value, 'must be true or false');
  });
});

describe('one of a list', () => {
  const field = oneOf(list, 'Colour', 'A colour.');

  it('is a value of the list, spelled as in the list', () => {
    takes(field, 'GREEN');
    for (const value of ['green', 'Green', 'GREEN ', 'PINK', '', 'constructor', '__proto__', 1, ['GREEN'], {}])
      refuses(field, value, 'is not one of RED, GREEN, BLUE');
  });

  it('needs a list: a field without one is a bug', () => {
    expect(() => valueSchema({ kind: 'oneOf', label: 'Colour', description: 'A colour.' })).toThrow(
      /has no value list/,
    );
  });
});

describe('any of a list', () => {
  const field = manyOf(list, 'Colours', 'Colours.');

  it('are values of the list, kept in its order whatever the order in which they come', () => {
    takes(field, ['BLUE']);
    takes(field, ['BLUE', 'RED', 'GREEN'], ['RED', 'GREEN', 'BLUE']);
  });

  it('are each there once', () => {
    refuses(field, ['RED', 'BLUE', 'RED'], 'has a value twice');
    refuses(field, Array(1_001).fill('RED'), 'has a value twice');
  });

  it('are at least one', () => {
    refuses(field, [], 'is an empty list; leave the field out to record nothing');
  });

  it('are all of the list', () => {
    refuses(field, ['RED', 'PINK'], '1 has a value that is not one of RED, GREEN, BLUE');
    refuses(field, [null], '0 has a value that is not one of RED, GREEN, BLUE');
    for (const value of ['RED', 'RED,BLUE', { 0: 'RED' }, 7]) refuses(field, value, 'must be a list');
  });
});

describe('a link', () => {
  it.each(factTypeNames)('to any fact may be to a %s', (type) => {
    takes(linkTo('Fact'), newId(type));
    takes(linkTo(type), newId(type));
  });

  it('is to a fact of the type or interface of its field', () => {
    takes(linkTo('Actor'), newId('Organization'));
    refuses(linkTo('Actor'), newId('Person'), 'is not the id of a Actor');
    takes(linkTo('Agent'), newId('Person'));
    refuses(linkTo('State'), newId('Organization'), 'is not the id of a State');
  });

  it('is an id, and of a fact', () => {
    for (const value of ['', 'st_', newId('Citation'), newDeskId('operation'), `${newId('State')} `, '__proto__'])
      refuses(linkTo('Fact'), value, 'is not the id of a Fact');
    for (const value of [7, {}, [newId('State')]]) refuses(linkTo('Fact'), value, 'must be an id');
  });
});

describe('an uncertain date', () => {
  const field = uncertainDate('Date', 'A date.');

  it('is EDTF, with what it rests on and a note', () => {
    takes(field, { edtf: '2019-09-02' });
    takes(
      field,
      { edtf: '2018/..', basis: 'INFERRED', note: ' from the context ' },
      { edtf: '2018/..', basis: 'INFERRED', note: 'from the context' },
    );
  });

  it('is kept in one spelling', () => {
    takes(field, { edtf: ' ~2019 ' }, { edtf: '2019~' });
    takes(field, { edtf: '19' }, { edtf: '19XX' });
  });

  it.each([
    '2019-02-30',
    '2019-13-01',
    '0000-00-00',
    '0000',
    '-0044',
    '+275760-09-14',
    '2020/2019',
    'last autumn',
    '02/09/2019',
    '',
    ' ',
    '2019\u0000',
    '\ud800',
    'x'.repeat(1_000_000),
  ])('that cannot be is refused, at its EDTF: %.20j', (edtf) => {
    refuses(field, { edtf }, /^edtf ./);
  });

  it('is an object of these parts and no others', () => {
    for (const value of ['2019', 2019, [], ['2019'], true])
      refuses(field, value, 'must be a date: { edtf, basis, note }');
    for (const value of [{}, { edtf: 2019 }, { edtf: null }]) refuses(field, value, 'edtf must be an EDTF date');
    expect(read(field, { edtf: '2019', earliest: '2018-01-01' })).toHaveProperty('refused');
    expect(read(field, { edtf: '2019', basis: 'GUESSED' })).toHaveProperty('refused');
    refuses(field, { edtf: '2019', note: '' }, `note ${empty}`);
  });
});

describe('a name', () => {
  const field = languageName('Name', 'A name.');

  it('is a text and its language', () => {
    for (const language of ['en', 'fa', 'sr-Latn', 'zh-Hant-TW', 'ber']) takes(field, { text: 'ایران', language });
    takes(field, { text: ' Ira\u0301n ', language: 'es' }, { text: 'Irán', language: 'es' });
  });

  it.each(['', 'E', 'EN', 'english', 'en_GB', 'en-', 'sr-L', 'e'.repeat(36), '<b>'])(
    'is in a language that is a BCP 47 tag: %p is none',
    (language) => {
      expect(read(field, { text: 'Iran', language })).toHaveProperty('refused');
    },
  );

  it('says where it is wrong', () => {
    refuses(field, { text: '', language: 'en' }, `text ${empty}`);
    refuses(field, { text: 'Iran' }, 'language must be a text');
    for (const value of ['Iran', ['Iran', 'en'], 7]) refuses(field, value, 'must be a name: { text, language }');
    expect(read(field, { text: 'Iran', language: 'en', script: 'Latn' })).toHaveProperty('refused');
  });
});

describe('a point', () => {
  const field = point('Position', 'A point.');

  it('is a latitude and a longitude, to the poles and the date line', () => {
    for (const [latitude, longitude] of [
      [0, 0],
      [90, 180],
      [-90, -180],
      [35.6892, 51.389],
    ])
      takes(field, { latitude, longitude });
  });

  it('lies on the earth', () => {
    refuses(field, { latitude: 90.1, longitude: 0 }, 'latitude is above 90');
    refuses(field, { latitude: -91, longitude: 0 }, 'latitude is below -90');
    refuses(field, { latitude: 0, longitude: 180.1 }, 'longitude is above 180');
    refuses(field, { latitude: 0, longitude: -181 }, 'longitude is below -180');
    refuses(field, { latitude: Number.NaN, longitude: 0 }, 'latitude must be a number');
    refuses(field, { latitude: JSON.parse('1e309'), longitude: 0 }, /^latitude /);
  });

  it('has both, as numbers, and nothing else', () => {
    refuses(field, { latitude: 0 }, 'longitude must be a number');
    refuses(field, { latitude: '0', longitude: 0 }, 'latitude must be a number');
    for (const value of [[0, 0], '0,0', 0]) refuses(field, value, 'must be a point: { latitude, longitude }');
    expect(read(field, { latitude: 0, longitude: 0, altitude: 0 })).toHaveProperty('refused');
  });
});

describe('a field that is not required', () => {
  it('is cleared by null, and may be said to be unknown or none', () => {
    for (const value of [null, { absent: 'UNKNOWN' }, { absent: 'NONE' }]) takes(line, value);
  });

  it('is absent for one of two reasons, and says nothing beside', () => {
    for (const absent of ['LOST', 'unknown', '', null, 7]) refuses(line, { absent }, 'absent must be UNKNOWN or NONE');
    expect(read(line, { absent: 'NONE', value: 'x' })).toHaveProperty('refused');
    refuses(line, undefined, 'must be a text');
  });
});

describe('a field that is required', () => {
  it('is neither cleared nor absent', () => {
    const name = text('Name', 'A name.', required);
    takes(name, 'Iran');
    for (const value of [null, undefined, { absent: 'UNKNOWN' }, { absent: 'NONE' }])
      refuses(name, value, 'must be a text');
  });
});
