// Which tables a backup holds. They are read from the catalog of the database, so that a new table cannot be forgotten.
import pg from 'pg';
import { nameOf, type Table } from './archive-format.ts';

/** The schemas of Chancery, whose tables are in a backup. The migrations create them. */
export const storedSchemas = ['register', 'history', 'ledger', 'desk'] as const;

/** Tables of these schemas whose rows are not in a backup, with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  'desk.session': 'A stolen backup must not contain sessions. People sign in again.',
  'desk.verification': 'Links and codes that are valid for a short time. A stolen backup must not contain them.',
  'desk.password_link': 'Links with which users set a password. A stolen or restored backup must not revive them.',
  'desk.sign_in_attempt': 'Counts of failed sign-ins, which are valid for minutes.',
};

/** Tables outside these schemas that Chancery makes again, with the reason why a backup does not need them. */
export const remade: Readonly<Record<string, string>> = {
  'public._prisma_migrations': 'The header of the archive names the migrations, and a restore applies them.',
  'graphile_worker.*': 'The queue. The API creates it when it starts and queues the unfinished jobs of desk.job.',
};

/** A table as the database has it. `key`: the columns of its primary key, and whether they have a collation. */
export type StoredTable = Table & { key: { name: string; isCollated: boolean }[] };

/**
 * Returns the tables of all schemas of Chancery, in order of their names, including those whose rows are left out.
 * @throws Error for a table without a primary key, which has no fixed order of rows
 */
export async function readTables(client: pg.Client): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable>(
    `select n.nspname as schema, c.relname as name,
       array(select jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
         from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by a.attnum) as columns,
       array(select jsonb_build_object('name', a.attname, 'isCollated', a.attcollation <> 0)
         from pg_index i cross join unnest(i.indkey) with ordinality as k (number, position)
           join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
         where i.indrelid = c.oid and i.indisprimary
         order by k.position) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($1) and c.relkind in ('r', 'p')
     order by n.nspname collate "C", c.relname collate "C"`,
    [storedSchemas],
  );
  for (const table of rows) if (table.key.length === 0) throw new Error(`Table ${nameOf(table)} has no primary key`);
  return rows;
}

/** Returns true if the rows of a table are in a backup. */
export function isStored(table: Pick<Table, 'schema' | 'name'>): boolean {
  return leftOut[nameOf(table)] === undefined;
}

/** Returns the name of a table with its schema, quoted for a statement. */
export function quoted({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}

/** Returns the columns of a table, quoted and separated by commas. */
export function columnList({ columns }: Pick<Table, 'columns'>): string {
  return columns.map(({ name }) => pg.escapeIdentifier(name)).join(', ');
}
