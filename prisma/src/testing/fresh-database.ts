import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { withClient, withDatabase } from '../connect.ts';
import { createDatabase } from '../database.ts';
import type { DatabaseUrls } from '../logins.ts';
import { type TestDatabases, testDatabasesVariable } from './test-databases.ts';

/** A database that holds no facts, for one test file. */
export type FreshDatabase = {
  name: string;
  /** Connection URLs, one for each login. */
  urls: DatabaseUrls;
  /** Drops the database, and terminates connections that are still open. */
  drop: () => Promise<void>;
};

/**
 * Creates a migrated database without facts in the Postgres of the test run; with `migrated` false, one without tables.
 * Each test file should create its own.
 */
export async function freshDatabase({ migrated = true } = {}): Promise<FreshDatabase> {
  const text = process.env[testDatabasesVariable];
  if (text === undefined) throw new Error('No test Postgres is running. Run tests with npm test.');
  const { server, template, urls }: TestDatabases = JSON.parse(text);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await createDatabase(server, name, migrated ? template : 'template1');
  // Unlike other privileges, this one is not copied from the template.
  await withClient(server, (client) => client.query(`grant temporary on database ${name} to chancery_writer`));
  const { owner, reader, desk, writer } = urls;
  return {
    name,
    urls: {
      owner: withDatabase(owner, name),
      reader: withDatabase(reader, name),
      desk: withDatabase(desk, name),
      writer: withDatabase(writer, name),
    },
    drop: () =>
      withClient(server, async (client) => {
        await waitForConnectionsToClose(client, name);
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/**
 * Waits up to two seconds for connections that are being closed: if the server terminated one of them, its client would
 * raise an error that nothing handles.
 */
async function waitForConnectionsToClose(client: Client, name: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const { rows } = await client.query('select from pg_stat_activity where datname = $1 limit 1', [name]);
    if (rows.length === 0) return;
    await sleep(50);
  }
}
