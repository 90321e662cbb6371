// A column that a migration adds later does not change responses about past revisions.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createRandomRegister, type RandomRegister } from '../support/random-register.ts';
import { createReaderClient, type ReaderClient } from '../support/reader-client.ts';

let register: RandomRegister;
let client: ReaderClient;
beforeAll(async () => {
  register = await createRandomRegister({ seed: 11, records: 4, links: 5, citations: 60, revisions: 4 });
  client = createReaderClient(register.desk.reader);
}, 300_000);
afterAll(() => register?.desk.close());

const inside = `
  states(first: 50) { edges { cursor node { id name note evidenceStatus } } }
  agreements(first: 50) { nodes { id title signed { edtf earliest latest } citations(first: 20) { nodes { id } } } }
  events(first: 50) { nodes { id title category date { edtf } } }`;

const answers = (revisions: readonly number[]) =>
  Promise.all(revisions.map((revision) => client.text(`{ at(revision: ${revision}) { ${inside} } }`)));

it('adding and filling a column leaves past responses byte-identical', async () => {
  const { owner } = register.desk;
  const before = await answers([1, 2, 3, 4]);
  expect(new Set(before).size).toBe(4);
  for (const table of ['fact', 'state', 'agreement', 'event', 'citation'])
    await owner.query(`ALTER TABLE register.${table} ADD COLUMN later text COLLATE "C" NOT NULL DEFAULT 'unsaid'`);
  await owner.query('SELECT history.extend()');
  expect(await answers([1, 2, 3, 4])).toEqual(before);

  // History rows from now on have the column, earlier ones have NULL.
  await register.publishMore();
  expect(await answers([1, 2, 3, 4])).toEqual(before);
  const { rows } = await owner.query<{ later: string | null; since: number }>(
    'SELECT later, min(rev_from) AS since FROM history.fact GROUP BY later ORDER BY 2',
  );
  expect(rows).toEqual([
    { later: null, since: 1 },
    { later: 'unsaid', since: 5 },
  ]);
}, 300_000);
