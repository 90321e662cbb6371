// Tables of one's own: the mapping as it is stored, the values of columns, and checks that fail.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, openApi, type SignedInUser } from '../support/api.ts';
import { countsOf, ImportClient } from '../support/imports.ts';

let api: Api;
let cyrus: SignedInUser;
let importing: ImportClient;
beforeAll(async () => {
  api = await openApi();
  cyrus = api.people.CONTRIBUTOR;
  importing = new ImportClient(api.url, cyrus);
}, 60_000);
afterAll(() => api.close());

const state = {
  type: 'State',
  key: ['code'],
  values: { name: { column: 'name', as: 'text' } },
  links: {},
};
const code = {
  type: 'ExternalCode',
  key: ['code'],
  values: { scheme: { constant: 'WIKIDATA' }, value: { column: 'code', as: 'text' }, status: { constant: 'OFFICIAL' } },
  links: { of: { fact: 'second', key: ['code'] } },
};
const table = {
  key: 'states-of-old',
  title: 'States of old',
  publisher: 'The archive of Miletus',
  version: '1',
  citation: 'Archive of Miletus. 2020.',
  licence: { terms: 'CC0', republish: true },
  coverage: '1900/2000',
  grade: { reliability: 'C', credibility: 3 },
  file: 'old.csv',
  left: { kind: 'It is for the archive.' },
};

async function setMapping(id: string, mapping: object): Promise<void> {
  const { data, text } = await cyrus.ask(
    `mutation ($id: ID!, $mapping: Value!) { it: setImportSource(import: $id, source: "csv", mapping: $mapping) {
       __typename ... on MappingRefused { messages } } }`,
    { id, mapping },
  );
  if ((data as { it?: { __typename: string } }).it?.__typename !== 'ImportChanged') throw new Error(text);
}

it('a stored mapping keeps the order of its facts whatever they are called, and one of the old form still works', async () => {
  const id = await importing.uploads({ 'old.csv': 'code,name,kind\nQ1,Lydia,s\nQ2,Caria,s\n' });
  // Stored JSON sorts names by length: “a”, which links to “second”, would come first.
  await setMapping(id, {
    ...table,
    facts: [
      { name: 'second', ...state },
      { name: 'a', ...code },
    ],
  });
  const { data } = await cyrus.ask(`{ import(id: "${id}") { mapping } }`);
  const stored = (data as { import?: { mapping: { facts: { name: string }[] } } }).import?.mapping;
  expect(stored?.facts.map(({ name }) => name)).toEqual(['second', 'a']);
  const expected = { 'CREATE STATE': 2, 'CREATE EXTERNAL_CODE': 2 };
  expect(countsOf(await importing.checks(id))).toEqual(expected);
  await setMapping(id, { ...table, facts: { second: state, a: code } });
  expect(countsOf(await importing.checks(id))).toEqual(expected);
}, 60_000);

it('the values of columns are listed with their counts', async () => {
  const id = await importing.uploads({ 'old.csv': 'code,kind\nQ1,s\nQ2,\nQ3,s\nQ4,p\n' });
  const { data } = await cyrus.ask(
    `{ import(id: "${id}") { files { values { isWhole columns { column filled texts { text rows } } } } } }`,
  );
  expect(data).toMatchObject({
    import: {
      files: [
        {
          values: {
            isWhole: true,
            columns: [
              { column: 'code', filled: 4 },
              {
                column: 'kind',
                filled: 3,
                texts: [
                  { text: 's', rows: 2 },
                  { text: 'p', rows: 1 },
                ],
              },
            ],
          },
        },
      ],
    },
  });
}, 60_000);

it('a check in which nothing can be imported ends with one line, and counts each bad line once', async () => {
  const id = await importing.uploads({ 'old.csv': 'code,name,kind\n,Lydia,x\n,,s\n' });
  await setMapping(id, {
    ...table,
    facts: [
      { name: 'second', ...state },
      { name: 'a', ...code },
    ],
  });
  const checked = await importing.checks(id);
  expect(countsOf(checked)).toEqual({ 'ERROR LINE': 2 });
  expect(checked).toMatchObject({
    status: 'CHECKED',
    problem:
      'The check failed: no row can be imported (2 rows with errors). Correct the file or the mapping, then check again.',
  });
}, 60_000);

it('a stored mapping that is no longer valid is a problem that says what to do', async () => {
  const id = await importing.uploads({ 'old.csv': 'code,name,kind\nQ1,Lydia,s\n' });
  await setMapping(id, { ...table, facts: [{ name: 'second', ...state }] });
  await api.desk.owner.query(`UPDATE desk.import SET mapping = mapping #- '{facts,0,values,name}' WHERE id = $1`, [id]);
  const failed = await importing.checks(id);
  expect(failed).toMatchObject({
    status: 'FAILED',
    problem: expect.stringMatching(
      /^The column mapping is not valid\. facts, second: lacks the field name.* Edit the mapping, then check again\.$/,
    ),
  });
  // The import is not lost.
  await setMapping(id, { ...table, facts: [{ name: 'second', ...state }] });
  expect(countsOf(await importing.checks(id))).toEqual({ 'CREATE STATE': 1 });
}, 60_000);

it('rows with the same question are listed once, with their number', async () => {
  const id = await importing.uploads({ 'old.csv': 'code,name,kind\n1,Lydia,s\n2,Caria,s\n3,Lydia,s\n' });
  const alias = {
    type: 'Name',
    key: ['code'],
    values: { name: { column: 'name', language: 'en' }, nameType: { constant: 'ALIAS' } },
    links: { of: { name: 'name' } },
  };
  await setMapping(id, { ...table, key: 'names-of-old', facts: [{ name: 'alias', ...alias }] });
  await importing.checks(id);
  const list = async (rest: string) => {
    const { data } = await cyrus.ask(
      `{ import(id: "${id}") { rows(outcome: ERROR${rest}) { nodes { line question sameQuestion } hasNextPage } } }`,
    );
    return (data as { import?: { rows: object } }).import?.rows;
  };
  const lydia = { question: 'name Lydia', sameQuestion: 2 };
  const caria = { line: 3, question: 'name Caria', sameQuestion: 1 };
  expect(await list('')).toEqual({ nodes: [{ line: 2, ...lydia }, caria, { line: 4, ...lydia }], hasNextPage: false });
  expect(await list(', onePerQuestion: true')).toEqual({ nodes: [{ line: 2, ...lydia }, caria], hasNextPage: false });
  expect(await list(', onePerQuestion: true, first: 1')).toEqual({
    nodes: [{ line: 2, ...lydia }],
    hasNextPage: true,
  });
}, 60_000);
