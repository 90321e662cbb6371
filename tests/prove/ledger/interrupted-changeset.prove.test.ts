import { expect, it } from '@jest/globals';
import { runInterruptedChangeset } from '../../src/support/interrupted-changeset.ts';

it('888,000 operations in one changeset, killed while they are appended, checked and merged, come to the same register', async () => {
  const operations = 888_000;
  const clean = await runInterruptedChangeset({ operations });
  const carried = await runInterruptedChangeset({ operations, kills: 4, seed: 30, took: clean.took });
  process.stdout.write(`${JSON.stringify({ clean, carried }, null, 1)}\n`);
  expect(carried.dump).toEqual(clean.dump);
  expect(carried.halves).toBe(0);
  expect(carried.amid).toBeGreaterThanOrEqual(6);
});
