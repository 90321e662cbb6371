import { withClient, withDatabase } from '../connect.ts';
import type { DatabaseUrls } from '../logins.ts';
import { openStorage } from '../storage.ts';
import { testHome } from './test-home.ts';

/** Where tests create databases: the owner's URL of the server, the name of the template, and the template's URLs. */
export type TestDatabases = { server: string; template: string; urls: DatabaseUrls };

/** The environment variable that passes {@link TestDatabases} to the test processes, as JSON. */
export const testDatabasesVariable = 'CHANCERY_TEST_DATABASES';

/** Starts a throwaway Postgres with a migrated template database, which each test file copies. `stop` removes it. */
export async function serveTestDatabases(): Promise<{ databases: TestDatabases; stop: () => Promise<void> }> {
  const { home, remove } = testHome();
  const storage = await openStorage({ home, durable: false }).catch((error: unknown) => {
    remove();
    throw error;
  });
  const server = withDatabase(storage.urls.owner, 'postgres');
  const template = 'chancery';
  // Postgres cannot copy a template that has open connections.
  await withClient(server, (client) =>
    client.query(`alter database ${template} is_template true allow_connections false`),
  );
  const stop = async () => {
    await storage.stop();
    remove();
  };
  return { databases: { server, template, urls: storage.urls }, stop };
}
