import { createHash } from 'node:crypto';
import type pg from 'pg';

/**
 * Returns, for each table in the given schemas, its number of rows and a digest of the sorted rows, as one text. Equal
 * data give equal digests, also if the columns of a table have another order.
 */
export async function tableDigests(
  pool: Pick<pg.Pool, 'query'>,
  schemas: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await pool.query<{ name: string; columns: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
       (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1) AND c.relkind = 'r' ORDER BY 1`,
    [schemas],
  );
  const digests: Record<string, string> = {};
  for (const { name, columns } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT t::text COLLATE "C" AS row FROM (SELECT ${columns} FROM ${name}) t ORDER BY 1`,
    );
    // Row by row, because a large table exceeds the maximum length of a string.
    const hash = createHash('sha256');
    for (const { row } of rows) hash.update(row).update('\n');
    digests[name] = `${rows.length} rows, ${hash.digest('hex')}`;
  }
  return digests;
}

/**
 * Returns digests of the tables that merges write: register, history and operations of the ledger. Leaves out tables
 * with timestamps or ids of users, requests and changesets, which differ between runs.
 */
export async function registerDigests(pool: Pick<pg.Pool, 'query'>): Promise<Readonly<Record<string, string>>> {
  const digests = await tableDigests(pool, ['register', 'history', 'ledger']);
  const excluded = ['head', 'review', 'revision', 'sealed_version', 'sealed_group', 'finding'].map(
    (name) => `ledger.${name}`,
  );
  return Object.fromEntries(Object.entries(digests).filter(([table]) => !excluded.includes(table)));
}
