import { expect, it } from '@jest/globals';
import { runInterruptedChangeset } from '../../src/support/interrupted-changeset.ts';

it('a changeset of 888,000 operations results in the same register when processes are killed while it is appended, checked and merged', async () => {
  const operations = 888_000;
  const clean = await runInterruptedChangeset({ operations });
  const interrupted = await runInterruptedChangeset({ operations, kills: 4, seed: 30, durations: clean.durations });
  process.stdout.write(`${JSON.stringify({ clean, interrupted }, null, 1)}\n`);
  expect(interrupted.digests).toEqual(clean.digests);
  expect(interrupted.partialMerges).toBe(0);
  expect(interrupted.interruptions).toBeGreaterThanOrEqual(6);
});
