import { createHash } from 'node:crypto';
import type pg from 'pg';

/** The names of the logins of readers, the desk and the ledger in one database. */
export type LoginNames = { reader: string; desk: string; writer: string };

/** The logins of a private Postgres, and of databases that were set up before logins were named by database. */
export const defaultLoginNames: LoginNames = {
  reader: 'chancery_reader',
  desk: 'chancery_desk',
  writer: 'chancery_writer',
};

/**
 * Returns the names of the logins of the connected database on a server that others may use too: logins belong to the
 * whole server, so the names contain that of the database. A database whose logins have the default names keeps them.
 */
export async function loginNamesOf(client: pg.Client): Promise<LoginNames> {
  const { rows } = await client.query<{ database: string; hasDefaults: boolean }>(
    `select current_database() as database,
       exists (select from pg_roles r join pg_namespace n on n.nspname = 'ledger'
         where r.rolname = $1 and not r.rolsuper and has_schema_privilege(r.oid, n.oid, 'USAGE')) as "hasDefaults"`,
    [defaultLoginNames.reader],
  );
  const [found] = rows;
  if (!found || found.hasDefaults) return defaultLoginNames;
  const part = shortened(found.database);
  return { reader: `chancery_${part}_reader`, desk: `chancery_${part}_desk`, writer: `chancery_${part}_writer` };
}

/** The maximum length of a name in Postgres is 63 bytes. */
const maxBytes = 63 - 'chancery__reader'.length;

function shortened(database: string): string {
  if (Buffer.byteLength(database) <= maxBytes) return database;
  return createHash('sha256').update(database).digest('hex').slice(0, 32);
}
