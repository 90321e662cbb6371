import { resolve } from 'node:path';
import { codeOf, messageOf, withClient, withDatabase } from '../connect.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres/index.ts';
import { fillInnerBounds } from '../fill-inner-bounds.ts';
import { makeHome } from '../home.ts';
import { ensureLogins } from '../logins.ts';
import { type MigrateOptions, migrate, migrateTo } from '../migrate.ts';
import { migrationsFolder, readMigrations } from '../migrations.ts';
import { checkServer, type StorageOptions } from '../storage.ts';
import { StorageError } from '../storage-error.ts';
import type { Manifest } from './archive-format.ts';
import { emptyDatabase, emptyHome, prepareDatabase, prepareHome } from './empty-place.ts';
import { loadRows } from './load-rows.ts';
import { withCopySession } from './session.ts';
import { markDatabase, markHome, unmarkDatabase, unmarkHome } from './unfinished-restore.ts';
import { type Archive, readVerified } from './verify-archive.ts';

// The key of the advisory lock: two more than that of the migrations.
const lock = 72_707_371;

/** What to restore, and where to. The place is that of {@link StorageOptions}, and must be empty. */
export type RestoreOptions = Omit<StorageOptions, 'beforeUpgrade'> & {
  file: string;
  /** Needed if the archive is encrypted. */
  passphrase?: string | undefined;
  /** Aborting it ends the restore and empties the place. */
  signal?: AbortSignal | undefined;
  /** The folders of migrations of another release, for tests. */
  release?: Pick<MigrateOptions, 'migrations' | 'afterMigrate'>;
};

/** What was restored. */
export type RestoreSummary = { revision: number; createdAt: string; tables: number; rows: number };

/**
 * Restores a backup into an empty place and migrates it to this release. Nothing is written before the whole archive is
 * verified. After an error the place is empty again; if the process is killed, the place is refused by `openStorage`
 * until the restore is repeated. Stops the private Postgres in the end.
 * @throws StorageError if the archive cannot be restored or the place is not empty
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreSummary> {
  const { databaseUrl, log = () => undefined, release = {} } = options;
  const archive: Archive = {
    file: resolve(options.file),
    passphrase: options.passphrase,
    shipped: readMigrations(release.migrations ?? migrationsFolder),
  };
  const verify = async () => {
    const manifest = await readVerified(archive);
    log(`Verified ${archive.file}: revision ${manifest.revision}, ${rowsOf(manifest)} rows, of ${manifest.createdAt}`);
    return manifest;
  };
  const manifest =
    databaseUrl === undefined
      ? await restoreIntoHome(options, archive, verify)
      : await restoreIntoDatabase(options, databaseUrl, archive, verify);
  const { revision, createdAt, tables } = manifest;
  log(`Restored ${rowsOf(manifest)} rows, and compared each of ${tables.length} tables with the backup`);
  return { revision, createdAt, tables: tables.length, rows: rowsOf(manifest) };
}

const rowsOf = ({ tables }: Manifest) => tables.reduce((sum, { rows }) => sum + rows, 0);

async function restoreIntoHome(
  options: RestoreOptions,
  archive: Archive,
  verify: () => Promise<Manifest>,
): Promise<Manifest> {
  const { home } = options;
  prepareHome(home);
  const manifest = await verify();
  makeHome(home);
  markHome(home);
  let server: EmbeddedPostgres | undefined;
  try {
    server = await startEmbeddedPostgres(options);
    await restoreIntoDatabase(options, withDatabase(server.url, 'chancery'), archive, async () => manifest);
    await server.stop();
    unmarkHome(home);
    return manifest;
  } catch (error) {
    await server?.stop();
    emptyHome(home);
    throw restoreError(error, options);
  }
}

async function restoreIntoDatabase(
  options: RestoreOptions,
  url: string,
  archive: Archive,
  verify: () => Promise<Manifest>,
): Promise<Manifest> {
  await checkServer(url);
  return withClient(url, async (client) => {
    // Released with the connection. Without it, a second restore would take this one for a killed one.
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [lock]);
    if (!rows[0]?.locked)
      throw new StorageError('NOT_EMPTY', 'Another restore into this database is running. Wait for it.');
    await prepareDatabase(client);
    const manifest = await verify();
    // Again, because verifying a large archive takes minutes.
    await prepareDatabase(client);
    await markDatabase(client);
    try {
      await fill(options, url, archive, manifest);
      return manifest;
    } catch (error) {
      await withClient(url, emptyDatabase).catch((cause: unknown) => {
        throw new StorageError(
          'UNFINISHED_RESTORE',
          `The restore failed (${messageOf(error)}), and the database could not be emptied: ${messageOf(cause)}. Run the restore again.`,
          { cause },
        );
      });
      throw restoreError(error, options);
    }
  });
}

/** Fills an empty database. */
async function fill(options: RestoreOptions, url: string, archive: Archive, manifest: Manifest): Promise<void> {
  const { home, databaseUrl, logins: given, log = () => undefined, release = {}, signal } = options;
  const shared = databaseUrl !== undefined;
  // The privileges that the migrations grant need the logins.
  const { names } = await ensureLogins({ owner: url, home, shared, log, ...(given ? { given } : {}) });
  await migrateTo(url, new Set(manifest.migrations.map(({ name }) => name)), release);
  await withCopySession(url, signal, (client) => loadRows(client, archive));
  await migrate(url, { log, logins: names, ...release });
  await withClient(url, async (client) => {
    await fillInnerBounds(client);
    await client.query('analyze');
    await unmarkDatabase(client);
  });
}

function restoreError(error: unknown, { file, signal }: RestoreOptions): unknown {
  if (error instanceof StorageError) return error;
  const isExpected =
    signal?.aborted || codeOf(error) !== undefined || /Connection terminated|connection error/.test(messageOf(error));
  if (!isExpected) return error;
  const reason = signal?.aborted ? 'it was interrupted' : messageOf(error);
  return new StorageError('BACKUP_FAILED', `The restore of ${file} failed: ${reason}. The place is empty again.`, {
    cause: error,
  });
}
