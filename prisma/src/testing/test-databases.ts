import { withClient, withDatabase } from '../connect.ts';
import type { Urls } from '../logins.ts';
import { openStorage } from '../storage.ts';
import { testHome } from './test-home.ts';

/** Where test databases come from; handed to the test processes as JSON in the environment. */
export type TestDatabases = { server: string; template: string; urls: Urls };

/** The name of that entry of the environment. */
export const testDatabasesEntry = 'CHANCERY_TEST_DATABASES';

/** Starts a throwaway Postgres with one migrated database, from which each test file takes a copy. */
export async function serveTestDatabases(): Promise<{ databases: TestDatabases; stop: () => Promise<void> }> {
  const { home, remove } = testHome();
  const storage = await openStorage({ home, durable: false }).catch((error: unknown) => {
    remove();
    throw error;
  });
  const server = withDatabase(storage.urls.owner, 'postgres');
  const template = 'chancery';
  // A single connection to the template would make every copy wait.
  await withClient(server, (client) =>
    client.query(`alter database ${template} is_template true allow_connections false`),
  );
  const stop = async () => {
    await storage.stop();
    remove();
  };
  return { databases: { server, template, urls: storage.urls }, stop };
}
