import { resolve } from 'node:path';
import type pg from 'pg';
import { codeOf, messageOf } from '../connect.ts';
import { pendingOf, readApplied } from '../migrate.ts';
import { migrationsFolder, readMigrations } from '../migrations.ts';
import { StorageError } from '../storage-error.ts';
import {
  applicationVersion,
  chunkName,
  formatVersion,
  type Header,
  headerName,
  type Manifest,
  manifestName,
} from './archive-format.ts';
import { copyOut } from './copy-rows.ts';
import { withCopySession } from './session.ts';
import { isStored, leftOut, quoted, readTables, type StoredTable, storedSchemas } from './stored-tables.ts';
import { type ArchiveWriter, createArchive } from './write-archive.ts';

/** What to back up, and where to. */
export type BackupOptions = {
  /** The owner's connection URL of the database. */
  url: string;
  /** The archive to write. It must not exist. */
  file: string;
  /** Encrypts the archive. */
  passphrase?: string | undefined;
  /** Aborting it ends the backup and removes the unfinished file. */
  signal?: AbortSignal | undefined;
  /**
   * Called with the connection of the backup when its snapshot is fixed, for tests that compare the snapshot with the
   * restored database.
   */
  onSnapshot?: (client: pg.Client) => Promise<void>;
};

/** What a backup holds. `bytes`: of the rows, before compression. */
export type BackupSummary = { file: string; revision: number; tables: number; rows: number; bytes: number };

/**
 * Writes a backup of the database, as of one moment, while others read and write it. The archive gets its name only
 * when it is complete. It holds all tables of Chancery except those in `leftOut`, and neither the passwords of the
 * database logins nor the secret that signs cookies.
 * @throws StorageError if the database has no register, or one of a newer release, or if reading or writing fails
 */
export async function writeBackup(options: BackupOptions): Promise<BackupSummary> {
  const file = resolve(options.file);
  const archive = await createArchive(file, options.passphrase);
  try {
    const manifest = await withCopySession(options.url, options.signal, async (client) => {
      const header = await fixSnapshot(client);
      await options.onSnapshot?.(client);
      return writeEntries(client, archive, header);
    });
    await archive.finish();
    const total = (of: 'rows' | 'bytes') => manifest.tables.reduce((sum, table) => sum + table[of], 0);
    return {
      ...{ file, revision: manifest.revision, tables: manifest.tables.length },
      ...{ rows: total('rows'), bytes: total('bytes') },
    };
  } catch (error) {
    await archive.discard();
    throw backupError(error, options);
  }
}

type Snapshot = { header: Header; tables: StoredTable[] };

/** Begins the transaction of the backup. Its snapshot is that of the statements after the locks. */
async function fixSnapshot(client: pg.Client): Promise<Snapshot> {
  // No migration may change tables between the list of tables and their locks. The key is that of `migrate`.
  await client.query('select pg_advisory_lock_shared(72707369)');
  const { rows } = await client.query<{ is: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null and to_regclass('ledger.head') is not null as is`,
  );
  if (!rows[0]?.is) {
    throw new StorageError('NO_REGISTER', 'The database has no register, so there is nothing to back up.');
  }
  const applied = await readApplied(client);
  pendingOf(readMigrations(migrationsFolder), applied);
  const all = await readTables(client);
  await client.query('begin isolation level repeatable read read only');
  await client.query(`lock table ${all.map(quoted).join(', ')} in access share mode`);
  const head = await client.query<{ revision: number; at: Date; postgres: string }>(
    `select number as revision, clock_timestamp() as at, current_setting('server_version') as postgres from ledger.head`,
  );
  const [at] = head.rows;
  if (!at) throw new Error('The table ledger.head has no row');
  await client.query('select pg_advisory_unlock_shared(72707369)');
  const tables = all.filter(isStored);
  const header: Header = {
    ...{ format: 'chancery-backup', version: formatVersion, application: applicationVersion() },
    ...{ postgres: at.postgres, createdAt: at.at.toISOString(), revision: at.revision },
    migrations: applied.map(({ name, checksum }) => ({ name, checksum })),
    tables: tables.map(({ schema, name, columns }) => ({ schema, name, columns })),
    leftOut,
  };
  return { header, tables };
}

async function writeEntries(
  client: pg.Client,
  archive: ArchiveWriter,
  { header, tables }: Snapshot,
): Promise<Manifest> {
  await archive.add(headerName, toJson(header));
  const contents: Manifest['tables'] = [];
  for (const table of tables) {
    let number = 0;
    const content = await copyOut(client, table, async (chunk) => {
      number += 1;
      await archive.add(chunkName(table, number), chunk);
    });
    contents.push({ schema: table.schema, name: table.name, columns: table.columns, ...content });
  }
  // Sequences are not part of a snapshot. Read last, they are ahead of the rows, never behind.
  const manifest: Manifest = { ...header, tables: contents, sequences: await readSequences(client) };
  await archive.add(manifestName, toJson(manifest));
  await client.query('commit');
  return manifest;
}

const toJson = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

async function readSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select schemaname as schema, sequencename as name from pg_sequences where schemaname = any ($1) order by 1, 2`,
    [storedSchemas],
  );
  const sequences: Manifest['sequences'] = [];
  for (const sequence of rows) {
    const { rows: values } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(sequence)}`,
    );
    sequences.push(...values.map((value) => ({ ...sequence, ...value })));
  }
  return sequences;
}

function backupError(error: unknown, { file, signal }: BackupOptions): unknown {
  if (error instanceof StorageError) return error;
  const isExpected =
    signal?.aborted || codeOf(error) !== undefined || /Connection terminated|connection error/.test(messageOf(error));
  if (!isExpected) return error;
  const reason = signal?.aborted ? 'it was interrupted' : messageOf(error);
  return new StorageError('BACKUP_FAILED', `The backup failed: ${reason}. ${file} was not written.`, { cause: error });
}
