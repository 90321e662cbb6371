import { holdRows } from '@chancery/reader';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { compareRandomOperations } from '../referee/random-operations.ts';
import { createReferee } from '../referee/referee.ts';
import { readerClient } from '../support/reader-client.ts';

const source = '{ memberships { nodes { member { label } organization { name abbreviation validity { words } } } } }';
const joins = /register\.(state|organization) j/;

let court: Comparison;
beforeAll(async () => {
  court = await openComparison({ seed: 12, revisions: 3 });
}, 180_000);
afterAll(() => court?.close());

function holding(most?: number) {
  const pool = court.register.desk.reader;
  const errors: unknown[] = [];
  const holder = holdRows({
    pool,
    onError: (error) => errors.push(error),
    ...(most === undefined ? {} : { most }),
  });
  return { holder, errors, ask: readerClient(pool, undefined, holder) };
}

it('rows that are held are joined in memory, by one statement each, byte for byte as graphql-js answers', async () => {
  const { holder, errors, ask } = holding();
  await ask.text(source);
  await holder.settled();
  expect(await ask.text(source)).toBe(court.referee.text(source));
  expect(ask.statements[0]).toMatch(joins);
  expect(ask.statements[1]).not.toMatch(joins);
  const { differences } = await compareRandomOperations({ ...court, ask }, 3, 150);
  expect(differences.join('\n\n')).toBe('');
  expect(errors).toEqual([]);
}, 300_000);

it('lists of the same few rows are written again as they were, and only in the form in which they are asked for', async () => {
  const { holder, ask } = holding();
  await ask.text(source);
  await holder.settled();
  const lists = [
    'partyActions(first: 3) { nodes { action actor { label } } }',
    'partyActions(first: 3) { edges { node { action actor { label } } } again: nodes { actor { label } action } }',
    'partyActions(first: 3) { nodes { action actor { label } } pageInfo { hasNextPage } }',
    'partyActions(last: 3) { nodes { action actor { label } } totalCount }',
    'partyActions(first: 100) { nodes { actor { ... on State { name } ... on Organization { label } __typename } } }',
  ];
  for (const list of [...lists, ...lists]) {
    const asked = `{ agreements(first: 100) { nodes { id ${list} } } }`;
    expect(await ask.text(asked)).toBe(court.referee.text(asked));
  }
  expect(ask.statements.at(-1)).toMatch(/string_agg\(\w+\.r, ';'\)/);
});

it('a type with too many rows is not held', async () => {
  const { holder, ask } = holding(1);
  await ask.text(source);
  await holder.settled();
  expect(holder.now()).toBeUndefined();
  expect(await ask.text(source)).toBe(court.referee.text(source));
});

it('what is held of one revision is never joined to an answer of the next', async () => {
  const { holder, ask } = holding();
  await ask.text(source);
  await holder.settled();
  const before = holder.now()?.revision;
  const next = await court.register.publishMore();
  const { text } = await createReferee(court.register.desk.reader);
  expect(before).toBe(next - 1);
  expect(await ask.text(source)).toBe(text(source));
  await holder.settled();
  expect(holder.now()?.revision).toBe(next);
  expect(await ask.text(source)).toBe(text(source));
  expect(ask.statements.map((statement) => joins.test(statement))).toEqual([true, false, true, false]);
});
