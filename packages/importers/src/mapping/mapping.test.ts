import { describe, expect, it } from '@jest/globals';
import { itWithPublished } from '../testing/it-with-published.ts';
import { fileOf, readSource } from '../testing/read-source.ts';
import { recordChecker } from '../testing/record-checker.ts';
import { importerOfMapping } from './importer-of-mapping.ts';
import type { Mapping } from './mapping.ts';
import { readMapping } from './read-mapping.ts';

const treaties = {
  key: 'treaties-of-ionia',
  title: 'Treaties of Ionia',
  publisher: 'The archive of Miletus',
  version: '2',
  citation: 'Archive of Miletus. 2020. Treaties of Ionia.',
  licence: { terms: 'CC0', republish: true },
  coverage: '1900/2000',
  grade: { reliability: 'C', credibility: 3 },
  file: 'treaties.csv',
  facts: {
    treaty: {
      type: 'Agreement',
      key: ['no'],
      repeats: true,
      values: {
        title: { column: 'name', as: 'text' },
        topics: { column: 'subjects', meanings: { T: 'TRADE', B: 'BORDER' }, separator: ';' },
        openness: { column: 'open', meanings: { y: 'OPEN', n: 'CLOSED' } },
        signed: { column: 'signed', date: 'D.M.YYYY' },
        status: { constant: 'SIGNED' },
        titleOriginal: { column: 'greek', language: 'el' },
      },
      links: {},
      marks: { codes: [{ scheme: 'UNTS', column: 'no' }], names: ['name'] },
    },
    number: {
      type: 'ExternalCode',
      key: ['no'],
      repeats: true,
      values: { scheme: { constant: 'UNTS' }, value: { column: 'no', as: 'text' } },
      links: { of: { fact: 'treaty', key: ['no'] } },
    },
    owed: {
      type: 'Obligation',
      key: ['no', 'from', 'to'],
      where: 'owed',
      values: {
        obligationType: { column: 'owed', meanings: { def: 'DEFENSE', con: 'CONSULTATION' } },
        secret: { column: 'secret', meanings: { 1: true, 0: false } },
        validity: { from: { column: 'since', date: 'EDTF' }, to: { column: 'until', date: 'EDTF' } },
      },
      links: {
        agreement: { fact: 'treaty', key: ['no'] },
        from: { code: 'COW', column: 'from', on: 'since' },
        to: { name: 'to' },
      },
    },
  },
  left: { remarks: 'They are for the archive.' },
};

const text = `no,name,greek,subjects,open,signed,from,to,owed,secret,since,until,remarks
7,Peace of Samos,Ειρήνη,T; B,y,4.3.1932,991,Caria,def,1,1932-03,1940,x
7,Peace of Samos,Ειρήνη,T; B,y,4.3.1932,992,Lydia,con,,1932-03,,x
8,Pact of Teos,,,,00.05.1950,,,,,,,
`;

function validMapping(change: (mapping: typeof treaties) => unknown = (unchanged) => unchanged): Mapping {
  const read = readMapping(change(treaties));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.mapping;
}
const read = (given = text, mapping = validMapping()) =>
  readSource(importerOfMapping(mapping), [fileOf('treaties.csv', given)]);

it('reads a table as its mapping describes, into valid values', async () => {
  const { records, problems, rows } = await read();
  expect({ problems, rows }).toEqual({ problems: [], rows: 3 });
  const problemsOf = recordChecker();
  expect(records.flatMap(problemsOf)).toEqual([]);
  expect(records.map(({ key, line }) => [line, key])).toEqual([
    [2, 'treaty · 7'],
    [2, 'number · 7'],
    [2, 'owed · 7 · 991 · Caria'],
    [3, 'owed · 7 · 992 · Lydia'],
    [4, 'treaty · 8'],
    [4, 'number · 8'],
  ]);
  expect(records[0]).toMatchObject({
    type: 'Agreement',
    values: {
      title: 'Peace of Samos',
      titleOriginal: { text: 'Ειρήνη', language: 'el' },
      topics: ['BORDER', 'TRADE'],
      openness: 'OPEN',
      signed: { edtf: '1932-03-04', basis: 'STATED' },
      status: 'SIGNED',
    },
    marks: { codes: [{ scheme: 'UNTS', value: '7' }], names: ['Peace of Samos'] },
  });
  expect(records[2]).toMatchObject({
    values: { obligationType: 'DEFENSE', secret: true, validity: { edtf: '1932-03/1940' } },
    links: {
      agreement: { record: 'treaty · 7' },
      from: { code: { scheme: 'COW', value: '991', on: '1932-03' } },
      to: { name: { text: 'Caria' } },
    },
  });
  // Empty cells give no value, and a day of zeros is not stated.
  expect(records[4]?.values).toEqual({
    title: 'Pact of Teos',
    status: 'SIGNED',
    signed: { edtf: '1950-05', basis: 'STATED' },
  });
});

it('accepts facts in any order, since stored JSON does not keep it', async () => {
  const reversed = validMapping((unchanged) => ({
    ...unchanged,
    facts: Object.fromEntries(Object.entries(unchanged.facts).reverse()),
  }));
  const [{ records }, original] = [await read(text, reversed), await read()];
  const keys = (all: typeof records) => all.map(({ key }) => key).sort();
  expect(keys(records)).toEqual(keys(original.records));
});

it('the manifest describes the use of each column', () => {
  const [file] = importerOfMapping(validMapping()).manifest.files;
  expect(file?.columns.no?.meaning).toBe(
    'treaty: key; treaty: UNTS; number: key; number: value; number: of; owed: key; owed: agreement',
  );
  expect(file?.columns.remarks?.whyNotImported).toBe('They are for the archive.');
});

itWithPublished({ and: 'gatt_accessions.csv' }, 'reads a published table that has no importer', async (_none, file) => {
  const mapping = validMapping((unchanged) => ({
    ...unchanged,
    key: 'gatt',
    title: 'Parties of the General Agreement on Tariffs and Trade',
    file: file.name,
    facts: {
      membership: {
        type: 'Membership',
        key: ['iso3c'],
        values: { status: { constant: 'FULL' }, validity: { from: { column: 'date', date: 'YYYY-MM-DD' } } },
        links: {
          organization: { code: 'ABBREVIATION', value: 'GATT' },
          member: { code: 'ISO_A3', column: 'iso3c', on: 'date' },
        },
      },
    },
    left: { country: 'The code tells the state.' },
  }));
  const { records, problems } = await readSource(importerOfMapping(mapping), [file]);
  expect({ problems, invalid: records.flatMap(recordChecker()) }).toEqual({ problems: [], invalid: [] });
  expect(records).toHaveLength(128);
  expect(records[0]).toMatchObject({
    line: 2,
    values: { status: 'FULL', validity: { edtf: '1994-04-08/' } },
    links: {
      organization: { code: { scheme: 'ABBREVIATION', value: 'GATT' } },
      member: { code: { scheme: 'ISO_A3', value: 'AGO', on: '1994-04-08' } },
    },
  });
});

describe('problems of a table have line and column, and no record is read from the line', () => {
  const invalid: [what: string, from: string, to: string, line: number, column: string, message: RegExp][] = [
    [
      'a value without a meaning',
      'y,4.3.1932,991',
      'z,4.3.1932,991',
      2,
      'open',
      /“z” is not a value of this column.*y, n/,
    ],
    [
      'one of several without a meaning',
      'T; B,y,4.3.1932,991',
      'T; C,y,4.3.1932,991',
      2,
      'subjects',
      /“C” is not a value/,
    ],
    ['a date of another form', '4.3.1932,991', '1932-03-04,991', 2, 'signed', /not a date of the form D\.M\.YYYY/],
    ['a day that does not exist', '4.3.1932,991', '30.2.1932,991', 2, 'signed', /“30\.2\.1932” is not a date/],
    ['an end before the start', '1932-03,1940', '1932-03,1920', 2, 'until', /before the start/],
    ['an end without a start', '1932-03,1940', ',1940', 2, 'until', /an end but no start/],
    ['a date that is not EDTF', '1932-03,1940', 'March 1932,1940', 2, 'since', /is not a date/],
    ['no title', '7,Peace of Samos', '7,', 2, 'name', /is required/],
    ['no key', '8,Pact', ',Pact', 4, 'no', /is required/],
    ['no debtor', '991,Caria', ',Caria', 2, 'from', /is required/],
    ['a title that is too long', '7,Peace', `7,${'Long '.repeat(200)}`, 2, 'name', /longer than 600/],
    ['a repeated key', '992,Lydia,con', '991,Caria,con', 3, 'to', /Line 2 has the same key/],
  ];
  it.each(invalid)('%s', async (_what, from, to, line, column, message) => {
    const { records, problems } = await read(text.replace(from, to));
    const reported = column === 'to' ? 'no' : column;
    expect(problems).toContainEqual({
      file: 'treaties.csv',
      line,
      column: reported,
      message: expect.stringMatching(message),
    });
    expect(records.filter((record) => record.line === line)).toEqual([]);
  });

  it('a column that the mapping does not have', async () => {
    const { records, problems } = await read(text.replace('remarks', 'notes'));
    expect(problems.map(({ column }) => column)).toEqual(['remarks', 'notes']);
    expect(records).toEqual([]);
  });
});

describe('an invalid mapping is refused with all its problems', () => {
  const facts = (change: object, name: keyof typeof treaties.facts = 'treaty') => ({
    ...treaties,
    facts: { ...treaties.facts, [name]: { ...treaties.facts[name], ...change } },
  });
  const values = (change: object) => facts({ values: { ...treaties.facts.treaty.values, ...change } });
  const partOf = (name: string) => ({
    type: 'Organization',
    key: ['no'],
    values: { name: { column: 'name', language: 'en' } },
    links: { parent: { fact: name, key: ['no'] } },
  });
  const invalid: [what: string, mapping: unknown, path: string, message: RegExp][] = [
    ['not an object', 'treaties', '', /expected object/],
    ['an invalid key', { ...treaties, key: 'Treaties!' }, 'key', /lower-case letters/],
    ['an unknown property', { ...treaties, more: 1 }, '', /more/],
    ['an unknown type', facts({ type: 'Treaty' }), 'facts.treaty.type', /not a type/],
    [
      'an unknown field',
      values({ name: { column: 'name', as: 'text' } }),
      'facts.treaty.values.name',
      /is not a value field/,
    ],
    [
      'a link as a value',
      values({ depositary: { column: 'name', as: 'text' } }),
      'facts.treaty.values.depositary',
      /is not a value field/,
    ],
    [
      'a text as a date',
      values({ signed: { column: 'signed', as: 'text' } }),
      'facts.treaty.values.signed',
      /kind of the field is uncertainDate/,
    ],
    [
      'a date as a number',
      values({ title: { column: 'name', as: 'number' } }),
      'facts.treaty.values.title',
      /kind of the field is text/,
    ],
    [
      'a form without a year',
      values({ signed: { column: 'signed', date: 'DD.MM' } }),
      'facts.treaty.values.signed',
      /unknown date form “DD\.MM”/,
    ],
    [
      'an unknown value as meaning',
      values({ openness: { column: 'open', meanings: { y: 'WIDE' } } }),
      'facts.treaty.values.openness',
      /no value “WIDE”/,
    ],
    [
      'an unknown value as constant',
      values({ status: { constant: 'OVER' } }),
      'facts.treaty.values.status',
      /not one of/,
    ],
    ['no title', facts({ values: {} }), 'facts.treaty', /lacks the field title/],
    [
      'an unknown scheme',
      facts({ marks: { codes: [{ scheme: 'UNT', column: 'no' }] } }),
      'facts.treaty.marks.codes.0',
      /unknown code scheme/,
    ],
    [
      'a link to a fact of the wrong type',
      facts({ links: { depositary: { fact: 'owed', key: ['no'] } } }),
      'facts.treaty.links.depositary',
      /“owed”, which is of the type Obligation\. Link to a fact of the type State or Organization$/,
    ],
    [
      'a link to a fact that the mapping does not have',
      facts({ links: { of: { fact: 'treatise', key: ['no'] } } }, 'number'),
      'facts.number.links.of',
      /“treatise”, which is not among the facts of the mapping/,
    ],
    [
      'two facts that link to each other',
      { ...treaties, facts: { league: partOf('council'), council: partOf('league') } },
      'facts.council.links.parent',
      /“league”, which links back to this fact/,
    ],
    [
      'a link with too many key columns',
      facts({ links: { of: { fact: 'treaty', key: ['no', 'name'] } } }, 'number'),
      'facts.number.links.of',
      /one column for each key column of “treaty”: no$/,
    ],
    [
      'a column both imported and left out',
      { ...treaties, left: { no: 'It is a number.' } },
      'left.no',
      /also imported/,
    ],
    ['no facts', { ...treaties, facts: {} }, 'facts', /must contain at least one fact/],
  ];
  it.each(invalid)('%s', (_what, mapping, path, message) => {
    const read = readMapping(mapping);
    if (read.ok) throw new Error('the mapping was accepted');
    expect(read.problems.map((problem) => problem.path.join('.'))).toContain(path);
    expect(read.problems.find((problem) => problem.path.join('.') === path)?.message).toMatch(message);
  });
});
