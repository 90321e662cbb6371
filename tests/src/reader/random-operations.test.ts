import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Court, openCourt } from '../referee/court.ts';
import { putRandomOperations } from '../referee/random-operations.ts';

let court: Court;
beforeAll(async () => {
  court = await openCourt();
}, 300_000);
afterAll(() => court?.close());

it('random operations are answered by one statement each, byte for byte as graphql-js answers them', async () => {
  const { wrong, census } = await putRandomOperations(court, 1, 200);
  expect(wrong.join('\n\n')).toBe('');
  expect(census.rows).toBeGreaterThan(census.operations);
}, 300_000);
