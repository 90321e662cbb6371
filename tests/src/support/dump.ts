import { createHash } from 'node:crypto';
import type pg from 'pg';

/** A digest of every row of every table of some schemas, sorted: equal where the data are. By table. */
export async function dumpOf(
  pool: Pick<pg.Pool, 'query'>,
  schemas: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1) AND c.relkind = 'r' ORDER BY 1`,
    [schemas],
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text COLLATE "C" AS row FROM ${name} t ORDER BY 1`);
    // Row by row: all of a large table is more than one string can hold.
    const hash = createHash('sha256');
    for (const { row } of rows) hash.update(row).update('\n');
    digests[name] = `${rows.length} rows, ${hash.digest('hex')}`;
  }
  return digests;
}

/**
 * A digest of every table that tells what was merged: the register, its history, the operations of the ledger. Left out is
 * what bears the time at which it was written, or ids of people, requests and changesets: that is another each time.
 */
export async function dumpOfRegister(pool: Pick<pg.Pool, 'query'>): Promise<Readonly<Record<string, string>>> {
  const dump = await dumpOf(pool, ['register', 'history', 'ledger']);
  const own = ['head', 'review', 'revision', 'sealed_version', 'sealed_group', 'finding'].map(
    (name) => `ledger.${name}`,
  );
  return Object.fromEntries(Object.entries(dump).filter(([table]) => !own.includes(table)));
}
