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
import { paragraphsSchema, valueSchema } from './value-schema.ts';

const list = valueList('Color', 'A color.', {
  RED: ['Red', 'The color red.'],
  GREEN: ['Green', 'The color green.'],
  BLUE: ['Blue', 'The color blue.'],
});
const required: FieldOptions = { required: true };
const inverseLink = inverse('inverses', 'Inverses', 'The inverse.');
const linkTo = (target: string): Field => link(target, 'Link', 'A link.', { inverse: inverseLink });

/** Returns the parsed value, or the messages with which it is refused, each after the path of the invalid part. */
function parse(field: Field, value: unknown): { value: unknown } | { refused: string[] } {
  const { success, data, error } = valueSchema(field).safeParse(value);
  if (success) return { value: data };
  return { refused: error.issues.map(({ path, message }) => [...path, message].join(' ')) };
}
function refuses(field: Field, value: unknown, message: string | RegExp): void {
  expect(parse(field, value)).toEqual({
    refused: expect.arrayContaining([typeof message === 'string' ? message : expect.stringMatching(message)]),
  });
}
function accepts(field: Field, value: unknown, as: unknown = value): void {
  expect(parse(field, value)).toEqual({ value: as });
}
const line = text('Text', 'A text.');
const prose = longText('Prose', 'A text of many lines.');
const empty = 'has no visible characters; enter a text, or leave the field out if it is optional';
const controlCharacter = {
  text: 'contains a line break, tab or other control character; remove it',
  longText: 'contains a control character; remove it',
};

describe.each([line, prose])('text ($kind)', (field) => {
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
  ])('accepts %p unchanged', (value) => {
    accepts(field, value);
  });

  it('keeps direction marks, which are part of the text', () => {
    accepts(field, 'abc\u202edef');
  });

  it('trims spaces', () => {
    accepts(field, '  two  words \u00a0', 'two  words');
    accepts(field, '\ufeffwith a mark of byte order', 'with a mark of byte order');
  });

  it('normalizes to NFC', () => {
    accepts(field, 'cafe\u0301', 'café');
  });

  it.each(['', ' ', '\n\t', '\u00a0\u3000', '\u200b', '\u2060\ufeff', '\u202e\u2066', '\u00ad', '\u3164'])(
    'refuses a text without visible characters: %j',
    (value) => {
      refuses(field, value, empty);
    },
  );

  it.each(['a\u0000b', 'a\u0007b', '\u001b[31mred', 'a\u0085b', 'a\u007fb'])(
    'refuses a control character: %j',
    (value) => {
      refuses(field, value, controlCharacter[field === line ? 'text' : 'longText']);
    },
  );

  it.each(['\ud800', 'a\udc00', '\ud83d \ude00', '\ude00\ud83d'])('refuses an unpaired surrogate: %j', (value) => {
    refuses(field, value, 'contains an unpaired surrogate, which is not a valid character; remove it');
  });

  it.each([0, true, [], {}, ['a'], new Date(0), undefined])('refuses %p, which is not text', (value) => {
    refuses(field, value, 'must be text');
  });

  it('refuses a megabyte of text', () => {
    refuses(field, 'x'.repeat(1_000_000), /^is longer than [\d,]+ characters; shorten it$/);
  });
});

describe('text of one line', () => {
  it('refuses line breaks and tabs', () => {
    for (const value of ['a\nb', 'a\r\nb', 'a\tb']) refuses(line, value, controlCharacter.text);
  });

  it('accepts at most 600 characters, counted after normalization', () => {
    accepts(line, 'x'.repeat(600));
    accepts(line, ` ${'x'.repeat(600)} `, 'x'.repeat(600));
    accepts(line, 'e\u0301'.repeat(600), 'é'.repeat(600));
    refuses(line, 'x'.repeat(601), 'is longer than 600 characters; shorten it');
  });
});

describe('paragraphs of text', () => {
  it('accept line breaks and tabs, and normalize line ends', () => {
    accepts(prose, 'one\r\ntwo\rthree\n\tfour', 'one\ntwo\nthree\n\tfour');
  });

  it('accept at most 50,000 characters', () => {
    accepts(prose, 'x'.repeat(50_000));
    refuses(prose, 'x'.repeat(50_001), 'is longer than 50,000 characters; shorten it');
  });

  it('can be parsed with another limit', () => {
    expect(paragraphsSchema(3).parse('a\r\nb')).toBe('a\nb');
    expect(paragraphsSchema(3).safeParse('a\r\nbc').error?.issues).toMatchObject([
      { message: 'is longer than 3 characters; shorten it' },
    ]);
  });
});

describe('a code', () => {
  it('is a string with its leading zeros', () => {
    accepts(code('Code', 'A code.'), '076');
    refuses(code('Code', 'A code.'), 76, 'must be text');
  });

  it('matches the pattern of its field', () => {
    const hash = code('Hash', 'A hash.', { pattern: /^[0-9a-f]{4}$/ });
    accepts(hash, '00ff');
    for (const value of ['00FF', '00f', '00fff', 'x00ff', '00ff\n00ff'])
      expect(parse(hash, value)).toHaveProperty('refused');
    refuses(hash, '00FF', 'does not match the pattern of the field Hash: ^[0-9a-f]{4}$');
  });

  it('has at most 200 characters', () => {
    accepts(code('Code', 'A code.'), 'x'.repeat(200));
    refuses(code('Code', 'A code.'), 'x'.repeat(201), 'is longer than 200 characters; shorten it');
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
  ])('accepts %s unchanged', (value) => {
    accepts(field, value);
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
  ])('refuses %s, which software interprets differently', (value) => {
    refuses(field, value, wrong);
  });

  it.each([
    'https://user@example.org',
    'https://user:secret@example.org',
    'https://:secret@example.org',
    'https://example.org@evil.example',
  ])('refuses a user name or password: %s', (value) => {
    refuses(field, value, 'contains a user name or password; remove it');
  });

  it('has at most 2,048 characters', () => {
    const address = (length: number) => `https://example.org/${'x'.repeat(length - 20)}`;
    accepts(field, address(2_048));
    refuses(field, address(2_049), 'is longer than 2,048 characters; shorten it');
    refuses(field, address(3_000), 'is longer than 2,048 characters; shorten it');
  });
});

describe('a whole number', () => {
  const field = integer('Count', 'A count.');

  it.each([0, -1, 7, 2 ** 31 - 1, -(2 ** 31 - 1)])('accepts %d', (value) => {
    accepts(field, value);
  });

  it.each([2 ** 31, -(2 ** 31), 2 ** 53 + 1, JSON.parse('1e309'), JSON.parse('-1e309'), Number.NaN, 0.5])(
    'refuses %d, which the database cannot store',
    (value) => {
      expect(parse(field, value)).toHaveProperty('refused');
    },
  );

  it.each(['1', true, [], [1], {}, 1n])('refuses %p, which is not a number', (value) => {
    refuses(field, value, 'must be a whole number');
  });

  it('must be within the inclusive limits of its field', () => {
    const graded = integer('Grade', 'A grade.', { min: 1, max: 6 });
    for (const value of [1, 6]) accepts(graded, value);
    for (const value of [0, -1]) refuses(graded, value, 'is below 1');
    for (const value of [7, 2 ** 31]) refuses(graded, value, 'is above 6');
  });
});

describe('a number', () => {
  const field = number('Score', 'A score.');

  it.each([0, -10, 2.5, 1e300, Number.MIN_VALUE])('accepts %d', (value) => {
    accepts(field, value);
  });

  it.each([JSON.parse('1e309'), JSON.parse('-1e309'), Number.NaN, '1', null, []])(
    'refuses %p, which is not a finite number',
    (value) => {
      refuses(number('Score', 'A score.', required), value, 'must be a number');
    },
  );

  it('must be within the inclusive limits of its field', () => {
    const scale = number('Score', 'A score.', { min: -10, max: 10 });
    for (const value of [-10, 9.99, 10]) accepts(scale, value);
    refuses(scale, -10.01, 'is below -10');
    refuses(scale, 10.01, 'is above 10');
  });
});

describe('a boolean', () => {
  const field = boolean('Secret', 'Whether it was secret.');

  it('accepts only true and false', () => {
    for (const value of [true, false]) accepts(field, value);
    for (const value of ['true', 'yes', 1, 0, '', [], {}]) refuses(field, value, 'must be true or false');
  });
});

describe('one value of a list', () => {
  const field = oneOf(list, 'Color', 'A color.');

  it('must be spelled as in the list', () => {
    accepts(field, 'GREEN');
    for (const value of ['green', 'Green', 'GREEN ', 'PINK', '', 'constructor', '__proto__', 1, ['GREEN'], {}])
      refuses(field, value, 'is not one of RED, GREEN, BLUE');
  });

  it('throws for a field without a list', () => {
    expect(() => valueSchema({ kind: 'oneOf', label: 'Color', description: 'A color.' })).toThrow(/has no value list/);
  });
});

describe('several values of a list', () => {
  const field = manyOf(list, 'Colors', 'Colors.');

  it('are sorted in the order of the list', () => {
    accepts(field, ['BLUE']);
    accepts(field, ['BLUE', 'RED', 'GREEN'], ['RED', 'GREEN', 'BLUE']);
  });

  it('must not be repeated', () => {
    refuses(field, ['RED', 'BLUE', 'RED'], 'contains the same value twice; give each value once');
    refuses(field, Array(1_001).fill('RED'), 'contains the same value twice; give each value once');
  });

  it('must not be empty', () => {
    refuses(field, [], 'is an empty list; add a value, or leave the field out if it is optional');
  });

  it('must all be in the list', () => {
    refuses(field, ['RED', 'PINK'], '1 contains a value that is not one of RED, GREEN, BLUE');
    refuses(field, [null], '0 contains a value that is not one of RED, GREEN, BLUE');
    for (const value of ['RED', 'RED,BLUE', { 0: 'RED' }, 7]) refuses(field, value, 'must be a list');
  });
});

describe('a link', () => {
  it.each(factTypeNames)('accepts a %s as a fact', (type) => {
    accepts(linkTo('Fact'), newId(type));
    accepts(linkTo(type), newId(type));
  });

  it('accepts only the type or interface of its field', () => {
    accepts(linkTo('Actor'), newId('Organization'));
    refuses(linkTo('Actor'), newId('Person'), 'is not an id of the type State or Organization');
    accepts(linkTo('Agent'), newId('Person'));
    refuses(linkTo('State'), newId('Organization'), 'is not an id of the type State');
  });

  it('accepts only the id of a fact', () => {
    for (const value of ['', 'st_', newId('Citation'), newDeskId('operation'), `${newId('State')} `, '__proto__'])
      refuses(linkTo('Fact'), value, 'is not an id of a fact');
    for (const value of [7, {}, [newId('State')]]) refuses(linkTo('Fact'), value, 'must be an id');
  });
});

describe('an uncertain date', () => {
  const field = uncertainDate('Date', 'A date.');

  it('has EDTF, a basis and a note', () => {
    accepts(field, { edtf: '2019-09-02' });
    accepts(
      field,
      { edtf: '2018/..', basis: 'INFERRED', note: ' from the context ' },
      { edtf: '2018/..', basis: 'INFERRED', note: 'from the context' },
    );
  });

  it('is stored in canonical form', () => {
    accepts(field, { edtf: ' ~2019 ' }, { edtf: '2019~' });
    accepts(field, { edtf: '19' }, { edtf: '19XX' });
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
  ])('reports an invalid date at its EDTF: %.20j', (edtf) => {
    refuses(field, { edtf }, /^edtf ./);
  });

  it('accepts only these parts', () => {
    for (const value of ['2019', 2019, [], ['2019'], true])
      refuses(field, value, 'must be a date: { edtf, basis, note }');
    for (const value of [{}, { edtf: 2019 }, { edtf: null }]) refuses(field, value, 'edtf must be an EDTF date');
    expect(parse(field, { edtf: '2019', earliest: '2018-01-01' })).toHaveProperty('refused');
    expect(parse(field, { edtf: '2019', basis: 'GUESSED' })).toHaveProperty('refused');
    refuses(field, { edtf: '2019', note: '' }, `note ${empty}`);
  });
});

describe('a name', () => {
  const field = languageName('Name', 'A name.');

  it('has a text and a language', () => {
    for (const language of ['en', 'fa', 'sr-Latn', 'zh-Hant-TW', 'ber']) accepts(field, { text: 'ایران', language });
    accepts(field, { text: ' Ira\u0301n ', language: 'es' }, { text: 'Irán', language: 'es' });
  });

  it.each(['', 'E', 'EN', 'english', 'en_GB', 'en-', 'sr-L', 'e'.repeat(36), '<b>'])(
    'refuses the language %p, which is not a BCP 47 tag',
    (language) => {
      expect(parse(field, { text: 'Iran', language })).toHaveProperty('refused');
    },
  );

  it('reports which part is invalid', () => {
    refuses(field, { text: '', language: 'en' }, `text ${empty}`);
    refuses(field, { text: 'Iran' }, 'language must be text');
    for (const value of ['Iran', ['Iran', 'en'], 7]) refuses(field, value, 'must be a name: { text, language }');
    expect(parse(field, { text: 'Iran', language: 'en', script: 'Latn' })).toHaveProperty('refused');
  });
});

describe('a point', () => {
  const field = point('Position', 'A point.');

  it('has a latitude and a longitude, including the poles and the date line', () => {
    for (const [latitude, longitude] of [
      [0, 0],
      [90, 180],
      [-90, -180],
      [35.6892, 51.389],
    ])
      accepts(field, { latitude, longitude });
  });

  it('refuses coordinates outside the earth', () => {
    refuses(field, { latitude: 90.1, longitude: 0 }, 'latitude is above 90');
    refuses(field, { latitude: -91, longitude: 0 }, 'latitude is below -90');
    refuses(field, { latitude: 0, longitude: 180.1 }, 'longitude is above 180');
    refuses(field, { latitude: 0, longitude: -181 }, 'longitude is below -180');
    refuses(field, { latitude: Number.NaN, longitude: 0 }, 'latitude must be a number');
    refuses(field, { latitude: JSON.parse('1e309'), longitude: 0 }, /^latitude /);
  });

  it('must have both coordinates as numbers and nothing else', () => {
    refuses(field, { latitude: 0 }, 'longitude must be a number');
    refuses(field, { latitude: '0', longitude: 0 }, 'latitude must be a number');
    for (const value of [[0, 0], '0,0', 0]) refuses(field, value, 'must be a point: { latitude, longitude }');
    expect(parse(field, { latitude: 0, longitude: 0, altitude: 0 })).toHaveProperty('refused');
  });
});

describe('an optional field', () => {
  it('accepts null and the absences UNKNOWN and NONE', () => {
    for (const value of [null, { absent: 'UNKNOWN' }, { absent: 'NONE' }]) accepts(line, value);
  });

  it('refuses other absences and other parts', () => {
    for (const absent of ['LOST', 'unknown', '', null, 7]) refuses(line, { absent }, 'absent must be UNKNOWN or NONE');
    expect(parse(line, { absent: 'NONE', value: 'x' })).toHaveProperty('refused');
    refuses(line, undefined, 'must be text');
  });
});

describe('a required field', () => {
  it('refuses null and absences', () => {
    const name = text('Name', 'A name.', required);
    accepts(name, 'Iran');
    for (const value of [null, undefined, { absent: 'UNKNOWN' }, { absent: 'NONE' }])
      refuses(name, value, 'must be text');
  });
});
