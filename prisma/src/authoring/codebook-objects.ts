// Checks and indexes that are generated from the codebook, as found in a database.
import type pg from 'pg';

/**
 * A check or index in a database that was generated from the codebook, marked by the end of its name: `_cbk` for a
 * check, `_cix` for an index. `table` is the qualified name of the table for a check, and of the index itself for an
 * index.
 */
export type CodebookObject = { name: string; table: string; kind: 'check' | 'index'; definition: string };

/** A check or index that the codebook requires in the database, with the statement that creates it. */
export type WantedObject = { name: string; kind: 'check' | 'index'; sql: string };

/** Reads the codebook objects of the connected database by name, with definitions as Postgres normalizes them. */
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

/** Returns the SQL statement that drops a check or an index. */
export function dropStatement({ name, table, kind }: CodebookObject): string {
  return kind === 'check' ? `ALTER TABLE ${table} DROP CONSTRAINT "${name}";` : `DROP INDEX ${table};`;
}

/** Returns the items whose definitions in `actual` and `expected` differ, or that only one of the two contains. */
export function selectChanged<T extends { name: string }>(
  items: Iterable<T>,
  actual: Map<string, CodebookObject>,
  expected: Map<string, CodebookObject>,
): T[] {
  return [...items].filter(({ name }) => actual.get(name)?.definition !== expected.get(name)?.definition);
}
