import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { withClient, withDatabase } from '../connect.ts';
import { createDatabase } from '../database.ts';
import type { Urls } from '../logins.ts';
import { type TestDatabases, testDatabasesEntry } from './test-databases.ts';

export type FreshDatabase = {
  name: string;
  /** One address for each login. */
  urls: Urls;
  /** Throws the database away, with whatever is still connected to it. */
  drop: () => Promise<void>;
};

/** A migrated, empty database of one's own: take one a test file. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const text = process.env[testDatabasesEntry];
  if (text === undefined) throw new Error('No Postgres is kept for tests: run them through npm test');
  const { server, template, urls }: TestDatabases = JSON.parse(text);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await createDatabase(server, name, template);
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
        await othersLeave(client, name);
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** Waits a little for connections that are just being closed: cut off amid that, they would have nobody to tell. */
async function othersLeave(client: Client, name: string): Promise<void> {
  for (let looks = 0; looks < 40; looks += 1) {
    const { rows } = await client.query('select from pg_stat_activity where datname = $1 limit 1', [name]);
    if (rows.length === 0) return;
    await sleep(50);
  }
}
