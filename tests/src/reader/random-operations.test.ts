import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Court, openCourt } from '../referee/court.ts';
import { putRandomOperations } from '../referee/random-operations.ts';

let court: Court;
beforeAll(async () => {
  court = await openCourt();
}, 60_000);
afterAll(() => court?.close());

it('random operations are answered by one statement each, byte for byte as graphql-js answers them', async () => {
  expect((await putRandomOperations(court, 1, 300)).join('\n\n')).toBe('');
}, 120_000);
