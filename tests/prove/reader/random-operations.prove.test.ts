import { createRowCache } from '@chancery/reader';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../../src/referee/comparison.ts';
import { compareRandomOperations } from '../../src/referee/random-operations.ts';
import { readerClient } from '../../src/support/reader-client.ts';

let court: Comparison;
beforeAll(async () => {
  court = await openComparison({ seed: 2 });
}, 60_000);
afterAll(() => court?.close());

it('5,000 random operations are answered as graphql-js answers them, and leave no part of the schema unasked', async () => {
  const { differences, usage } = await compareRandomOperations(court, 10_000, 5_000);
  process.stdout.write(usage.table);
  expect(differences.join('\n\n')).toBe('');
  expect(usage.missing).toEqual([]);
});

it('5,000 more are answered so from rows that are held and from what was written of them before', async () => {
  const pool = court.register.desk.reader;
  const errors: unknown[] = [];
  const rowCache = createRowCache({ pool, onError: (error) => errors.push(error) });
  const ask = readerClient(pool, undefined, rowCache);
  await ask.text('{ states(first: 1) { nodes { name } } }');
  await rowCache.settled();
  const { differences } = await compareRandomOperations({ ...court, ask }, 20_000, 5_000);
  expect(differences.join('\n\n')).toBe('');
  expect(errors).toEqual([]);
});
