import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openStorage, withClient } from '@chancery/prisma';
import {
  leftOut,
  type RestoreOptions,
  remade,
  restoreBackup,
  storedSchemas,
  writeBackup,
} from '@chancery/prisma/backup';
import { type FreshDatabase, freshDatabase, type TestHome, testHome } from '@chancery/prisma/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmptyApi } from '../support/api.ts';
import { differencesOf, digestsOf, loginsOf } from '../support/backup-rounds.ts';
import { createRandomRegister, type RandomRegister } from '../support/random-register.ts';

const storage = join(import.meta.dirname, '..', '..', '..', 'prisma');

let register: RandomRegister;
let folder: TestHome;
let archive: string;
let target: FreshDatabase;

beforeAll(async () => {
  folder = testHome();
  mkdirSync(folder.home);
  register = await createRandomRegister({ seed: 3, records: 3, links: 4, citations: 20, revisions: 2 });
  archive = inFolder('whole.tar.gz');
  await writeBackup({ url: register.desk.database.urls.owner, file: archive });
}, 300_000);
afterAll(async () => {
  await register.desk.close();
  folder.remove();
});
beforeEach(async () => {
  target = await freshDatabase({ migrated: false });
});
afterEach(() => target.drop());

const inFolder = (name: string) => join(folder.home, name);

function restore(options: Partial<RestoreOptions> = {}) {
  return restoreBackup({
    ...{ home: folder.home, databaseUrl: target.urls.owner, logins: loginsOf(target), file: archive },
    ...options,
  });
}

/** Returns the tables and schemas of the target that are not there in an empty database. */
function contentOfTarget(): Promise<string[]> {
  return withClient(target.urls.owner, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
       UNION ALL SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    return rows.map(({ name }) => name);
  });
}

/** Checks that a restore is refused with one line, and that its target is empty afterwards. */
async function expectRefused(options: Partial<RestoreOptions>, message: RegExp): Promise<void> {
  const error = await restore(options).then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  expect(error?.name).toBe('StorageError');
  expect(error?.message).toMatch(message);
  expect(error?.message).not.toMatch(/\n/);
  expect(await contentOfTarget()).toEqual([]);
}

/** Writes a file with other bytes than the archive, and returns its path. */
function changed(change: (bytes: Buffer) => Buffer): string {
  const file = inFolder('changed.tar.gz');
  writeFileSync(file, change(readFileSync(archive)));
  return file;
}

/** Returns the archive with other text in its tar file, which keeps the checksums of gzip right. */
function edited(from: string, to: string): string {
  return changed((bytes) => {
    const tar = gunzipSync(bytes).toString('latin1');
    expect(tar).toContain(from);
    return gzipSync(Buffer.from(tar.replace(from, to), 'latin1'));
  });
}

describe('a restore refuses with one line, and leaves its place empty', () => {
  it.each([0.02, 0.2, 0.5, 0.8, 0.95, 0.999])('an archive with a flipped bit at %d of its length', async (place) => {
    const file = changed((bytes) => {
      const at = Math.floor(bytes.length * place);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
      return bytes;
    });
    await expectRefused(
      { file },
      /changed\.tar\.gz is incomplete or damaged: .+\. Copy it again, or use another backup\./,
    );
  });

  it.each([0.3, 0.9, 0.9999])('an archive that ends at %d of its length', async (share) => {
    const file = changed((bytes) => bytes.subarray(0, Math.floor(bytes.length * share)));
    await expectRefused({ file }, /is incomplete or damaged: it ends too early/);
  });

  it('rows that are not those of the manifest, although the archive can be read', async () => {
    const name = await withClient(register.desk.database.urls.owner, async (client) => {
      const { rows } = await client.query<{ id: string }>('SELECT id FROM register.fact LIMIT 1');
      return rows[0]?.id ?? '';
    });
    await expectRefused(
      { file: edited(name, `${name.slice(0, -1)}#`) },
      /the rows of \w+\.\w+ are not those of its manifest/,
    );
  });

  it('a manifest that contradicts the header', async () => {
    await expectRefused({ file: edited('"revision": 2', '"revision": 3') }, /its manifest does not match its header/);
  });

  it('a header that is not JSON', async () => {
    await expectRefused({ file: edited('"columns":', '"columns",') }, /is incomplete or damaged: .+ is not valid JSON/);
  });

  it('files that are no backup', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('SELECT 1;\n'),
      gzipSync('a text'),
      gzipSync(Buffer.alloc(2048)),
    ]) {
      const file = changed(() => bytes);
      await expectRefused({ file }, /is (not a backup of Chancery|incomplete or damaged)/);
    }
    await expectRefused({ file: inFolder('nowhere') }, /nowhere cannot be read: there is no such file\./);
  });

  it('an archive of a newer format, and one with a migration of a newer release', async () => {
    await expectRefused(
      { file: edited('"version": 1', '"version": 2') },
      /made by a newer release of Chancery \(0\.1\.0\)/,
    );
    const migrations = release('older').migrations;
    const last =
      readdirSync(migrations)
        .filter((name) => /^\d/.test(name))
        .at(-1) ?? '';
    rmSync(join(migrations, last), { recursive: true });
    await expectRefused(
      { release: { migrations } },
      new RegExp(`made by a newer release of Chancery .*: it has migration ${last}\\. Restore it with that release`),
    );
  });

  it('a restore that is interrupted', async () => {
    await expectRefused({ signal: AbortSignal.abort() }, /The restore of .+ failed: it was interrupted/);
  });
});

/** Copies the migrations of this release to a folder of their own. */
function release(name: string) {
  const [migrations, afterMigrate] = ['migrations', 'after-migrate'].map((part) => {
    cpSync(join(storage, part), inFolder(`${name}/${part}`), { recursive: true });
    return inFolder(`${name}/${part}`);
  });
  return { migrations: migrations ?? '', afterMigrate: afterMigrate ?? '' };
}

describe('a restore needs an empty place', () => {
  it('refuses a database with tables and leaves it alone', async () => {
    await withClient(target.urls.owner, (client) => client.query('CREATE TABLE public.mine (x integer)'));
    await expect(restore()).rejects.toThrow(
      /The database test_\w+ is not empty: it has public\.mine\. A restore needs/,
    );
    expect(await contentOfTarget()).toEqual(['mine']);
    const own = register.desk.database;
    const before = await digestsOf(own);
    await expect(restore({ databaseUrl: own.urls.owner })).rejects.toMatchObject({ code: 'NOT_EMPTY' });
    expect(await digestsOf(own)).toEqual(before);
  });

  it('refuses a data folder with anything in it', async () => {
    const home = inFolder('used');
    mkdirSync(join(home, 'postgres'), { recursive: true });
    await expect(restore({ home, databaseUrl: undefined })).rejects.toThrow(
      /used is not empty: it has postgres\. A restore needs an empty place: set CHANCERY_HOME to another folder\./,
    );
    expect(readdirSync(home)).toEqual(['postgres']);
  });

  it('a half-restored database is not opened, and the next restore empties it', async () => {
    // As after kill -9 in the middle.
    await withClient(target.urls.owner, (client) =>
      client.query(
        'CREATE SCHEMA register; CREATE TABLE register.fact (id text); CREATE TABLE public.chancery_unfinished_restore ()',
      ),
    );
    const open = () => openStorage({ home: folder.home, databaseUrl: target.urls.owner, logins: loginsOf(target) });
    await expect(open()).rejects.toThrow(/A restore into the database test_\w+ is running or did not finish/);
    await restore();
    await (await open()).stop();
  });
});

describe('a backup', () => {
  it('holds every table of Chancery, or names it as left out or made again', async () => {
    const api = await openEmptyApi();
    try {
      const { rows } = await api.desk.owner.query<{ name: string }>(
        `SELECT format('%s.%s', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1`,
      );
      const stored: readonly string[] = storedSchemas;
      const forgotten = rows.filter(({ name }) => {
        const [schema = ''] = name.split('.');
        return !(stored.includes(schema) || remade[name] || remade[`${schema}.*`]);
      });
      expect(forgotten).toEqual([]);
      const names = new Set(rows.map(({ name }) => name));
      expect(Object.keys(leftOut).filter((name) => !names.has(name))).toEqual([]);
      expect(Object.keys(remade).filter((name) => !name.endsWith('*') && !names.has(name))).toEqual([]);
    } finally {
      await api.close();
    }
  });

  it('does not overwrite a file, and an interrupted one leaves no file', async () => {
    const url = register.desk.database.urls.owner;
    const { mtimeMs } = statSync(archive);
    await expect(writeBackup({ url, file: archive })).rejects.toThrow(/whole\.tar\.gz exists, and a backup does not/);
    expect(statSync(archive).mtimeMs).toBe(mtimeMs);
    const stop = new AbortController();
    const file = inFolder('interrupted.tar.gz');
    const interrupted = writeBackup({ url, file, signal: stop.signal, onSnapshot: async () => stop.abort() });
    await expect(interrupted).rejects.toThrow(
      /The backup failed: it was interrupted\. .+interrupted\.tar\.gz was not written\./,
    );
    expect([existsSync(file), existsSync(`${file}.partial`)]).toEqual([false, false]);
  });

  it('of a server that ends the connection leaves no file', async () => {
    const file = inFolder('lost.tar.gz');
    const { owner } = register.desk;
    const lost = writeBackup({
      url: register.desk.database.urls.owner,
      file,
      onSnapshot: async (client) => {
        const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await owner.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      },
    });
    await expect(lost).rejects.toMatchObject({ code: 'BACKUP_FAILED' });
    expect([existsSync(file), existsSync(`${file}.partial`)]).toEqual([false, false]);
  });

  it('of a database without a register says so', async () => {
    await expect(writeBackup({ url: target.urls.owner, file: inFolder('none') })).rejects.toMatchObject({
      code: 'NO_REGISTER',
    });
  });

  it('does not contain the text of sessions', async () => {
    await register.desk.owner.query(
      `INSERT INTO desk.session (id, token, expires_at, user_id) SELECT 'ses', 'canary-token', now(), id FROM desk."user" LIMIT 1`,
    );
    const file = inFolder('sessions.tar.gz');
    await writeBackup({ url: register.desk.database.urls.owner, file });
    expect(gunzipSync(readFileSync(file)).includes('canary-token')).toBe(false);
  });

  it('restores into a release with one more migration', async () => {
    const { migrations, afterMigrate } = release('next');
    mkdirSync(join(migrations, '29990101000000_next'));
    writeFileSync(
      join(migrations, '29990101000000_next/migration.sql'),
      `ALTER TABLE register.state ADD COLUMN motto text; ALTER TABLE desk.comment ADD COLUMN length integer;
       ALTER TABLE register.fact RENAME COLUMN label TO title; CREATE TABLE ledger.seal (id text PRIMARY KEY);`,
    );
    writeFileSync(join(afterMigrate, '40-seal.sql'), 'GRANT SELECT ON ledger.seal TO chancery_reader');
    await restore({ release: { migrations, afterMigrate } });
    const expected = await digestsOf(register.desk.database);
    const actual = await digestsOf(target);
    const altered = ['register.state', 'register.fact', 'desk.comment', 'ledger.seal', 'history.state', 'history.fact'];
    expect(differencesOf(expected, actual).filter((name) => !altered.includes(name))).toEqual([]);
    const columns = await withClient(target.urls.owner, async (client) => {
      const { rows } = await client.query<{ titles: number; kept: number; facts: number }>(
        `SELECT (SELECT count(title)::int FROM register.fact) AS titles, (SELECT count(label)::int FROM history.fact) AS kept,
           (SELECT count(*)::int FROM register.fact) AS facts`,
      );
      return rows[0];
    });
    expect(columns?.titles).toBe(columns?.facts);
    expect(columns?.kept).toBeGreaterThan(0);
  });

  it('with a passphrase is encrypted, and restores with that passphrase only', async () => {
    const file = inFolder('secret.tar.gz.age');
    await writeBackup({ url: register.desk.database.urls.owner, file, passphrase: 'correct horse' });
    await expectRefused({ file }, /is encrypted\. Set CHANCERY_BACKUP_PASSPHRASE/);
    await expectRefused({ file, passphrase: 'wrong' }, /CHANCERY_BACKUP_PASSPHRASE is not the passphrase/);
    const damaged = inFolder('damaged.age');
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
    writeFileSync(damaged, bytes);
    await expectRefused({ file: damaged, passphrase: 'correct horse' }, /is incomplete or damaged/);
    await restore({ file, passphrase: 'correct horse' });
    expect(differencesOf(await digestsOf(register.desk.database), await digestsOf(target))).toEqual([]);
  }, 300_000);
});
