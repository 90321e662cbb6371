import { expect, it } from '@jest/globals';
import { runInterruptedChangeset } from '../support/interrupted-changeset.ts';

it('a data set in one changeset, killed while it is appended, checked and merged, comes to the same register', async () => {
  const operations = 6_000;
  const clean = await runInterruptedChangeset({ operations });
  const carried = await runInterruptedChangeset({ operations, kills: 1, seed: 30, took: clean.took });
  expect(carried.dump).toEqual(clean.dump);
  expect(clean.dump['register.fact']).toMatch(/^6000 rows/);
  expect(carried.halves).toBe(0);
  expect(carried.amid).toBeGreaterThan(0);
}, 300_000);
