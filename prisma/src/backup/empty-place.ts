// What counts as an empty place for a restore, and how to make a half-restored place empty again.
import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { findCluster } from '../embedded-postgres/cluster-folder.ts';
import { StorageError } from '../storage-error.ts';
import { storedSchemas } from './stored-tables.ts';
import { isDatabaseMarked, isHomeMarked, unmarkDatabase, unmarkHome } from './unfinished-restore.ts';

// May be in the data folder before a restore: the lock of this process, the secret that signs cookies, copies of the
// programs of Postgres, and what a file system puts into its top folder.
const harmless = ['running', 'cookie-secret', 'binaries', 'lost+found'];

/**
 * Checks that a data folder is empty. A half-restored folder is emptied.
 * @throws StorageError `NOT_EMPTY`
 */
export function prepareHome(home: string): void {
  if (!existsSync(home)) return;
  if (isHomeMarked(home)) emptyHome(home);
  const [first] = readdirSync(home).filter((name) => !harmless.includes(name));
  if (first === undefined) return;
  throw new StorageError(
    'NOT_EMPTY',
    `The data folder ${home} is not empty: it has ${first}. A restore needs an empty place: set CHANCERY_HOME to another folder.`,
  );
}

/** Removes what a restore has put into a data folder. Its server must be stopped. */
export function emptyHome(home: string): void {
  const cluster = existsSync(join(home, 'postgres')) ? findCluster(home) : undefined;
  // The cluster may be elsewhere, with a link in the data folder.
  if (cluster !== undefined) rmSync(realpathSync(cluster), { recursive: true, force: true });
  for (const name of ['postgres', 'logins.json']) rmSync(join(home, name), { recursive: true, force: true });
  unmarkHome(home);
}

/**
 * Checks that a database is empty. A half-restored database is emptied.
 * @throws StorageError `NOT_EMPTY`
 */
export async function prepareDatabase(client: pg.Client): Promise<void> {
  if (await isDatabaseMarked(client)) await emptyDatabase(client);
  const { rows } = await client.query<{ name: string; database: string }>(
    `select n.nspname || '.' || c.relname as name, current_database() as database
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       and not exists (select from pg_depend d
         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by 1 limit 1`,
  );
  const [first] = rows;
  if (!first) return;
  throw new StorageError(
    'NOT_EMPTY',
    `The database ${first.database} is not empty: it has ${first.name}. A restore needs an empty place: create a database, and set DATABASE_URL to it.`,
  );
}

/** Removes what a restore has put into a database. */
export async function emptyDatabase(client: pg.Client): Promise<void> {
  await client.query(`drop schema if exists ${storedSchemas.join(', ')} cascade`);
  await client.query('drop table if exists public._prisma_migrations');
  await unmarkDatabase(client);
}
