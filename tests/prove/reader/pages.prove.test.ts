import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../../src/referee/comparison.ts';
import { allEdges, connectionsOf, walk } from '../../src/referee/page-walk.ts';

let court: Comparison;
beforeAll(async () => {
  court = await openComparison({ seed: 3, revisions: 4 });
}, 60_000);
afterAll(() => court?.close());

it('every connection in every order is walked from both ends in pages of 1, 7 and 100, each row exactly once', async () => {
  const faults: string[] = [];
  const counts = { connections: 0, orders: 0, walks: 0, rows: 0, empty: 0, ties: 0, unknown: 0 };
  for (const connection of connectionsOf(court)) {
    counts.connections += 1;
    for (const order of connection.orders) {
      const rows = await allEdges(court, connection, order);
      const keys = rows.map(({ cursor }) => JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))[1]);
      counts.orders += 1;
      counts.rows += rows.length;
      counts.empty += rows.length === 0 ? 1 : 0;
      counts.ties += new Set(keys).size < keys.length ? 1 : 0;
      counts.unknown += keys.includes(null) ? 1 : 0;
      for (const size of [1, 7, 100]) {
        for (const backward of [false, true]) {
          counts.walks += 1;
          const wrong = await walk(court, connection, { order, size, backward }, rows);
          faults.push(...wrong.map((fault) => `${connection.name} ${order} ${size} ${backward}: ${fault}`));
        }
      }
    }
    if (faults.length > 20) break;
  }
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  expect(faults).toEqual([]);
  // A register without ties and without facts of unknown date would prove little.
  const filled = counts.orders - counts.empty;
  expect(filled).toBeGreaterThan(2_000);
  expect(counts.ties).toBeGreaterThan(filled / 4);
  expect(counts.unknown).toBeGreaterThan(filled / 6);
});
