// Applies migrations at start, without Prisma's engine. Records them in the engine's own table, so that Prisma's tools
// can read it.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { messageOf, withClient } from './connect.ts';
import { defaultLoginNames, type LoginNames } from './login-names.ts';
import {
  afterMigrateFolder,
  checksumOf,
  migrationsFolder,
  readAfterMigrate,
  readMigrations,
  type Script,
} from './migrations.ts';
import { StorageError } from './storage-error.ts';

/** Options of {@link migrate}. */
export type MigrateOptions = {
  log?: (line: string) => void;
  /**
   * The logins that get the privileges of reader, desk and ledger, by default those of a private Postgres; null to grant
   * none, because the owner's login is used for everything.
   */
  logins?: LoginNames | null;
  /** The folder to read migrations from instead of that of this package, for tests. */
  migrations?: string;
  /** The folder to read after-migrate scripts from instead of that of this package, for tests. */
  afterMigrate?: string;
};

/** A migration as the database records it. `finished` is false if another tool began it. */
export type AppliedMigration = { name: string; checksum: string; finished: boolean };

/**
 * Updates the database to this release and returns the names of the migrations that were applied, in order.
 * @throws StorageError if a migration fails, was left unfinished or was edited after it was applied, or if the database
 * has migrations that this release does not know
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const { log = () => undefined, migrations = migrationsFolder, afterMigrate = afterMigrateFolder } = options;
  const { logins = defaultLoginNames } = options;
  const shipped = readMigrations(migrations);
  const after = readAfterMigrate(afterMigrate);
  return withMigrationLock(url, async (client) => {
    await makeTable(client);
    const applied = await readApplied(client);
    const pending = pendingOf(shipped, applied);
    for (const migration of pending) {
      await apply(client, migration, () => record(client, migration));
      log(`Applied migration ${migration.name}`);
    }
    await runAfterMigrate(client, checksumOf([...shipped, ...after]), { after, logins });
    return pending.map(({ name }) => name);
  });
}

/**
 * The after-migrate scripts that read the catalog and name no table: they run on every schema version, also on that of an
 * earlier release.
 */
const forEveryVersion = ['10-settle.sql', '20-history.sql'];

/**
 * Brings an empty database to the schema version of a backup: applies the migrations of this release that `names` lists,
 * and creates the tables of the history. Privileges and the rest of the after-migrate scripts are left to {@link migrate}.
 * @throws StorageError if a migration fails
 */
export async function migrateTo(url: string, names: ReadonlySet<string>, options: MigrateOptions = {}): Promise<void> {
  const { migrations = migrationsFolder, afterMigrate = afterMigrateFolder } = options;
  const wanted = readMigrations(migrations).filter(({ name }) => names.has(name));
  const after = readAfterMigrate(afterMigrate).filter(({ name }) => forEveryVersion.includes(name));
  await withMigrationLock(url, async (client) => {
    await makeTable(client);
    for (const migration of wanted) await apply(client, migration, () => record(client, migration));
    await inTransaction(client, async () => {
      for (const script of after) await run(client, script);
    });
  });
}

/** Returns true if the database was made by an earlier release, so that {@link migrate} would change it. */
export async function needsUpgrade(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`select where to_regclass('public._prisma_migrations') is not null`);
    if (rows.length === 0) return false;
    const applied = await readApplied(client);
    return applied.length > 0 && pendingOf(readMigrations(migrationsFolder), applied).length > 0;
  });
}

function withMigrationLock<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query('set statement_timeout = 0');
    // The lock key of Prisma's engine. The lock is released with the connection.
    await client.query('select pg_advisory_lock(72707369)');
    return work(client);
  });
}

async function makeTable(client: pg.Client): Promise<void> {
  await client.query(`create table if not exists public._prisma_migrations (
    id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
    migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
    started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
}

/** Returns the migrations that the database has, in the order in which they were applied. Their table must exist. */
export async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from public._prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
  );
  return rows;
}

/**
 * Returns the migrations of this release that the database does not have, in order.
 * @throws StorageError if the database has a migration that is unfinished or edited, or that this release does not know
 */
export function pendingOf(shipped: Script[], applied: AppliedMigration[]): Script[] {
  const shippedByName = new Map(shipped.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    const migration = shippedByName.get(name);
    if (!migration) {
      throw new StorageError(
        'NEWER_RELEASE',
        `The database has migration ${name} from a newer release of Chancery. Start that release, or restore a backup of this release into an empty place.`,
      );
    }
    if (!finished) {
      throw new StorageError(
        'MIGRATION_FAILED',
        `Migration ${name} was started by another tool and did not finish. Restore a backup, or finish the migration with that tool.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new StorageError(
        'EDITED_MIGRATION',
        `Migration ${name} was edited after it was applied to this database. Restore the file and write a new migration.`,
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return shipped.filter(({ name }) => !done.has(name));
}

async function record(client: pg.Client, { name, checksum }: Script): Promise<void> {
  await client.query(
    `insert into public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}

// Stores the checksum and the logins in the same transaction. So the scripts run at the next start if the process is
// killed between a migration and this step, and a release that changes only these scripts, or an operator who changes
// the logins, runs them too.
async function runAfterMigrate(
  client: pg.Client,
  checksum: string,
  { after, logins }: { after: Script[]; logins: LoginNames | null },
): Promise<void> {
  const { rows } = await client.query<{ comment: string | null }>(
    `select obj_description('public._prisma_migrations'::regclass) as comment`,
  );
  const comment = `settled ${checksum} ${logins ? [logins.reader, logins.desk, logins.writer].join(' ') : 'for one login'}`;
  if (rows[0]?.comment === comment) return;
  await inTransaction(client, async () => {
    await client.query(
      "select set_config('chancery.reader', $1, true), set_config('chancery.desk', $2, true), set_config('chancery.writer', $3, true)",
      [logins?.reader ?? '', logins?.desk ?? '', logins?.writer ?? ''],
    );
    for (const script of after) await run(client, script);
    await client.query(`comment on table public._prisma_migrations is ${client.escapeLiteral(comment)}`);
  });
}

async function apply(client: pg.Client, script: Script, recordIt: () => Promise<void>): Promise<void> {
  await inTransaction(client, async () => {
    await run(client, script);
    await recordIt();
  });
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    // Fails only if the connection is lost; then the server rolls back.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function run(client: pg.Client, { name, sql }: Script): Promise<void> {
  try {
    await client.query(sql);
  } catch (cause) {
    throw new StorageError(
      'MIGRATION_FAILED',
      `Migration ${name} failed and was rolled back: ${messageOf(cause)}. Fix the cause and start Chancery again, or start the previous release.`,
      { cause },
    );
  }
}
