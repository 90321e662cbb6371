// Marks a database and a data folder while a restore fills them, so that a half-restored place is never served.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { withClient } from '../connect.ts';
import { StorageError } from '../storage-error.ts';

const markTable = 'public.chancery_unfinished_restore';
const markFile = (home: string) => join(home, 'unfinished-restore');

/** Marks a database. */
export async function markDatabase(client: pg.Client): Promise<void> {
  await client.query(`create table ${markTable} (started_at timestamptz not null default now())`);
}

/** Removes the mark of a database. */
export async function unmarkDatabase(client: pg.Client): Promise<void> {
  await client.query(`drop table if exists ${markTable}`);
}

/** Returns true if the database has a mark: a restore fills it, or was killed while it did. */
export async function isDatabaseMarked(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(`select where to_regclass('${markTable}') is not null`);
  return rows.length > 0;
}

/** Marks a data folder. */
export function markHome(home: string): void {
  writeFileSync(markFile(home), '');
}

/** Removes the mark of a data folder. */
export function unmarkHome(home: string): void {
  rmSync(markFile(home), { force: true });
}

/** Returns true if the data folder has a mark: a restore fills it, or was killed while it did. */
export function isHomeMarked(home: string): boolean {
  return existsSync(markFile(home));
}

/**
 * Refuses a half-restored place. `home` is the data folder of the private Postgres.
 * @throws StorageError `UNFINISHED_RESTORE`
 */
export async function refuseUnfinishedRestore(url: string, home: string | undefined): Promise<void> {
  const isMarked = (home !== undefined && isHomeMarked(home)) || (await withClient(url, isDatabaseMarked));
  if (!isMarked) return;
  const place = home ?? `the database ${new URL(url).pathname.slice(1)}`;
  throw new StorageError(
    'UNFINISHED_RESTORE',
    `A restore into ${place} is running or did not finish. Wait for it, or run npm run restore -- FILE again.`,
  );
}
