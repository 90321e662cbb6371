// Uploads keep within their limits of space, files and slots, also when many arrive at the same time.
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, limits, openApi, type SignedInUser } from '../support/api.ts';
import { ImportClient, mergeWritten, upload } from '../support/imports.ts';
import { beginUpload } from '../support/slow-upload.ts';

const MB = 1024 * 1024;

let api: Api;
let cyrus: SignedInUser;
let importing: ImportClient;
beforeAll(async () => {
  api = await openApi();
  cyrus = api.people.CONTRIBUTOR;
  importing = new ImportClient(api.url, cyrus);
}, 60_000);
afterAll(() => api.close());
afterEach(() => api.desk.owner.query('DELETE FROM desk.import'));

const session = (into?: string) => ({ url: api.url, cookie: cyrus.cookie, ...(into === undefined ? {} : { into }) });

/** Uploads a file and returns the status and the JSON of the answer. */
async function uploads(from: Parameters<typeof upload>[0], name: string, body: string | Buffer = 'a,b\n1,2\n') {
  const answer = await upload(from, name, body);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

/** Starts an import of a user, and makes its file count as `size` bytes. Returns its id. */
async function importOfSize(cookie: string, size: number): Promise<string> {
  const { body } = await uploads({ url: api.url, cookie }, 'large.csv');
  const id = String(body.import);
  await api.desk.owner.query('UPDATE desk.import_file SET size = $2 WHERE import_id = $1', [id, size]);
  return id;
}

/** Counts the stored files, and the bytes of their parts. */
async function stored(): Promise<{ files: number; bytes: number }> {
  const { rows } = await api.desk.owner.query<{ files: number; bytes: number }>(
    `SELECT (SELECT count(*)::int FROM desk.import_file) AS files,
       (SELECT coalesce(sum(octet_length(bytes)), 0)::int FROM desk.import_file_part) AS bytes`,
  );
  return rows[0] ?? { files: 0, bytes: 0 };
}

describe('the space for files', () => {
  it('of a user is limited; the refusal names the limit and what is used, and cancelling an import frees it', async () => {
    const used = limits.importStorage.perUser - MB;
    const id = await importOfSize(cyrus.cookie, used);
    const refused = await uploads(session(), 'more.csv', Buffer.alloc(2 * MB, 'a'));
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'STORAGE_LIMIT', limit: limits.importStorage.perUser, asked: used + 2 * MB },
    });
    expect(refused.body.message).toBe(
      'There is no space for this file of 2 MB: your imports have 499 MB of files, and may have 500 MB. Cancel imports that you no longer need, or have their changesets merged.',
    );
    expect(await stored()).toMatchObject({ files: 1 });
    expect((await uploads({ url: api.url, cookie: api.people.EDITOR.cookie }, 'more.csv')).status).toBe(201);
    // A file that replaces a file takes its place.
    expect((await uploads(session(id), 'large.csv', Buffer.alloc(2 * MB, 'a'))).status).toBe(201);
    await api.desk.owner.query('UPDATE desk.import_file SET size = $2 WHERE import_id = $1', [id, used]);
    expect(await importing.does('cancelImport', id)).toBe('ImportChanged');
    expect((await uploads(session(), 'more.csv', Buffer.alloc(2 * MB, 'a'))).status).toBe(201);
  });

  it('of all users is limited', async () => {
    const others = await importOfSize(api.people.EDITOR.cookie, 1);
    const perFile = 1_024 * MB;
    await api.desk.owner.query(
      "INSERT INTO desk.import_file (id, import_id, name, size, digest) SELECT 'if_' || n, $1, 'file ' || n, $2, 'x' FROM generate_series(1, $3) n",
      [others, perFile, limits.importStorage.inAll / perFile],
    );
    const refused = await uploads(session(), 'more.csv');
    expect(refused).toMatchObject({ status: 409, body: { code: 'STORAGE_LIMIT', limit: limits.importStorage.inAll } });
    expect(refused.body.message).toContain('the imports of all users have 5121 MB of files, and may have 5120 MB');
  });

  it('is not exceeded by uploads at the same time', async () => {
    await importOfSize(cyrus.cookie, limits.importStorage.perUser - 1.5 * MB);
    const body = Buffer.alloc(MB, 'a');
    const names = Array.from({ length: limits.uploads.perUser }, (_, at) => `${at}.csv`);
    // Holds the uploads up where each is about to store its reservation.
    const holder = await api.desk.owner.connect();
    await holder.query('BEGIN; LOCK TABLE desk.import_file IN EXCLUSIVE MODE');
    const running = Promise.all(names.map((name) => uploads(session(), name, body)));
    for (let waiting = 0; waiting < names.length; await sleep(5)) {
      const { rows } = await api.desk.owner.query<{ waiting: number }>(
        'SELECT count(DISTINCT l.pid)::int AS waiting FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()',
      );
      waiting = rows[0]?.waiting ?? 0;
    }
    await holder.query('COMMIT');
    holder.release();
    const answers = await running;
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...names.slice(1).map(() => 409)]);
  });

  it('does not count merged imports, which keep their files', async () => {
    const id = await importing.uploads({
      'states.csv':
        'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\nLYD,901,Lydia,1816,1,1,1942,11,11,2016\n',
    });
    await importing.checks(id);
    const written = await importing.writes(id);
    await api.desk.owner.query('UPDATE desk.import_file SET size = $2 WHERE import_id = $1', [
      id,
      limits.importStorage.perUser,
    ]);
    expect((await uploads(session(), 'more.csv')).status).toBe(409);
    await mergeWritten(api, cyrus, written);
    expect((await uploads(session(), 'more.csv')).status).toBe(201);
  });
});

describe('the files of an import', () => {
  it('are at most twelve, also when thirty arrive at the same time', async () => {
    const { body } = await uploads(session(), '1.csv');
    const id = String(body.import);
    for (let at = 2; at < limits.importFiles; at += 1)
      expect((await uploads(session(id), `${at}.csv`)).status).toBe(201);
    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => uploads(session(id), `more ${at}.csv`)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([201, 400, 429]));
    expect(answers.find(({ status }) => status === 400)?.body).toMatchObject({ limit: 12, asked: 13 });
    expect(await stored()).toMatchObject({ files: limits.importFiles });
  });

  it('have different names, also when the same name arrives several times at once', async () => {
    const { body } = await uploads(session(), 'first.csv');
    const from = session(String(body.import));
    const answers = await Promise.all(Array.from({ length: 4 }, () => uploads(from, 'second.csv')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(await stored()).toMatchObject({ files: 2 });
  });

  it('are not added to an import that is cancelled while they arrive, and nothing is left of them', async () => {
    const { body } = await uploads(session(), 'first.csv');
    const id = String(body.import);
    const slow = beginUpload(session(id), 'second.csv', MB);
    while ((await stored()).files < 2) await sleep(10);
    expect(await importing.does('cancelImport', id)).toBe('ImportChanged');
    slow.send('a'.repeat(MB - 1));
    expect(await slow.closed).toMatch(/^HTTP\/1.1 409 /);
    expect(await stored()).toEqual({ files: 0, bytes: 0 });
    expect(await importing.looksAt(id)).toMatchObject({ status: 'CANCELLED' });
  });
});

describe('slow uploads', () => {
  it('of one user occupy a limited number of slots, and give them back', async () => {
    const slow = Array.from({ length: limits.uploads.perUser }, (_, at) => beginUpload(session(), `${at}.csv`, MB));
    while ((await stored()).files < slow.length) await sleep(10);
    const refused = await uploads(session(), 'more.csv');
    expect(refused).toMatchObject({ status: 429, body: { code: 'UPLOAD_LIMIT', limit: limits.uploads.perUser } });
    expect(refused.headers.get('retry-after')).toBe('10');
    expect((await uploads({ url: api.url, cookie: api.people.EDITOR.cookie }, 'more.csv')).status).toBe(201);
    for (const { breakOff } of slow) breakOff();
    while ((await stored()).files > 1) await sleep(10);
    expect((await uploads(session(), 'more.csv')).status).toBe(201);
  });

  it('of all users occupy a limited number of slots', async () => {
    const { perUser, inAll } = limits.uploads;
    const senders: SignedInUser[] = [];
    for (let at = 0; at < inAll / perUser; at += 1) senders.push(await api.createUser(`Sender${at}`, 'CONTRIBUTOR'));
    // All at once, because the server ends an upload of which nothing arrives for ten seconds.
    const slow = Array.from({ length: inAll }, (_, at) => {
      const { cookie = '' } = senders[at % senders.length] ?? {};
      return beginUpload({ url: api.url, cookie }, `${at}.csv`, MB);
    });
    while ((await stored()).files < inAll) await sleep(10);
    expect(await uploads(session(), 'more.csv')).toMatchObject({
      status: 503,
      body: { code: 'UPLOAD_LIMIT', limit: inAll },
    });
    for (const { breakOff } of slow) breakOff();
    while ((await stored()).files > 0) await sleep(10);
    expect((await uploads(session(), 'more.csv')).status).toBe(201);
  }, 60_000);
});

describe('a small archive with 500 MB of newlines', () => {
  it('is uploaded as it is, is not read to its end, and gets a message', async () => {
    const member = gzipSync(Buffer.alloc(50 * MB, '\n'));
    const header = 'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n';
    const newlines = Array.from({ length: 10 }, () => member);
    const id = await importing.uploads({ 'states.csv.gz': Buffer.concat(newlines) });
    expect(await importing.looksAt(id)).toMatchObject({
      source: null,
      problem:
        'states.csv.gz: Its header and first five rows are not within its first 4 MB. Remove empty lines at its start.',
    });
    const later = await importing.uploads({ 'states.csv.gz': Buffer.concat([gzipSync(header), ...newlines]) });
    expect(await importing.does('setImportSource', later, ', source: "cow-states"')).toBe('ImportChanged');
    await importing.checks(later);
    expect((await importing.sees(later, 'ERROR'))[0]?.message).toBe(
      'The file is too large: its archive unpacks to more than 100 times its size. Split it, or leave out what is not needed.',
    );
  }, 60_000);

  it('has its head stored, so that it is read once', async () => {
    const id = await importing.uploads({ 'states.csv': 'a,b\n1,2\n' });
    const { rows } = await api.desk.owner.query('SELECT head FROM desk.import_file WHERE import_id = $1', [id]);
    expect(rows).toMatchObject([{ head: { columns: ['a', 'b'], sample: [['1', '2']], problem: null } }]);
  });
});
