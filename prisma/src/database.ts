import pg from 'pg';
import { codeOf, withClient, withDatabase } from './connect.ts';

/**
 * Creates a database, empty or as a copy of `template`, unless it exists. In a new database, chancery_writer is the
 * only login besides the owner that may create temporary tables.
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
    // The grant is not copied from the template. If the logins do not exist yet, after-migrate grants it later.
    const { rows } = await client.query("select from pg_roles where rolname = 'chancery_writer'");
    if (rows.length > 0) await client.query(`grant temporary on database ${database} to chancery_writer`);
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
