import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withClient } from './connect.ts';
import { fillInnerBounds } from './fill-inner-bounds.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const state = 'st_01arz3ndektsv4rrffq69g5fav';

test('fills missing inner bounds of stored spells, also when the codebook is ahead of the tables', async () => {
  const bounds = await withClient(database.urls.owner, async (client) => {
    // As an earlier release left it: a spell without inner bounds. The history triggers have nothing to record.
    await client.query('SET session_replication_role = replica');
    await client.query(`INSERT INTO register.fact (id, type, label) VALUES ($1, 'State', 'Examplia')`, [state]);
    await client.query(
      `INSERT INTO register.state (id, name, validity_edtf, validity_earliest, validity_latest)
       VALUES ($1, 'Examplia', '1950/1990', '1950-01-01', '1990-12-31')`,
      [state],
    );
    // As while a migration is being written: a column and a table of the codebook do not exist yet.
    await client.query('ALTER TABLE register.organization DROP COLUMN validity_start_latest');
    await client.query('DROP TABLE register.membership CASCADE');
    await fillInnerBounds(client);
    const { rows } = await client.query(
      `SELECT validity_start_latest::text AS "startLatest", validity_end_earliest::text AS "endEarliest"
       FROM register.state WHERE id = $1`,
      [state],
    );
    return rows;
  });
  expect(bounds).toEqual([{ startLatest: '1950-12-31', endEarliest: '1990-01-01' }]);
});
