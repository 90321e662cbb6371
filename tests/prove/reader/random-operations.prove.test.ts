import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Court, openCourt } from '../../src/referee/court.ts';
import { putRandomOperations } from '../../src/referee/random-operations.ts';

let court: Court;
beforeAll(async () => {
  court = await openCourt({ seed: 2 });
}, 60_000);
afterAll(() => court?.close());

it('5,000 random operations are answered as graphql-js answers them, and leave no part of the schema unasked', async () => {
  const { wrong, census } = await putRandomOperations(court, 10_000, 5_000);
  process.stdout.write(census.table);
  expect(wrong.join('\n\n')).toBe('');
  expect(census.missing).toEqual([]);
});
