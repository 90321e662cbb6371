import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openStorage } from '@chancery/prisma';
import { testHome } from '@chancery/prisma/testing';
import pg from 'pg';
import { createUsers, settingsFor } from '../../src/support/api.ts';
import { loadData } from '../measures/load-data.ts';

/** A user of the data folder. */
export interface FullDataUser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A data folder with all published data, and its users, who are editors. */
export interface FullData {
  readonly home: string;
  readonly people: readonly [FullDataUser, FullDataUser, ...FullDataUser[]];
  readonly remove: () => void;
}

const user = (at: number): FullDataUser => ({
  ...{ name: `Editor ${at}`, email: `editor${at}@example.org`, password: `password-of-editor-${at}` },
});
const people: FullData['people'] = [user(0), user(1), ...Array.from({ length: 22 }, (_, at) => user(2 + at))];

/**
 * Returns a data folder with the states, organizations, alliances, exercises, rivalries and votes of the published data
 * sets, 24 editors, and no demo. FULL_DATA_HOME may name a folder to fill and keep, or one that an earlier run has filled.
 */
export async function fullData(say: (line: string) => void): Promise<FullData> {
  const kept = process.env.FULL_DATA_HOME;
  const { home, remove } = kept === undefined ? testHome() : { home: kept, remove: () => undefined };
  if (existsSync(join(home, 'postgres'))) return { home, people, remove };
  const storage = await openStorage({ home });
  const client = new pg.Client(storage.urls.owner);
  await client.connect();
  const sources = ['cow-states', 'cow-igo', 'cow-alliances', 'mme', 'tss-rivalries', 'unga'];
  const skipped = await loadData(client, sources, say);
  say(`skipped: ${JSON.stringify([...skipped])}`);
  await client.end();
  await createUsers(settingsFor(storage.urls, home), people);
  await storage.stop();
  return { home, people, remove };
}
