import { expect, it } from '@jest/globals';
import { runInterruptedChangeset } from '../support/interrupted-changeset.ts';

it('a large changeset results in the same register when processes are killed while it is appended, checked and merged', async () => {
  const operations = 6_000;
  const clean = await runInterruptedChangeset({ operations });
  const interrupted = await runInterruptedChangeset({ operations, kills: 1, seed: 30, durations: clean.durations });
  expect(interrupted.digests).toEqual(clean.digests);
  expect(clean.digests['register.fact']).toMatch(/^6000 rows/);
  expect(interrupted.partialMerges).toBe(0);
  expect(interrupted.interruptions).toBeGreaterThan(0);
}, 300_000);
