// Tables as editors have them: several values in a cell, dates in several forms, texts for empty cells.
import { describe, expect, it } from '@jest/globals';
import { planImport } from '../matching/plan-import.ts';
import type { PlannedRow } from '../matching/planned.ts';
import { stableDeskId } from '../stable-id.ts';
import { fileOf, readSource } from '../testing/read-source.ts';
import { recordChecker } from '../testing/record-checker.ts';
import { storedFact, toyLookup } from '../testing/toy-lookup.ts';
import { recordRows } from '../testing/toy-source.ts';
import { importerOfMapping } from './importer-of-mapping.ts';
import type { Mapping } from './mapping.ts';
import { readMapping } from './read-mapping.ts';

const drill = {
  name: 'drill',
  type: 'Exercise',
  key: ['no'],
  values: {
    name: { column: 'name', as: 'text', or: 'location' },
    status: { column: 'state', as: 'text' },
    start: { column: 'start', date: ['D.M.YYYY', 'EXCEL'] },
    end: { column: 'end', date: ['D.M.YYYY', 'EXCEL'] },
    location: { column: 'location', as: 'text' },
  },
  links: {},
};
const part = {
  name: 'a',
  type: 'Participation',
  key: ['no'],
  where: 'who',
  values: {
    role: { column: 'role', meanings: { participant: 'PARTICIPANT', Host: 'HOST' } },
    personnel: { column: 'troops', as: 'number' },
  },
  links: {
    exercise: { fact: 'drill', key: ['no'] },
    actor: { code: 'ISO_A3', column: 'who', orName: 'who', separator: ';', on: 'start' },
  },
};
const table = {
  key: 'drills-of-ionia',
  title: 'Drills of Ionia',
  publisher: 'The archive of Miletus',
  version: '2',
  citation: 'Archive of Miletus. 2020. Drills of Ionia.',
  licence: { terms: 'CC0', republish: true },
  coverage: '1900/2020',
  grade: { reliability: 'C', credibility: 3 },
  file: 'drills.csv',
  facts: [drill, part] as readonly object[],
  left: {},
  missing: ['NA'],
  missingIn: { troops: ['-9'], who: ['-9'] },
};

const text = `no,name,state,start,end,location,who,role,troops
1,Blue Danube,held,4.3.1932,,Samos,IRN; omn ;IRN;-9; Ruritania,PARTICIPANT,400
2,NA,Held,43831,43833,Teos,RUS,host,-9
3,Red Danube,Held,43831,NA,Teos,-9,,
`;

function mappingOf(json: unknown): Mapping {
  const read = readMapping(json);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.mapping;
}
const read = (json: unknown = table, given = text) =>
  readSource(importerOfMapping(mappingOf(json)), [fileOf('drills.csv', given)]);

/** Returns a value as JSONB stores it: with the properties of objects sorted by length, then by bytes. */
function stored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value !== 'object' || value === null) return value;
  const order = ([a]: [string, unknown], [b]: [string, unknown]) => a.length - b.length || (a < b ? -1 : 1);
  return Object.fromEntries(
    Object.entries(value)
      .sort(order)
      .map(([name, inner]) => [name, stored(inner)]),
  );
}

it('reads several links of a cell as one fact each, into valid values', async () => {
  const { records, problems } = await read();
  expect(problems).toEqual([]);
  expect(records.flatMap(recordChecker())).toEqual([]);
  expect(records.map(({ key }) => key)).toEqual([
    'drill · 1',
    'a · 1 · IRN',
    'a · 1 · omn',
    'a · 1 · Ruritania',
    'drill · 2',
    'a · 2 · RUS',
    'drill · 3',
  ]);
  expect(records[1]).toMatchObject({
    values: { role: 'PARTICIPANT', personnel: 400 },
    links: {
      exercise: { record: 'drill · 1' },
      actor: { code: { scheme: 'ISO_A3', value: 'IRN', on: '1932-03-04' }, orName: 'IRN' },
    },
  });
});

it('reads codes in any case, a second form of dates, a fallback for an empty cell, and texts for empty cells', async () => {
  const { records } = await read();
  expect(records.find(({ key }) => key === 'drill · 1')?.values).toMatchObject({ status: 'HELD', name: 'Blue Danube' });
  expect(records.find(({ key }) => key === 'drill · 2')?.values).toMatchObject({
    name: 'Teos',
    status: 'HELD',
    start: { edtf: '2020-01-01' },
    end: { edtf: '2020-01-03' },
  });
  expect(records.find(({ key }) => key === 'a · 2 · RUS')?.values).toEqual({ role: 'HOST' });
});

describe('the order of facts', () => {
  const orderOf = async (json: unknown) => (await read(json)).records.map(({ key }) => key);

  it('is kept when the mapping was stored, whatever the facts are called', async () => {
    const independent = { ...drill, name: 'z' };
    const facts = [{ ...drill, name: 'second' }, independent];
    const json = { ...table, facts, missingIn: {}, left: { who: 'No.', role: 'No.', troops: 'No.' } };
    expect(await orderOf(stored(json))).toEqual(['second · 1', 'z · 1', 'second · 2', 'z · 2', 'second · 3', 'z · 3']);
    expect(await orderOf(stored(table))).toEqual(await orderOf(table));
  });

  it('follows the links in a mapping of the old form, an object by name', async () => {
    const { name: _drill, ...drillFact } = drill;
    const { name: _part, ...partFact } = part;
    const old = { ...table, facts: { drill: drillFact, a: partFact } };
    expect(await orderOf(stored(old))).toEqual(await orderOf(table));
  });

  const invalid: [what: string, facts: object[], path: string, message: RegExp][] = [
    ['a fact without a name', [{ ...drill, name: undefined }], 'facts.0', /lacks a name/],
    ['a name twice', [drill, { ...part, name: 'drill' }], 'facts.1.name', /name of an earlier fact/],
    [
      'two separators',
      [drill, { ...part, links: { ...part.links, exercise: { name: 'name', separator: ';' } } }],
      'facts.a.links',
      /more than one separator/,
    ],
    [
      'a link to one of several facts of a row',
      [drill, part, { ...part, name: 'b', links: { ...part.links, exercise: { fact: 'a', key: ['no'] } } }],
      'facts.b.links.exercise',
      /is of the type Participation/,
    ],
    [
      'names in another column than the codes of a cell with several',
      [drill, { ...part, links: { ...part.links, actor: { ...part.links.actor, orName: 'name' } } }],
      'facts.a.links.actor',
      /names in another column/,
    ],
    [
      'an unknown second form',
      [{ ...drill, values: { ...drill.values, start: { column: 'start', date: ['EDTF', 'DD'] } } }],
      'facts.drill.values.start',
      /unknown date form “DD”/,
    ],
  ];
  it.each(invalid)('%s is refused', (_what, facts, path, message) => {
    const outcome = readMapping({ ...table, facts, missingIn: {} });
    if (outcome.ok) throw new Error('the mapping was accepted');
    const problem = outcome.problems.find((found) => found.path.join('.') === path);
    expect(problem?.message).toMatch(message);
  });

  it('a text for empty cells of an unknown column is refused', () => {
    const outcome = readMapping({ ...table, missingIn: { rolle: ['-9'] } });
    expect(outcome).toMatchObject({ ok: false, problems: [{ path: ['missingIn', 'rolle'] }] });
  });
});

describe('problems', () => {
  it('a date on which a link holds is read like the dates of the fact', async () => {
    const onWho = { ...part.links.actor, on: { column: 'start', date: 'TYPED' } };
    const json = { ...table, facts: [drill, { ...part, links: { ...part.links, actor: onWho } }] };
    const { problems } = await read(json, text.replace('4.3.1932', '43800'));
    expect(problems.filter(({ line }) => line === 2)).toEqual([
      { file: 'drills.csv', line: 2, column: 'start', message: expect.stringMatching(/“43800” is not a date/) },
    ]);
  });

  const membership = {
    ...{ name: 'membership', type: 'Membership', key: ['no'] },
    values: {
      status: { constant: 'FULL' },
      validity: { from: { column: 'from', date: 'TYPED' }, to: { column: 'to', date: 'TYPED' } },
    },
    links: { organization: { code: 'ABBREVIATION', value: 'UN' }, member: { name: 'state', on: 'from' } },
  };
  const memberships = { ...table, facts: [membership], missingIn: {} };
  const periods = (from: string, to: string) => read(memberships, `no,state,from,to\n1,Iran,${from},${to}\n`);

  it.each([
    ['a period in place of a start', '1932/1933', '1940', /more than one date/],
    ['an end before an uncertain start', '1940~', '1932', /before the start/],
    ['an end without a start', 'NA', '1932', /no start/],
  ])('%s', async (_what, from, to, message) => {
    const { problems } = await periods(from, to);
    expect(problems).toMatchObject([{ line: 2, message: expect.stringMatching(message) }]);
  });

  it('an uncertain start and an end that may be later are a period', async () => {
    const { records, problems } = await periods('1930s', '1932');
    expect(problems).toEqual([]);
    expect(records[0]).toMatchObject({
      values: { validity: { edtf: '193X/1932' } },
      links: { member: { name: { text: 'Iran', on: '193X' } } },
    });
  });

  it('a year of two digits in a column of its own is refused', async () => {
    const values = { status: { constant: 'FULL' }, validity: { from: { year: 'y', month: 'm', day: 'd' } } };
    const links = { ...membership.links, member: { name: 'state' } };
    const json = { ...memberships, facts: [{ ...membership, values, links }] };
    const { problems } = await read(json, 'no,state,y,m,d\n1,Iran,32,-9,\n');
    expect(problems).toMatchObject([{ column: 'y', message: expect.stringMatching(/“32” is not a year/) }]);
  });
});

describe('matching', () => {
  const iran = storedFact('State', 'iran', { name: 'Iran' }, 'Iran');
  const oman = storedFact('State', 'oman', { name: 'Oman' }, 'Oman');
  const codeOf = (fact: typeof iran, value: string) =>
    storedFact('ExternalCode', value, { of: fact.id, scheme: 'ISO_A3', value, status: 'OFFICIAL' });
  const lookup = () => toyLookup([iran, oman, codeOf(iran, 'IRN')]);
  const rowsOf = async (given: string): Promise<PlannedRow[]> => {
    const rows: PlannedRow[] = [];
    const plan = {
      importer: importerOfMapping(mappingOf(table)),
      files: [fileOf('drills.csv', given)],
      answers: new Map(),
      importId: stableDeskId('import', 'one'),
      grade: { reliability: 'B', credibility: 2 } as const,
    };
    for await (const batch of planImport(plan, lookup())) rows.push(...batch);
    return recordRows(rows);
  };
  const header = text.split('\n')[0] ?? '';

  it('finds a fact by a code in any case, or else by its name', async () => {
    const rows = await rowsOf(`${header}\n1,Blue Danube,HELD,4.3.1932,,Samos,irn; oman; Ruritania,host,\n`);
    expect(rows.map(({ outcome, key }) => [outcome, key])).toEqual([
      ['CREATE', 'drill · 1'],
      ['CREATE', 'a · 1 · irn'],
      ['CREATE', 'a · 1 · oman'],
      ['ERROR', 'a · 1 · Ruritania'],
    ]);
    expect(rows.at(-1)).toMatchObject({
      question: 'name Ruritania',
      message: expect.stringMatching(/has the code ISO_A3 Ruritania.*has the name “Ruritania”/),
    });
  });

  it('counts a bad line once, with all its problems', async () => {
    const rows = await rowsOf(`${header}\n,Blue Danube,lost,30.2.1932,,Samos,IRN,boss,\n`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ outcome: 'ERROR', line: 2, column: 'no, state, start, role' });
    for (const part of [/no: The cell is empty/, /state: “lost”/, /start: “30\.2\.1932”/, /role: “boss”/])
      expect(rows[0]?.message).toMatch(part);
    expect(rows[0]?.message?.match(/The cell is empty/g)).toHaveLength(1);
  });
});
