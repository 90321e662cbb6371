import {
  concreteTypesOf,
  type Field,
  type FieldKind,
  type FieldValue,
  factTypeNames,
  fieldsOf,
  newDeskId,
  newId,
  typeNames,
  type Values,
  valuesOf,
} from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { operationKinds } from './operation.ts';
import { parseOperation, parseValues } from './parse-operation.ts';
import { anyEditingSession } from './testing/editing-session.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from './testing/operations.ts';

const fact = newId('Agreement');
const claim = newId('Claim');
const citation = newId('Citation');

/** Returns the messages of the problems for which an operation is refused; an empty list if it is accepted. */
function refusal(input: unknown): string[] {
  const outcome = parseOperation(input);
  if (outcome.ok) return [];
  for (const { code, severity } of outcome.problems) expect([code, severity]).toEqual(['known-values', 'error']);
  return outcome.problems.map(({ message }) => message);
}
const read = (input: unknown) => {
  const outcome = parseOperation(input);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join('\n'));
  return outcome.value;
};
/** Parses values and returns them with the reported problems as `notes`, each a pair of field and message. */
function parseAndNote(
  type: Parameters<typeof parseValues>[0],
  values: unknown,
): { values: Values; notes: [string | undefined, string][] } {
  const notes: [string | undefined, string][] = [];
  return { values: parseValues(type, values, (field, message) => notes.push([field, message])), notes };
}

const samples: Record<FieldKind, (field: Field) => FieldValue> = {
  text: () => 'Tehran, Иран',
  longText: () => 'One line.\nAnother.',
  code: ({ pattern }) =>
    ['076', 'en', '10.1000/182', 'a'.repeat(64), 'COW_IGO'].find((code) => !pattern || pattern.test(code)) ?? '',
  url: () => 'https://example.org/a?b=c#d',
  integer: ({ min }) => min ?? 0,
  number: () => -2.5,
  boolean: () => false,
  oneOf: ({ list }) => (list ? (valuesOf(list).at(-1) ?? '') : ''),
  manyOf: ({ list }) => (list ? valuesOf(list).slice(0, 2) : []),
  link: ({ target = '' }) => newId(concreteTypesOf(target).at(-1) ?? 'State'),
  uncertainDate: () => ({ edtf: '2019-09~', basis: 'INFERRED', note: 'from the context' }),
  name: () => ({ text: 'تهران', language: 'fa' }),
  point: () => ({ latitude: 35.7, longitude: 51.4 }),
};

describe('parseValues, for every field of every type', () => {
  const hostile: unknown[] = [
    ...[
      '',
      ' ',
      '\u200b',
      '\u2060\ufeff',
      '\u202e',
      'x',
      'x'.repeat(10_000),
      'x'.repeat(1_000_000),
      'é'.repeat(200_000),
    ],
    ...[
      'a\u0000b',
      '\ud800',
      'a\udc00b',
      'a\u0007b',
      '\u001b[31m',
      'a\tb',
      'a\r\nb',
      '\u0085',
      'Irаn',
      'e\u0301',
      'a\u202eb',
      '😀',
      'Z̷̢̛a̸l̵g̶o',
    ],
    ...[
      '<img src=x onerror=alert(1)>',
      "' OR 1=1--",
      '%_',
      '(a+)+$',
      '& | ! <-> :*',
      '{{7*7}} \u0024{7*7}',
      '=HYPERLINK("x")',
      '../../etc/passwd',
    ],
    ...[
      '__proto__',
      'constructor',
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://a:b@example.org/',
      'http:example.org',
      'https://',
    ],
    ...[
      '2019-02-30',
      '2019-13-01',
      '0000-00-00',
      '-0044',
      '+275760-09-14',
      '2019-09~',
      '[2018,2019]',
      '../2019',
      '2019-XX',
    ].flatMap((edtf) => [edtf, { edtf }]),
    ...[-1, 0, 0.5, 2 ** 31, 2 ** 53 + 1, JSON.parse('1e309'), Number.NaN, '1', true, false, null, undefined],
    ...[
      [],
      [[]],
      ['AIR', 'AIR'],
      ['NO_SUCH'],
      Array(1_001).fill('AIR'),
      {},
      { edtf: 2019 },
      { edtf: '2019', min: '2018' },
      { text: 'x' },
    ],
    ...[
      { absent: 'UNKNOWN' },
      { absent: 'LOST' },
      { absent: 'NONE', why: 'x' },
      { latitude: 91, longitude: 0 },
      { latitude: 0 },
      () => 1,
      Symbol('x'),
      1n,
      new Date(0),
    ],
    ...[
      newId('State'),
      newId('Source'),
      'st_',
      `st_${'8'.repeat(26)}`,
      `${newId('State')}\n`,
      newId('State').toUpperCase(),
      newDeskId('operation'),
    ],
  ];

  it.each(typeNames)('returns a valid value unchanged: %s', (type) => {
    for (const [name, field] of Object.entries(fieldsOf(type))) {
      const value = samples[field.kind](field);
      expect(parseAndNote(type, { [name]: value })).toEqual({ values: { [name]: value }, notes: [] });
    }
  });

  it.each(typeNames)('refuses a hostile value in a sentence, or parses it to a stable value: %s', (type) => {
    for (const [name, field] of Object.entries(fieldsOf(type))) {
      for (const value of hostile) {
        const { values, notes } = parseAndNote(type, { [name]: value });
        if (notes.length === 0) {
          // An accepted value can be stored: it has no NUL or lone surrogate, and parsing it again returns the same
          // value.
          const stored = JSON.stringify(values);
          expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/);
          expect(parseAndNote(type, JSON.parse(stored))).toEqual({ values, notes: [] });
        } else {
          expect(values).toEqual({});
          for (const [at, message] of notes) {
            expect(at).toBe(name);
            expect(message.startsWith(field.label)).toBe(true);
            expect(message.endsWith('.')).toBe(true);
          }
        }
      }
    }
  });

  it.each(typeNames)('accepts null unless the field is required, and always in a base: %s', (type) => {
    for (const [name, { required = false }] of Object.entries(fieldsOf(type))) {
      expect(parseAndNote(type, { [name]: null }).notes.length > 0).toBe(required);
      const notes: string[] = [];
      expect(parseValues(type, { [name]: null }, (_, message) => notes.push(message), 'base')).toEqual({
        [name]: null,
      });
      expect(notes).toEqual([]);
    }
  });

  it.each(typeNames)('accepts an absence unless the field is required: %s', (type) => {
    for (const [name, { required = false }] of Object.entries(fieldsOf(type)))
      for (const absent of ['UNKNOWN', 'NONE'])
        expect(parseAndNote(type, { [name]: { absent } }).notes.length > 0).toBe(required);
  });
});

describe('parseValues, for field names', () => {
  it('refuses names that are not fields of the type, including properties of every object', () => {
    const values = JSON.parse(
      '{"__proto__": "x", "constructor": "x", "toString": "x", "Title": "x", "": "x", "id": "x"}',
    );
    const { notes } = parseAndNote('Agreement', values);
    expect(notes.map(([name]) => name)).toEqual(['__proto__', 'constructor', 'toString', 'Title', '', 'id']);
    expect(notes[0]).toEqual([
      '__proto__',
      'Agreement has no field “__proto__”. Correct the name, or leave the field out.',
    ]);
  });

  it('accepts the common fields for every fact, but not for a citation', () => {
    for (const type of factTypeNames)
      expect(parseAndNote(type, { evidenceStatus: 'DISPUTED', note: 'A doubt.' }).notes).toEqual([]);
    expect(parseAndNote('Citation', { evidenceStatus: 'DISPUTED' }).notes).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['a text', 'title'],
    ['null', null],
    ['nothing', undefined],
  ])('refuses values that are %s', (_, values) => {
    expect(parseAndNote('State', values)).toEqual({
      values: {},
      notes: [[undefined, '“values” must be an object with field names as keys.']],
    });
  });
});

describe('parseOperation', () => {
  it('returns a stored operation of any kind unchanged', () => {
    fc.assert(
      fc.property(anyEditingSession, ({ operations }) => {
        for (const operation of operations) expect(read(JSON.parse(JSON.stringify(operation)))).toEqual(operation);
      }),
      { numRuns: 60 },
    );
  });

  it('takes the type from the id of the fact, not from the input', () => {
    expect(read({ ...retire(fact), type: 'State' })).toMatchObject({ type: 'Agreement' });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'create'],
    ['a list', []],
    ['an empty object', {}],
  ])('refuses %s as malformed', (_, input) => {
    expect(refusal(input).length).toBeGreaterThan(0);
    for (const message of refusal(input)) expect(message).toMatch(/^The operation is malformed at .*\.$/);
  });

  it.each<[string, unknown]>([
    ['of no kind', undefined],
    ['of an unknown kind', 'combine'],
    ['of a kind that every object has', 'constructor'],
  ])('refuses an operation %s as malformed', (_, kind) => {
    expect(refusal({ ...retire(fact), kind })).toEqual([expect.stringMatching(/malformed at kind/)]);
  });

  it.each([undefined, '', 'op', newId('State'), newDeskId('changeset'), `${newDeskId('operation')} `, 7])(
    'refuses the operation id %p',
    (id) => {
      expect(refusal({ ...retire(fact), id })).toEqual([expect.stringMatching(/malformed at id/)]);
    },
  );

  it.each([
    undefined,
    '',
    'agr',
    citation,
    newDeskId('operation'),
    fact.toUpperCase(),
    `${fact}0`,
    '__proto__',
    { fact },
  ])('refuses the fact id %p', (about) => {
    expect(refusal({ ...retire(fact), fact: about })).toEqual([expect.stringMatching(/malformed at fact/)]);
  });

  it('names each part that is not an object', () => {
    expect(refusal({ ...update(fact, {}, {}), set: 'title', base: [] })).toEqual([
      '“set” must be an object with field names as keys.',
      '“base” must be an object with field names as keys.',
    ]);
  });

  it('reports all problems at once, each with its field, fact and operation', () => {
    const operation = {
      ...update(fact, { nonsense: 1 }, { title: '', status: 'HALF', adopted: { edtf: '2019-02-30' } }),
      waivers: { title: 'x', weight: 'known to all' },
    };
    const outcome = parseOperation(operation);
    const problems = outcome.ok ? [] : outcome.problems;
    expect(new Set(problems.map(({ field }) => field))).toEqual(
      new Set(['nonsense', 'title', 'status', 'adopted', 'weight']),
    );
    for (const problem of problems) expect(problem).toMatchObject({ fact, operation: operation.id });
    expect(problems.filter(({ field }) => field === 'title')).toHaveLength(2);
  });

  it('reports malformed parts and invalid values together', () => {
    const operation = { ...create('State', { name: '' }), batch: { id: 'bat', line: -1 } };
    expect(refusal(operation)).toEqual([
      expect.stringMatching(/malformed at batch\.id/),
      expect.stringMatching(/malformed at batch\.line/),
      expect.stringMatching(/^Name has no visible characters/),
    ]);
  });

  it('does not change its input', () => {
    const input = Object.freeze({ ...create('State', Object.freeze({ name: ' Utopia ' })) });
    expect(read(input)).toMatchObject({ values: { name: 'Utopia' } });
    expect(input.values).toEqual({ name: ' Utopia ' });
  });

  it('accepts missing fields, because a draft may be incomplete', () => {
    for (const type of factTypeNames) expect(refusal(create(type, {}))).toEqual([]);
    expect(refusal({ ...cite(fact), values: {} })).toEqual([]);
    expect(refusal(update(fact, {}, {}))).toEqual([]);
  });

  it.each(operationKinds.filter((kind) => kind !== 'retire'))('refuses the kind %s without its parts', (kind) => {
    expect(refusal({ id: newDeskId('operation'), kind, fact: newId('Dispute') }).length).toBeGreaterThan(0);
  });
});

describe('parseOperation, for the parts of an operation', () => {
  it('refuses a dispute without the id of a dispute', () => {
    expect(refusal(dispute({}, newId('Dispute')))).toEqual([]);
    expect(refusal({ ...dispute({}), fact })).toEqual([
      'The new fact of a dispute has an id of another type. Use an id of the type Dispute.',
    ]);
  });

  it('accepts batch lines within the integer range of the database', () => {
    const id = newId('ImportBatch');
    const at = (line: unknown) => refusal({ ...create('State', {}), batch: { id, line } });
    for (const line of [0, 1, 2 ** 31 - 1]) expect(at(line)).toEqual([]);
    for (const line of [-1, 0.5, 2 ** 31, 2 ** 53 + 1, JSON.parse('1e309'), Number.NaN, '1', null])
      expect(at(line)).not.toEqual([]);
    expect(refusal({ ...create('State', {}), batch: { id: newId('State'), line: 1 } })).toHaveLength(1);
    expect(refusal({ ...create('State', {}), batch: { id, line: 1, file: 'x' } })).toHaveLength(1);
  });

  it('accepts only the id of a fact as the redirect of a retirement', () => {
    expect(refusal(retire(fact, { redirectTo: newId('Agreement') }))).toEqual([]);
    for (const redirectTo of ['', citation, null, 7]) expect(refusal({ ...retire(fact), redirectTo })).toHaveLength(1);
  });

  it('requires the id of a citation, and sets the cited fact from the operation', () => {
    expect(read(cite(fact, { fact: newId('State') }))).toMatchObject({ values: { fact } });
    for (const operation of [cite(fact), uncite(fact, citation)])
      for (const id of [undefined, '', fact, 7]) expect(refusal({ ...operation, citation: id })).toHaveLength(1);
  });

  it('requires the cited field to be a field of the fact', () => {
    expect(refusal(cite(fact, { field: 'depositary' }))).toEqual([]);
    expect(refusal(cite(newId('State'), { field: 'depositary' }))).toEqual([
      'State has no field “depositary”. Correct the name, or leave the field out.',
    ]);
    expect(refusal(cite(fact, { field: 'constructor' }))).toEqual([
      'Agreement has no field “constructor”. Correct the name, or leave the field out.',
    ]);
  });

  it('requires a claim, a field and a reason for each adopted claim', () => {
    const adopting = (adopted: unknown) => refusal({ ...adopt(fact, {}, {}, {}), adopted });
    expect(adopting({ title: { claim, reason: 'the better source' } })).toEqual([]);
    expect(adopting({ title: { claim: fact, reason: 'the better source' } })).toEqual([
      'The adopted claim for Title (claim) is not the id of a claim.',
    ]);
    expect(adopting({ title: { claim, reason: ' ' } })[0]).toMatch(/^The adopted claim for Title \(reason\) /);
    expect(adopting({ title: { claim } })).toHaveLength(1);
    expect(adopting({ title: { claim, reason: 'the better source', by: 'me' } })).toHaveLength(1);
    expect(adopting({ weight: { claim, reason: 'the better source' } })).toEqual([
      'Agreement has no field “weight”. Correct the name, or leave the field out.',
    ]);
    expect(adopting({ '*': { claim, reason: 'the better source' } })).toEqual([
      'Agreement has no field “*”. Correct the name, or leave the field out.',
    ]);
    expect(adopting(undefined)).toEqual(['“adopted” must be an object with field names as keys.']);
  });

  it('requires the complete state in a restoration', () => {
    const row = (rest = {}) => ({ id: citation, values: {}, ...rest });
    const restoring = (state: unknown) => refusal({ ...restore(fact, {}), state });
    expect(restoring({ values: {}, citations: [row()] })).toEqual([]);
    for (const state of [
      undefined,
      null,
      {},
      { values: {} },
      { values: {}, citations: {} },
      { values: {}, citations: [row({ id: 'x' })] },
    ])
      expect(restoring(state).length).toBeGreaterThan(0);
    expect(restoring({ values: { title: '' }, citations: [row({ values: { stance: 'DOUBTS' } })] })).toHaveLength(2);
    expect(restoring({ values: {}, citations: [], label: 'x' })).toHaveLength(1);
  });
});

describe('parseOperation, for reasons', () => {
  const waiving = (waivers: unknown) => ({ ...update(fact, {}, {}), waivers });

  it('accepts waivers for a field or for the whole fact', () => {
    const waivers = { title: 'known to all', '*': 'an old record' };
    expect(read(waiving(waivers))).toMatchObject({ waivers });
    expect(read(waiving({ title: 'OCR' }))).toMatchObject({ waivers: { title: 'OCR' } });
    expect(read(waiving(undefined))).not.toHaveProperty('waivers');
    expect(refusal({ ...create('State', {}), waivers: { '*': 'x' } })).toHaveLength(1);
    expect(refusal({ ...uncite(fact, citation), waivers: { '*': 'x' } })).toHaveLength(1);
  });

  it('refuses waivers for names that are not fields, including properties of every object', () => {
    for (const name of ['weight', '__proto__', 'constructor', ''])
      expect(refusal(waiving(JSON.parse(`{${JSON.stringify(name)}: "known to all"}`)))).toEqual([
        `Agreement has no field “${name}”. Correct the name, or leave the field out.`,
      ]);
  });

  it.each<[string, unknown]>([
    ['a list', ['known to all']],
    ['a text', 'known to all'],
    ['null', null],
  ])('refuses waivers that are %s', (_, waivers) => {
    expect(refusal(waiving(waivers))).toEqual(['“waivers” must be an object with field names as keys.']);
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['spaces', '     '],
    ['zero-width spaces', '\u200b\u200b\u200b\u200b'],
    ['a letter or two', 'ok'],
    ['NUL', 'known\u0000to all'],
    ['half of a surrogate pair', 'known to all \ud800'],
    ['a control character', 'known\u0007to all'],
    ['more than 2,000 characters', 'x'.repeat(2_001)],
    ['a megabyte', 'x'.repeat(1_000_000)],
    ['a number', 7],
    ['a list', ['known', 'to', 'all']],
    ['null', null],
  ])('refuses %s as the reason of a waiver, an adoption or a retirement', (_, reason) => {
    const [first] = refusal(waiving({ title: reason }));
    expect(first).toMatch(/^The waiver for Title .*\.$/);
    expect(refusal({ ...adopt(fact, {}, {}, {}), adopted: { title: { claim, reason } } }).length).toBeGreaterThan(0);
    expect(refusal({ ...retire(fact), reason }).length).toBeGreaterThan(0);
  });

  it('normalizes reasons like all texts: trimmed, in NFC, with LF line ends', () => {
    expect(read({ ...retire(fact), reason: '  de\u0301ja\u0300 vu\r\nagain ' })).toMatchObject({
      reason: 'déjà vu\nagain',
    });
    expect(read(waiving({ title: '  known to all ' }))).toMatchObject({ waivers: { title: 'known to all' } });
  });
});
