import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { compareRandomOperations } from '../referee/random-operations.ts';

let court: Comparison;
beforeAll(async () => {
  court = await openComparison();
}, 300_000);
afterAll(() => court?.close());

it('random operations are answered by one statement each, byte for byte as graphql-js answers them', async () => {
  const { differences, usage } = await compareRandomOperations(court, 1, 200);
  expect(differences.join('\n\n')).toBe('');
  expect(usage.rows).toBeGreaterThan(usage.operations);
}, 300_000);
