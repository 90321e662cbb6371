import { createRowCache } from '@chancery/reader';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../../src/referee/comparison.ts';
import { compareRandomOperations } from '../../src/referee/random-operations.ts';
import { createReaderClient } from '../../src/support/reader-client.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison({ seed: 2 });
}, 60_000);
afterAll(() => comparison?.close());

it('the reader gives the same responses as the referee to 5,000 random operations, which cover the whole schema', async () => {
  const { differences, usage } = await compareRandomOperations(comparison, 10_000, 5_000);
  process.stdout.write(usage.report);
  expect(differences.join('\n\n')).toBe('');
  expect(usage.unusedParts).toEqual([]);
});

it('the reader gives the same responses to 5,000 other operations with in-memory rows and cached texts', async () => {
  const pool = comparison.register.desk.reader;
  const errors: unknown[] = [];
  const rowCache = createRowCache({ pool, onError: (error) => errors.push(error) });
  const ask = createReaderClient(pool, undefined, rowCache);
  await ask.text('{ states(first: 1) { nodes { name } } }');
  await rowCache.settled();
  const { differences } = await compareRandomOperations({ ...comparison, ask }, 20_000, 5_000);
  expect(differences.join('\n\n')).toBe('');
  expect(errors).toEqual([]);
});
