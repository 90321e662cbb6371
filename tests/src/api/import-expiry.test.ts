// Imports that nobody works on give their space back; those that are merged or in review keep it.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, limits, makeLog, makeServer, openApi, type SignedInUser } from '../support/api.ts';
import { ImportClient, type ImportState, mergeWritten, upload } from '../support/imports.ts';

let api: Api;
let cyrus: SignedInUser;
let importing: ImportClient;
beforeAll(async () => {
  api = await openApi();
  cyrus = api.people.CONTRIBUTOR;
  importing = new ImportClient(api.url, cyrus);
}, 60_000);
afterAll(() => api.close());

/** Returns a file in the format of the Correlates of War list of states, with one state. */
const stateFile = (code: number) =>
  `stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\nLYD,${code},Lydia,1816,1,1,1942,11,11,2016\n`;

async function checkedImport(code: number): Promise<string> {
  const id = await importing.uploads({ 'states.csv': stateFile(code) });
  expect(await importing.checks(id)).toMatchObject({ status: 'CHECKED' });
  return id;
}

/** Makes the last activity of an import some days old. */
const age = (id: string, days: number) =>
  api.desk.owner.query(
    'UPDATE desk.import SET active_at = now() - make_interval(days => $2, hours => 1) WHERE id = $1',
    [id, days],
  );

/** Starts a server beside the other one on the same database, which expires imports first, and stops it. */
async function startAnotherServer(): Promise<void> {
  const server = await makeServer(api.settings, makeLog('fatal'));
  await server.close();
}

/** Returns the bytes of the stored files of an import, and the number of its rows. */
async function spaceOf(id: string): Promise<{ bytes: number; rows: number }> {
  const { rows } = await api.desk.owner.query<{ bytes: number; rows: number }>(
    `SELECT (SELECT coalesce(sum(octet_length(p.bytes)), 0)::int FROM desk.import_file f
         JOIN desk.import_file_part p ON p.file_id = f.id WHERE f.import_id = $1) AS bytes,
       (SELECT count(*)::int FROM desk.import_row WHERE import_id = $1) AS rows`,
    [id],
  );
  return rows[0] ?? { bytes: -1, rows: -1 };
}

/** Returns when an import expires, in whole days from now; null if it does not. */
async function daysLeft(id: string): Promise<number | null> {
  const { data } = await cyrus.ask(`{ import(id: "${id}") { expiresAt } }`);
  const { expiresAt } = (data as unknown as { import: { expiresAt: string | null } }).import;
  return expiresAt === null ? null : Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000);
}

it('an abandoned import expires: its files and rows are deleted, and its record says why', async () => {
  const abandoned = await checkedImport(911);
  const recent = await checkedImport(912);
  const before = await spaceOf(abandoned);
  expect(before.bytes).toBe(stateFile(911).length);
  expect(before.rows).toBeGreaterThan(0);
  expect(await daysLeft(abandoned)).toBe(limits.importDays);
  await age(abandoned, limits.importDays);
  await age(recent, limits.importDays - 1);
  await startAnotherServer();
  expect(await importing.looksAt(abandoned)).toMatchObject({
    status: 'EXPIRED',
    counts: [],
    problem: expect.stringMatching(
      /^The rows and files of this import were deleted on \d{1,2} \w+ \d{4}, because nobody had worked on it for 30 days\./,
    ),
  });
  expect(await spaceOf(abandoned)).toEqual({ bytes: 0, rows: 0 });
  expect(await daysLeft(abandoned)).toBeNull();
  expect(await importing.looksAt(recent)).toMatchObject({ status: 'CHECKED' });
  expect(await spaceOf(recent)).toMatchObject({ bytes: stateFile(912).length });
});

it('an expired import cannot be continued', async () => {
  const id = await checkedImport(913);
  await age(id, limits.importDays);
  await startAnotherServer();
  for (const mutation of ['checkImport', 'writeImport', 'recogniseImport', 'cancelImport'])
    expect(await importing.does(mutation, id)).toBe('ImportNotReady');
  expect((await upload({ url: api.url, cookie: cyrus.cookie, into: id }, 'states.csv', 'a')).status).toBe(409);
});

it('work on an import puts its expiry off', async () => {
  const id = await checkedImport(914);
  await age(id, limits.importDays);
  await importing.checks(id);
  await startAnotherServer();
  expect(await importing.looksAt(id)).toMatchObject({ status: 'CHECKED' });
});

it('a written import expires only if its changeset is discarded', async () => {
  const inReview = await checkedImport(915);
  const discarded = await checkedImport(916);
  const merged = await checkedImport(917);
  const states: ImportState[] = [];
  for (const id of [inReview, discarded, merged]) {
    states.push(await importing.writes(id));
    expect(await daysLeft(id)).toBeNull();
  }
  const [, discardedState, mergedState] = states;
  if (!mergedState) throw new Error('the imports were not written');
  const { data } = await cyrus.ask(
    `mutation { abandonChangeset(changeset: "${discardedState?.changeset?.id}") { __typename } }`,
  );
  expect(data).toEqual({ abandonChangeset: { __typename: 'Discarded' } });
  await mergeWritten(api, cyrus, mergedState);
  for (const id of [inReview, discarded, merged]) await age(id, limits.importDays);
  await startAnotherServer();
  expect(await importing.looksAt(inReview)).toMatchObject({ status: 'WRITTEN' });
  expect(await importing.looksAt(discarded)).toMatchObject({ status: 'EXPIRED' });
  expect(await spaceOf(discarded)).toEqual({ bytes: 0, rows: 0 });
  expect(await importing.looksAt(merged)).toMatchObject({ status: 'WRITTEN' });
  expect(await spaceOf(merged)).toMatchObject({ bytes: stateFile(917).length });
});

it('what an upload has left whose process has died is deleted', async () => {
  const id = await checkedImport(918);
  await api.desk.owner.query(
    `INSERT INTO desk.import_file (id, import_id, name, size, uploaded_at)
       VALUES ('if_dead', $1, 'dead', 50, now() - interval '3 hours'), ('if_alive', $1, 'alive', 50, now())`,
    [id],
  );
  await startAnotherServer();
  const { rows } = await api.desk.owner.query('SELECT name FROM desk.import_file WHERE import_id = $1 ORDER BY name', [
    id,
  ]);
  expect(rows).toEqual([{ name: 'alive' }, { name: 'states.csv' }]);
});
