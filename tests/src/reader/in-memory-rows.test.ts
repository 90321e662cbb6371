import { createRowCache } from '@chancery/reader';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { compareRandomOperations } from '../referee/random-operations.ts';
import { createReferee } from '../referee/referee.ts';
import { createReaderClient } from '../support/reader-client.ts';

const source = '{ memberships { nodes { member { label } organization { name abbreviation validity { words } } } } }';
const actorJoins = /register\.(state|organization) j/;

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison({ seed: 12, revisions: 3 });
}, 180_000);
afterAll(() => comparison?.close());

/** Creates a row cache, and a client of a reader that uses it. */
function openCachedReader(maxRows?: number) {
  const pool = comparison.register.desk.reader;
  const errors: unknown[] = [];
  const rowCache = createRowCache({
    pool,
    onError: (error) => errors.push(error),
    ...(maxRows === undefined ? {} : { maxRows }),
  });
  return { rowCache, errors, client: createReaderClient(pool, undefined, rowCache) };
}

it('joins in-memory rows in one statement per operation, with the same response as graphql-js', async () => {
  const { rowCache, errors, client } = openCachedReader();
  await client.text(source);
  await rowCache.settled();
  expect(await client.text(source)).toBe(comparison.referee.text(source));
  expect(client.statements[0]).toMatch(actorJoins);
  expect(client.statements[1]).not.toMatch(actorJoins);
  const { differences } = await compareRandomOperations({ ...comparison, ask: client }, 3, 150);
  expect(differences.join('\n\n')).toBe('');
  expect(errors).toEqual([]);
}, 300_000);

it('reuses the output of repetitive lists only for the same selection', async () => {
  const { rowCache, client } = openCachedReader();
  await client.text(source);
  await rowCache.settled();
  const lists = [
    'partyActions(first: 3) { nodes { action actor { label } } }',
    'partyActions(first: 3) { edges { node { action actor { label } } } again: nodes { actor { label } action } }',
    'partyActions(first: 3) { nodes { action actor { label } } pageInfo { hasNextPage } }',
    'partyActions(last: 3) { nodes { action actor { label } } totalCount }',
    'partyActions(first: 100) { nodes { actor { ... on State { name } ... on Organization { label } __typename } } }',
  ];
  for (const list of [...lists, ...lists]) {
    const operation = `{ agreements(first: 100) { nodes { id ${list} } } }`;
    expect(await client.text(operation)).toBe(comparison.referee.text(operation));
  }
  expect(client.statements.at(-1)).toMatch(/string_agg\(\w+\.r, ';'\)/);
});

it('does not hold rows if a type has too many', async () => {
  const { rowCache, client } = openCachedReader(1);
  await client.text(source);
  await rowCache.settled();
  expect(rowCache.current()).toBeUndefined();
  expect(await client.text(source)).toBe(comparison.referee.text(source));
});

it('never joins rows of one revision to a response of the next', async () => {
  const { rowCache, client } = openCachedReader();
  await client.text(source);
  await rowCache.settled();
  const before = rowCache.current()?.revision;
  const next = await comparison.register.publishMore();
  const { text } = await createReferee(comparison.register.desk.desk);
  expect(before).toBe(next - 1);
  expect(await client.text(source)).toBe(text(source));
  await rowCache.settled();
  expect(rowCache.current()?.revision).toBe(next);
  expect(await client.text(source)).toBe(text(source));
  expect(client.statements.map((statement) => actorJoins.test(statement))).toEqual([true, false, true, false]);
});
