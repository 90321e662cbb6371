import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { compareRandomOperations } from '../referee/random-operations.ts';

let court: Comparison;
beforeAll(async () => {
  court = await openComparison();
}, 300_000);
afterAll(() => court?.close());

it('random operations are answered by one statement each, byte for byte as graphql-js answers them', async () => {
  const { wrong, census } = await compareRandomOperations(court, 1, 200);
  expect(wrong.join('\n\n')).toBe('');
  expect(census.rows).toBeGreaterThan(census.operations);
}, 300_000);
