import pg from 'pg';
import { codeOf, withClient, withDatabase } from './connect.ts';

/** Creates a database, empty or as a copy of `template`, unless it is there. */
export async function createDatabase(server: string, name: string, template?: string): Promise<void> {
  const database = pg.escapeIdentifier(name);
  const copy = template === undefined ? '' : ` template ${pg.escapeIdentifier(template)}`;
  await withClient(server, async (client) => {
    try {
      await client.query(`create database ${database}${copy}`);
    } catch (error) {
      // It is there, or another process makes it at this moment.
      if (['42P04', '23505'].includes(codeOf(error) ?? '')) return;
      throw error;
    }
    // Everybody may make temporary tables by default; a reader writes nothing at all.
    await client.query(`revoke temporary on database ${database} from public`);
    // The right does not come with the template; in a database made before the logins, after-migrate gives it.
    const { rows } = await client.query("select from pg_roles where rolname = 'chancery_writer'");
    if (rows.length > 0) await client.query(`grant temporary on database ${database} to chancery_writer`);
  });
}

/** Makes sure that the database which `url` names is there, given an owner who may create it. */
export async function ensureDatabase(url: string): Promise<void> {
  try {
    await withClient(url, async () => undefined);
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
    await createDatabase(withDatabase(url, 'postgres'), decodeURIComponent(new URL(url).pathname.slice(1)));
  }
}
