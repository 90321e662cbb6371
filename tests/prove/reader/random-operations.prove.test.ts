import { holdRows } from '@chancery/reader';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Court, openCourt } from '../../src/referee/court.ts';
import { putRandomOperations } from '../../src/referee/random-operations.ts';
import { asking } from '../../src/support/ask.ts';

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

it('5,000 more are answered so from rows that are held and from what was written of them before', async () => {
  const pool = court.register.desk.reader;
  const errors: unknown[] = [];
  const holder = holdRows({ pool, onError: (error) => errors.push(error) });
  const ask = asking(pool, undefined, holder);
  await ask.text('{ states(first: 1) { nodes { name } } }');
  await holder.settled();
  const { wrong } = await putRandomOperations({ ...court, ask }, 20_000, 5_000);
  expect(wrong.join('\n\n')).toBe('');
  expect(errors).toEqual([]);
});
