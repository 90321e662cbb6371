import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../../src/referee/comparison.ts';
import { allEdges, connectionsOf, findWalkErrors } from '../../src/referee/page-walk.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison({ seed: 3, revisions: 4 });
}, 60_000);
afterAll(() => comparison?.close());

it('walking every connection in every order, in both directions and with pages of 1, 7 and 100, visits each row exactly once', async () => {
  const errors: string[] = [];
  const counts = { connections: 0, orders: 0, walks: 0, rows: 0, empty: 0, ties: 0, unknown: 0 };
  for (const connection of connectionsOf(comparison)) {
    counts.connections += 1;
    for (const order of connection.orders) {
      const rows = await allEdges(comparison, connection, order);
      const keys = rows.map(({ cursor }) => JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))[1]);
      counts.orders += 1;
      counts.rows += rows.length;
      counts.empty += rows.length === 0 ? 1 : 0;
      counts.ties += new Set(keys).size < keys.length ? 1 : 0;
      counts.unknown += keys.includes(null) ? 1 : 0;
      for (const size of [1, 7, 100]) {
        for (const backward of [false, true]) {
          counts.walks += 1;
          const walkErrors = await findWalkErrors(comparison, connection, { order, size, backward }, rows);
          errors.push(...walkErrors.map((error) => `${connection.name} ${order} ${size} ${backward}: ${error}`));
        }
      }
    }
    if (errors.length > 20) break;
  }
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  expect(errors).toEqual([]);
  // The register must have equal sort keys and unknown dates, or the walks would prove little.
  const filled = counts.orders - counts.empty;
  expect(filled).toBeGreaterThan(2_000);
  expect(counts.ties).toBeGreaterThan(filled / 4);
  expect(counts.unknown).toBeGreaterThan(filled / 6);
});
