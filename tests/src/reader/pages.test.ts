import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { allEdges, connectionsOf, walk } from '../referee/page-walk.ts';

let court: Comparison;
beforeAll(async () => {
  court = await openComparison({ revisions: 3 });
}, 300_000);
afterAll(() => court?.close());

it('a walk through pages meets each row exactly once, in order, from either end', async () => {
  const faults: string[] = [];
  let walks = 0;
  for (const connection of connectionsOf(court).filter(({ name }) => !name.startsWith('Register.'))) {
    // Each order once, by turns from the start and the end, in small pages and large: the proof takes them all.
    for (const order of connection.orders) {
      walks += 1;
      if (walks % 3 !== 0) continue;
      const way = { order, size: walks % 2 === 0 ? 7 : 3, backward: walks % 4 < 2 };
      const wrong = await walk(court, connection, way, await allEdges(court, connection, order));
      faults.push(...wrong.map((fault) => `${connection.name} ${JSON.stringify(way)}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
  expect(walks).toBeGreaterThan(1_000);
}, 300_000);
