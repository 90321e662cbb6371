import { createReader, createStatementRunner, type StatementRunner } from '@chancery/reader';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { prepareRequest } from '../referee/prepare-request.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { publicSchema } from '../support/reader-client.ts';

const connections = 2;

let desk: Desk;
let pool: pg.Pool;
beforeAll(async () => {
  desk = await openDesk();
  pool = new pg.Pool({ connectionString: desk.database.urls.reader, max: connections });
}, 120_000);
afterAll(async () => {
  await pool?.end();
  await desk?.close();
});

/** A document that no other number gives, although all select the same. */
const documentOf = (number: number) =>
  `query W${number}($f: StateFilter) { states(first: 1, filter: $f) { nodes { id name } } }`;
/** A filter with as many conditions as `shape` has bits, in an order that only this number gives. */
const filterOf = (shape: number) => ({
  or: [...shape.toString(2)].map((bit) => (bit === '1' ? { name: { contains: 'x' } } : { id: { eq: 'st_1' } })),
});

function openReader(statements: StatementRunner, maxPlanBytes: number) {
  return createReader({ schema: publicSchema, statements, showsDeskFields: false, maxPlanBytes });
}

describe('the memory of a reader is bounded', () => {
  it('by the bytes of all plans, however many documents and shapes of filters there are', async () => {
    const maxPlanBytes = 3_000_000;
    const reader = openReader(createStatementRunner(pool), maxPlanBytes);
    let prepared = 0;
    for (let document = 0; document < 40; document += 1)
      for (let shape = 1; shape <= 12; shape += 1) {
        prepareRequest(reader, { source: documentOf(document), variables: { f: filterOf(shape + document * 12) } });
        prepared += 1;
        expect(reader.planCache().bytes).toBeLessThanOrEqual(maxPlanBytes);
      }
    const { entries, bytes } = reader.planCache();
    expect(prepared).toBe(480);
    expect(entries).toBeGreaterThan(10);
    expect(entries).toBeLessThan(200);
    expect(bytes).toBeGreaterThan(maxPlanBytes / 8);
  });

  it('and plans of long filters are not cached at all', () => {
    const reader = openReader(createStatementRunner(pool), 50_000_000);
    const variables = { f: { or: Array.from({ length: 60 }, () => ({ name: { eq: 'x' } })) } };
    prepareRequest(reader, { source: documentOf(1), variables });
    expect(reader.planCache().entries).toBe(0);
    prepareRequest(reader, { source: documentOf(1), variables: { f: { name: { eq: 'x' } } } });
    expect(reader.planCache().entries).toBe(1);
  });

  it('an operation that is used keeps its plan while others pass through', async () => {
    const reader = openReader(createStatementRunner(pool), 3_000_000);
    const request = { source: '{ states(first: 3) { nodes { id } } }', variables: {} };
    const { plan } = prepareRequest(reader, request);
    expect(prepareRequest(reader, request).plan).toBe(plan);
    for (let document = 0; document < 300; document += 1)
      prepareRequest(reader, { source: documentOf(document), variables: {} });
    expect(prepareRequest(reader, request).plan).toBe(plan);
  });
});

/** Returns the names of the prepared statements of each connection of the pool. */
async function preparedNames(): Promise<string[][]> {
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  try {
    return await Promise.all(
      clients.map(async (client) => {
        const { rows } = await client.query<{ name: string }>('SELECT name FROM pg_prepared_statements');
        return rows.map(({ name }) => name);
      }),
    );
  } finally {
    for (const client of clients) client.release();
  }
}

/** Runs a statement on all connections at once, `times` times. */
async function runEverywhere(statements: StatementRunner, text: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1)
    await Promise.all(Array.from({ length: connections }, () => statements.run(text, [])));
}

describe('statements with a name', () => {
  it('are as many as allowed on each connection, and a frequent one gets a name from a rare one', async () => {
    const maxNames = 10;
    const statements = createStatementRunner(pool, { maxNames });
    const textOf = (number: number) => `SELECT ${number}, pg_sleep(0.002)`;
    for (let number = 0; number < 30; number += 1) await runEverywhere(statements, textOf(number), 4);
    expect(statements.size().entries).toBe(maxNames);
    for (const names of await preparedNames()) expect(names.length).toBeLessThanOrEqual(maxNames);

    await runEverywhere(statements, 'SELECT 1000, pg_sleep(0.002)', 40);
    expect(statements.size().entries).toBe(maxNames);
    const everywhere = await preparedNames();
    expect(everywhere).toHaveLength(connections);
    for (const names of everywhere) expect(names.length).toBeLessThanOrEqual(maxNames);
    const { rows } = await pool.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
    expect(rows.map(({ statement }) => statement)).toContain('SELECT 1000, pg_sleep(0.002)');
  });

  it('return the same rows with and without a name, and again after the name is gone', async () => {
    const statements = createStatementRunner(pool, { maxNames: 1 });
    const rowsOf = async (text: string, times: number) => {
      const all = [];
      for (let time = 0; time < times; time += 1) all.push(...(await statements.run(text, ['7'])));
      return all;
    };
    for (const [text, times] of [
      ['SELECT $1::text, 1', 6],
      ['SELECT $1::text, 2', 40],
      ['SELECT $1::text, 1', 200],
      ['SELECT $1::text, 2', 3],
    ] as const)
      expect(await rowsOf(text, times)).toEqual(Array.from({ length: times }, () => ['7', Number(text.at(-1))]));
    expect(statements.size().entries).toBe(1);
  });

  it('do not harm the pool when a statement fails or its connection is lost', async () => {
    const statements = createStatementRunner(pool);
    await expect(statements.run('SELECT 1 / 0', [])).rejects.toThrow('division by zero');
    const running = statements.run('SELECT pg_sleep(30)', []);
    const lost = expect(running).rejects.toThrow();
    for (let ended = 0; ended === 0; ) {
      const { rowCount } = await desk.owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT pg_sleep(30)'`,
      );
      ended = rowCount ?? 0;
    }
    await lost;
    expect(await statements.run('SELECT 5', [])).toEqual([[5]]);
    expect(pool.idleCount).toBeGreaterThan(0);
  });
});
