import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { compareRandomOperations } from '../referee/random-operations.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison();
}, 300_000);
afterAll(() => comparison?.close());

it('random operations take one statement each and give the same response as graphql-js', async () => {
  const { differences, usage } = await compareRandomOperations(comparison, 1, 200);
  expect(differences.join('\n\n')).toBe('');
  expect(usage.rows).toBeGreaterThan(usage.operations);
}, 300_000);
