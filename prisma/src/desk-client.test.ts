import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { deskClient } from './desk-client.ts';
import { type FreshDatabase, freshDatabase } from './testing/index.ts';

let database: FreshDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.urls.desk });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('Prisma reads the desk through the login of the desk', async () => {
  const client = deskClient(pool);
  expect(await client.user.count()).toBe(0);
  await client.$disconnect();
});

test('Prisma cannot change the register', async () => {
  const client = deskClient(pool);
  await expect(client.fact.deleteMany()).rejects.toThrow(/permission denied/);
  await client.$disconnect();
});
