// Data sets are imported through changesets: the checked rows are written, and the written operations are merged.
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, limits, openApi, type SignedInUser } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { countsOf, ImportClient, type ImportState, mergeWritten, upload } from '../support/imports.ts';
import { createWaived, update } from '../support/operations.ts';

let api: Api;
let cyrus: SignedInUser;
let importing: ImportClient;
beforeAll(async () => {
  api = await openApi();
  cyrus = api.people.CONTRIBUTOR;
  importing = new ImportClient(api.url, cyrus);
}, 60_000);
afterAll(() => api.close());

const header = 'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n';
/** Returns a file in the format of the Correlates of War list of states. The lines lack the last column, `version`. */
const states = (...lines: readonly string[]) => header + lines.map((line) => `${line},2016\n`).join('');
const lydia = ['LYD,901,Lydia,1816,1,1,1942,11,11', 'LYD,901,Lydia,1944,8,25,2016,12,31'];

const mergeImport = (state: ImportState) => mergeWritten(api, cyrus, state);

/** Counts the operations of a revision by kind and type, such as `CREATE State`. */
async function operationsOf(revision: number): Promise<Record<string, number>> {
  const { rows } = await api.desk.owner.query<{ what: string; count: number }>(
    `SELECT upper(kind) || ' ' || type AS what, count(*)::int AS count FROM ledger.operation WHERE revision = $1 GROUP BY 1`,
    [revision],
  );
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}

it('a file is uploaded, recognized, checked, written, reviewed and merged with the same counts at every step', async () => {
  const id = await importing.uploads({
    'whatever it is called.csv': states(...lydia, 'CAR,902,Caria,1920,1,10,1938,3,13'),
  });
  expect(await importing.looksAt(id)).toMatchObject({
    status: 'UPLOADED',
    source: { key: 'cow-states' },
    changeset: null,
  });
  const checked = await importing.checks(id);
  expect(checked).toMatchObject({ status: 'CHECKED', problem: null, done: 3, total: 3, changeset: null });
  expect(countsOf(checked)).toEqual({ 'CREATE STATE': 2, 'CREATE EXTERNAL_CODE': 6, 'CREATE COVERAGE': 1 });
  const written = await importing.writes(id, ', title: "States of old", credibility: 3');
  expect(written).toMatchObject({ status: 'WRITTEN', counts: checked.counts, changeset: { title: 'States of old' } });
  expect(written.changeset?.reason).toContain('11 new');
  expect(await operationsOf(await mergeImport(written))).toEqual({
    'CREATE Source': 1,
    'CREATE ImportBatch': 1,
    'CREATE Coverage': 1,
    'CITE Coverage': 1,
    'CREATE State': 2,
    'CREATE ExternalCode': 6,
  });
  const { rows } = await api.desk.owner.query(
    `SELECT c.validity_edtf AS validity, f.batch_line AS line, b.credibility, s.publisher FROM register.external_code c
       JOIN register.fact f USING (id) JOIN register.import_batch b ON b.id = f.batch_id JOIN register.source s ON s.id = b.source_id
     WHERE c.scheme = 'COW' AND c.value = '901' ORDER BY 1`,
  );
  expect(rows).toEqual([
    { validity: '1816-01-01/1942-11-11', line: 2, credibility: 3, publisher: 'Correlates of War Project' },
    { validity: '1944-08-25/..', line: 3, credibility: 3, publisher: 'Correlates of War Project' },
  ]);
});

it('importing a file again changes nothing; a corrected file updates the corrected facts and cites its line', async () => {
  const again = await importing.uploads({ 'states.csv': states(...lydia) });
  expect(countsOf(await importing.checks(again))).toEqual({ 'UNCHANGED STATE': 1, 'UNCHANGED EXTERNAL_CODE': 4 });
  expect(await importing.writes(again)).toMatchObject({ status: 'WRITTEN' });

  const corrected = lydia.map((line) => line.replace('1942,11,11', '1940,6,22'));
  const id = await importing.uploads({ 'states.csv': states(...corrected) });
  const checked = await importing.checks(id);
  expect(countsOf(checked)).toEqual({ 'UNCHANGED STATE': 1, 'UNCHANGED EXTERNAL_CODE': 2, 'UPDATE EXTERNAL_CODE': 2 });
  expect((await importing.sees(id, 'UPDATE'))[0]).toMatchObject({
    line: 2,
    changes: [{ field: 'validity', from: { edtf: '1816-01-01/1942-11-11' }, to: { edtf: '1816-01-01/1940-06-22' } }],
  });
  // No new batch is created, because the file creates no new facts.
  expect(await operationsOf(await mergeImport(await importing.writes(id)))).toEqual({
    'UPDATE ExternalCode': 2,
    'CITE ExternalCode': 2,
  });
});

it('a value that an editor has changed since the last import is kept, and the import reports a conflict', async () => {
  const { rows } = await api.desk.owner.query<{ id: string; edtf: string }>(
    `SELECT id, validity_edtf AS edtf FROM register.external_code WHERE scheme = 'COW' AND value = '901' ORDER BY edtf`,
  );
  const [first] = rows;
  if (!first) throw new Error('the register has no COW code 901');
  const base = { validity: { edtf: first.edtf, basis: 'STATED' } } as const;
  const set = { validity: { edtf: '1816-01-01/1940-06-21', basis: 'STATED' } } as const;
  await publish([api.people.EDITOR, api.people.ADMIN], [update(first.id, base, set)]);
  const corrected = lydia.map((line) => line.replace('1942,11,11', '1940,6,20'));
  const id = await importing.uploads({ 'states.csv': states(...corrected) });
  expect(countsOf(await importing.checks(id))).toMatchObject({
    'CONFLICT EXTERNAL_CODE': 1,
    'UPDATE EXTERNAL_CODE': 1,
  });
  expect((await importing.sees(id, 'CONFLICT'))[0]).toMatchObject({
    line: 2,
    message: expect.stringContaining('An editor has changed at least one of these fields'),
    changes: [{ field: 'validity', from: { edtf: '1816-01-01/1940-06-21' }, to: { edtf: '1816-01-01/1940-06-20' } }],
  });
});

it('errors are reported by line and column, at the desk and as a CSV file', async () => {
  const id = await importing.uploads({
    'states.csv': states('PHR,903,Phrygia,1816,13,1,1942,11,11', 'MYS,904,=Mysia,1816,1,1,1942,11,11'),
  });
  const checked = await importing.checks(id);
  expect(countsOf(checked)).toEqual({ 'ERROR LINE': 1, 'CREATE STATE': 1, 'CREATE EXTERNAL_CODE': 2 });
  expect((await importing.sees(id, 'ERROR'))[0]).toMatchObject({ line: 2, message: expect.stringContaining('13') });
  const table = await fetch(`${api.url}/desk/imports/${id}/errors.csv`, { headers: { cookie: cyrus.cookie } });
  expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = (await table.text()).trim().split('\r\n');
  expect(lines[0]).toBe('file,line,column,outcome,type,key,label,message');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/^cow_states_v2016\.csv,2,stmonth,ERROR,,,Line 2,/);
  const others = await api.createUser('Hanno', 'CONTRIBUTOR');
  const refused = (cookie?: string) =>
    fetch(`${api.url}/desk/imports/${id}/errors.csv`, cookie === undefined ? {} : { headers: { cookie } });
  expect((await refused()).status).toBe(401);
  expect((await refused(others.cookie)).status).toBe(403);
  expect((await refused(api.people.EDITOR.cookie)).status).toBe(200);
});

it('the answer of a contributor applies to that import only, the answer of an editor to all imports of the source', async () => {
  const revision = await publish(
    [api.people.EDITOR, api.people.ADMIN],
    [createWaived('State', { name: 'Republic of Pontus' }), createWaived('State', { name: 'Cappadocia' })],
  );
  expect(revision).toBeGreaterThan(0);
  const file = states('PON,905,"Pontus, Republic of",1816,1,1,1942,11,11');
  const id = await importing.uploads({ 'states.csv': file });
  expect(countsOf(await importing.checks(id))).toEqual({ 'DOUBTFUL STATE': 1, 'LEFT EXTERNAL_CODE': 2 });
  const [doubtful] = await importing.sees(id, 'DOUBTFUL');
  const [candidate] = doubtful?.candidates ?? [];
  expect(doubtful).toMatchObject({ question: 'state 905', candidates: [{ label: 'Republic of Pontus' }] });
  expect(await importing.does('answerImport', id, ', key: "state 905", fact: "st_01h455vb4pex5vsknk084sn02q"')).toBe(
    'AnswerRefused',
  );
  expect(await importing.does('answerImport', id, ', key: "state 905"')).toBe('AnswerRefused');
  expect(await importing.does('answerImport', id, `, key: "state 905", fact: "${candidate?.fact}"`)).toBe(
    'ImportChanged',
  );
  const answers = async (who: SignedInUser, toImport: string) =>
    (
      await who.ask(
        `{ import(id: "${toImport}") { rows(outcome: [DOUBTFUL]) { nodes { question answer { isShared fact by { name } } } } } }`,
      )
    ).data;
  expect(await answers(cyrus, id)).toEqual({
    import: {
      rows: {
        nodes: [{ question: 'state 905', answer: { isShared: false, fact: candidate?.fact, by: { name: 'Cyrus' } } }],
      },
    },
  });
  expect(countsOf(await importing.checks(id))).toEqual({ 'CITED STATE': 1, 'CREATE EXTERNAL_CODE': 2 });
  expect((await importing.sees(id, 'CITED'))[0]).toMatchObject({ fact: candidate?.fact });

  const ana = new ImportClient(api.url, api.people.EDITOR);
  for (const later of [importing, ana]) {
    const other = await later.uploads({ 'states.csv': file });
    expect(countsOf(await later.checks(other))).toEqual({ 'DOUBTFUL STATE': 1, 'LEFT EXTERNAL_CODE': 2 });
  }
  const ofAna = await ana.uploads({ 'states.csv': file });
  await ana.checks(ofAna);
  expect(await ana.does('answerImport', ofAna, ', key: "state 905", isNew: true')).toBe('ImportChanged');
  expect(await answers(api.people.EDITOR, ofAna)).toEqual({
    import: {
      rows: { nodes: [{ question: 'state 905', answer: { isShared: true, fact: null, by: { name: 'Ana' } } }] },
    },
  });
  const later = await importing.uploads({ 'states.csv': file });
  expect(countsOf(await importing.checks(later))).toEqual({ 'CREATE STATE': 1, 'CREATE EXTERNAL_CODE': 2 });
  // What the contributor answered still applies to their own import.
  expect(countsOf(await importing.checks(id))).toEqual({ 'CITED STATE': 1, 'CREATE EXTERNAL_CODE': 2 });
});

it('contributors can neither replace nor delete the mappings of others; editors can', async () => {
  const [edda, ana] = [await api.createUser('Edda', 'CONTRIBUTOR'), api.people.EDITOR];
  const mapping = {
    ...{ key: 'towns', title: 'Towns', publisher: 'A gazetteer', version: '1', citation: 'Gazetteer. 2020.' },
    ...{ licence: { terms: 'CC0', republish: true }, coverage: '1900/2000', file: 'towns.csv', left: {} },
    grade: { reliability: 'C', credibility: 3 },
    facts: {
      town: { type: 'State', key: ['name'], values: { name: { column: 'name', as: 'text' } }, links: {} },
    },
  };
  const save = async (who: SignedInUser, name: string) => {
    const { data } = await who.ask(
      `mutation ($name: String!, $mapping: Value!) { saveImportMapping(name: $name, mapping: $mapping) {
         __typename ... on MappingSaved { mapping { id by { name } } } ... on MappingRefused { messages } } }`,
      { name, mapping },
    );
    const { saveImportMapping } = data as {
      saveImportMapping?: { __typename: string; mapping?: { id: string }; messages?: string[] };
    };
    if (!saveImportMapping) throw new Error('the mapping was neither saved nor refused');
    return saveImportMapping;
  };
  const remove = (who: SignedInUser, id: string | undefined) =>
    who.ask('mutation ($id: ID!) { deleteImportMapping(id: $id) { __typename } }', { id });
  const saved = await save(ana, 'Towns');
  expect(saved).toMatchObject({ __typename: 'MappingSaved', mapping: { by: { name: 'Ana' } } });
  expect(await save(cyrus, 'Towns')).toMatchObject({
    __typename: 'MappingRefused',
    messages: [expect.stringContaining('Another user has saved a mapping named “Towns”')],
  });
  expect(await remove(cyrus, saved.mapping?.id)).toMatchObject({ status: 403 });
  expect((await cyrus.ask('{ importMappings { name by { name } } }')).data).toEqual({
    importMappings: [{ name: 'Towns', by: { name: 'Ana' } }],
  });
  const own = await save(cyrus, 'Towns of Cyrus');
  expect(await save(cyrus, 'Towns of Cyrus')).toEqual(own);
  expect(await remove(edda, own.mapping?.id)).toMatchObject({ status: 403 });
  expect(await save(ana, 'Towns of Cyrus')).toMatchObject({ mapping: { id: own.mapping?.id, by: { name: 'Ana' } } });
  expect((await remove(ana, own.mapping?.id)).data).toEqual({ deleteImportMapping: { __typename: 'MappingDeleted' } });
});

it('cancelling an import deletes its rows and files and discards its changeset', async () => {
  const id = await importing.uploads({ 'states.csv': states('LYC,906,Lycia,1816,1,1,1942,11,11') });
  await importing.checks(id);
  const { changeset } = await importing.writes(id);
  expect(await importing.does('cancelImport', id)).toBe('ImportChanged');
  expect(await importing.looksAt(id)).toMatchObject({ status: 'CANCELLED', counts: [] });
  for (const table of ['import_row', 'import_file'])
    expect((await api.desk.owner.query(`SELECT FROM desk.${table} WHERE import_id = $1`, [id])).rowCount).toBe(0);
  const { rows } = await api.desk.owner.query('SELECT status FROM desk.changeset WHERE id = $1', [changeset?.id]);
  expect(rows).toEqual([{ status: 'DISCARDED' }]);
  expect(await importing.does('checkImport', id)).toBe('ImportNotReady');
  expect(await importing.does('writeImport', id)).toBe('ImportNotReady');
});

it('cancelling an import while it is being written stops the job and leaves nothing behind', async () => {
  const many = Array.from({ length: 9_000 }, (_, at) => {
    const year = 1000 + Math.floor(at / 9);
    return `AA${'ABCDEFGHI'[at % 9]},${910 + (at % 9)},Tribe ${at % 9},${year},1,1,${year},12,31`;
  });
  const id = await importing.uploads({ 'states.csv': states(...many) });
  expect(countsOf(await importing.checks(id))).toEqual({ 'CREATE STATE': 9, 'CREATE EXTERNAL_CODE': 18_000 });
  await importing.does('writeImport', id);
  while ((await importing.looksAt(id)).done === 0) await sleep(10);
  expect(await importing.does('cancelImport', id)).toBe('ImportChanged');
  const job = async () =>
    (await api.desk.owner.query('SELECT status FROM desk.job WHERE import_id = $1 ORDER BY created_at DESC', [id]))
      .rows[0];
  while ((await job())?.status === 'RUNNING') await sleep(10);
  expect((await api.desk.owner.query('SELECT FROM desk.import_row WHERE import_id = $1', [id])).rowCount).toBe(0);
  const { rows } = await api.desk.owner.query(
    `SELECT c.status FROM desk.changeset c JOIN desk.import i ON i.changeset_id = c.id WHERE i.id = $1`,
    [id],
  );
  expect(rows).toEqual([{ status: 'DISCARDED' }]);
}, 60_000);

describe('files', () => {
  it('can be compressed; a file of no known source gets a message with its columns and what to do', async () => {
    const packed = await upload({ url: api.url, cookie: cyrus.cookie }, 'states.csv.gz', gzipSync(states(...lydia)));
    const { import: id } = (await packed.json()) as { import: string };
    await importing.does('recogniseImport', id);
    expect((await importing.looksAt(id)).source).toEqual({ key: 'cow-states' });
    const strange = await importing.uploads({ 'strange.csv': 'a,b\n1,2\n' });
    expect(await importing.looksAt(strange)).toMatchObject({
      source: null,
      problem: 'strange.csv: The columns of this file (a, b) match no known source. Describe them in a mapping.',
    });
    expect(await importing.does('checkImport', strange)).toBe('ImportNotReady');
    expect(await importing.does('setImportSource', strange, ', source: "gw-states"')).toBe('ImportChanged');
    // The choice of the source is accepted; the check then finds that the file does not fit.
    expect(countsOf(await importing.checks(strange))).toEqual({ 'ERROR LINE': 1 });
    expect(await importing.does('setImportSource', strange, ', source: "nobody"')).toBe('NoSuchSource');
  });

  it('are accepted only from signed-in users and not from other sites', async () => {
    expect((await upload({ url: api.url }, 'states.csv', 'a')).status).toBe(401);
    const elsewhere = { origin: 'https://elsewhere.example' };
    expect((await upload({ url: api.url, cookie: cyrus.cookie }, 'states.csv', 'a', elsewhere)).status).toBe(403);
    expect((await upload({ url: api.url, cookie: cyrus.cookie }, '../states.csv', 'a')).status).toBe(400);
    const id = await importing.uploads({ 'states.csv': states(...lydia) });
    const stranger = { url: api.url, cookie: api.people.ADMIN.cookie, into: id };
    expect((await upload(stranger, 'more.csv', 'a')).status).toBe(403);
  });

  it('have a maximum size; larger uploads leave nothing behind', async () => {
    const before = (await api.desk.owner.query('SELECT FROM desk.import')).rowCount;
    const answer = await upload(
      { url: api.url, cookie: cyrus.cookie },
      'large.csv',
      Buffer.alloc(limits.body.importFile + 1, 'a'),
    );
    expect(answer.status).toBe(413);
    expect((await api.desk.owner.query('SELECT FROM desk.import')).rowCount).toBe(before);
  }, 60_000);

  it('are returned with their columns and first rows', async () => {
    const id = await importing.uploads({ 'states.csv': states(...lydia) });
    const { data } = await cyrus.ask(`{ import(id: "${id}") { files { name role size columns sample problem } } }`);
    expect(data).toMatchObject({
      import: {
        files: [
          {
            name: 'states.csv',
            role: 'cow_states_v2016.csv',
            columns: header.trim().split(','),
            problem: null,
            sample: [{}, {}],
          },
        ],
      },
    });
  });
});

it('a source is returned with its terms, grades and the meaning of its columns', async () => {
  const { data } = await cyrus.ask(
    '{ importSources { key title licence republish reliability credibility expected { type facts } files { name rows columns { name meaning left } } } }',
  );
  const { importSources } = data as unknown as { importSources: { key: string; files: { columns: unknown[] }[] }[] };
  expect(importSources.find(({ key }) => key === 'cow-states')).toMatchObject({
    republish: true,
    reliability: 'B',
    expected: expect.arrayContaining([{ type: 'STATE', facts: 217 }]),
    files: [{ name: 'cow_states_v2016.csv', rows: 243 }],
  });
});

it('a user’s own table is imported with a mapping of its columns', async () => {
  const mapping = {
    ...{ key: 'towns-of-ionia', title: 'Towns of Ionia', publisher: 'The archive of Miletus', version: '2' },
    ...{ citation: 'Archive of Miletus. 2020. Towns.', coverage: '1900/2000', file: 'towns.csv' },
    licence: { terms: 'CC0', republish: true },
    grade: { reliability: 'C', credibility: 3 },
    facts: { town: { type: 'State', key: ['name'], values: { name: { column: 'name', as: 'text' } }, links: {} } },
    left: {},
  };
  const set = async (id: string, json: unknown) => {
    const { data, text } = await cyrus.ask(
      `mutation ($id: ID!, $mapping: Value!) { setImportSource(import: $id, source: "csv", mapping: $mapping) {
         __typename ... on MappingRefused { messages } } }`,
      { id, mapping: json },
    );
    if (!data.setImportSource) throw new Error(`setImportSource failed: ${text}`);
    return data.setImportSource as unknown;
  };
  const id = await importing.uploads({ 'my towns.csv': 'name\nMiletus\nEphesus\n' });
  expect(await set(id, { ...mapping, key: 'cow-states' })).toMatchObject({
    __typename: 'MappingRefused',
    messages: [expect.stringContaining('cow-states')],
  });
  expect(await set(id, mapping)).toMatchObject({ __typename: 'ImportChanged' });
  expect(await importing.looksAt(id)).toMatchObject({ source: { key: 'towns-of-ionia' } });
  expect(countsOf(await importing.checks(id))).toEqual({ 'CREATE STATE': 2 });
});
