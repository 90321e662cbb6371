import pg from 'pg';
import { codeOf, withClient, withDatabase } from './connect.ts';

/**
 * Creates a database, empty or as a copy of `template`, unless it exists. In a new database only the owner may create
 * temporary tables; after a migration, also the login of the ledger.
 */
export async function createDatabase(server: string, name: string, template?: string): Promise<void> {
  const database = pg.escapeIdentifier(name);
  const copy = template === undefined ? '' : ` template ${pg.escapeIdentifier(template)}`;
  await withClient(server, async (client) => {
    try {
      await client.query(`create database ${database}${copy}`);
    } catch (error) {
      // It exists, or another process is creating it.
      if (['42P04', '23505'].includes(codeOf(error) ?? '')) return;
      throw error;
    }
    // By default every role may create temporary tables. The reader must not write anything.
    await client.query(`revoke temporary on database ${database} from public`);
  });
}

/** Creates the database that `url` names if it is missing. The login of `url` must be allowed to create databases. */
export async function ensureDatabase(url: string): Promise<void> {
  try {
    await withClient(url, async () => undefined);
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
    await createDatabase(withDatabase(url, 'postgres'), decodeURIComponent(new URL(url).pathname.slice(1)));
  }
}
