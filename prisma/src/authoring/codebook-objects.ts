// The checks and indexes that the codebook asks for, as they stand in a database.
import type pg from 'pg';

/** The codebook marks its own by name: `_cbk` for a check, `_cix` for an index. */
export type CodebookObject = { name: string; table: string; kind: 'check' | 'index'; definition: string };

/** What a database should have, and the statement that makes it. */
export type Wanted = { name: string; kind: 'check' | 'index'; sql: string };

/** What the connected database has, in Postgres' own words, so that two spellings of one thing compare equal. */
export async function readCodebookObjects(client: pg.Client): Promise<Map<string, CodebookObject>> {
  const { rows } = await client.query<CodebookObject>(
    `select c.conname as name, format('%I.%I', n.nspname, t.relname) as table, 'check' as kind,
       pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
     where c.contype = 'c' and c.conname like '%\\_cbk'
     union all
     select i.relname, format('%I.%I', n.nspname, i.relname), 'index', pg_get_indexdef(i.oid)
     from pg_class i join pg_namespace n on n.oid = i.relnamespace
     where i.relkind = 'i' and i.relname like '%\\_cix'
     order by 3, 2, 1`,
  );
  return new Map(rows.map((row) => [row.name, row]));
}

/** The statement that takes one away. */
export function dropStatement({ name, table, kind }: CodebookObject): string {
  return kind === 'check' ? `ALTER TABLE ${table} DROP CONSTRAINT "${name}";` : `DROP INDEX ${table};`;
}

/** Those of `these` that `those` lack or have otherwise. */
export function differing<T extends { name: string }>(
  these: Iterable<T>,
  those: Map<string, CodebookObject>,
  reference: Map<string, CodebookObject>,
): T[] {
  return [...these].filter(({ name }) => those.get(name)?.definition !== reference.get(name)?.definition);
}
