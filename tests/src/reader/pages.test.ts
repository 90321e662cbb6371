import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { allEdges, connectionsOf, findWalkErrors } from '../referee/page-walk.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison({ revisions: 3 });
}, 300_000);
afterAll(() => comparison?.close());

it('walking through pages returns each row exactly once, in order, from either end', async () => {
  const errors: string[] = [];
  let walks = 0;
  for (const connection of connectionsOf(comparison).filter(({ name }) => !name.startsWith('Register.'))) {
    // A third of the orders, each once, alternating direction and page size. The proof covers all combinations.
    for (const order of connection.orders) {
      walks += 1;
      if (walks % 3 !== 0) continue;
      const way = { order, size: walks % 2 === 0 ? 7 : 3, backward: walks % 4 < 2 };
      const walkErrors = await findWalkErrors(
        comparison,
        connection,
        way,
        await allEdges(comparison, connection, order),
      );
      errors.push(...walkErrors.map((error) => `${connection.name} ${JSON.stringify(way)}: ${error}`));
    }
  }
  expect(errors).toEqual([]);
  expect(walks).toBeGreaterThan(1_000);
}, 300_000);
