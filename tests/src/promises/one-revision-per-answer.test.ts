import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, type Ask, type GraphqlResponse, openApi } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { createWaived, update } from '../support/operations.ts';

const merges = 15;
const states = Array.from({ length: 6 }, () => createWaived('State', { name: 'Revision 1' }));
const organization = createWaived('Organization', { name: 'Revision 1', organizationType: 'IGO_FORMAL' });
const codes = states
  .slice(0, 2)
  .map(({ fact }, at) => createWaived('ExternalCode', { of: fact, scheme: 'ISO_A3', value: at === 0 ? 'AAA' : 'BBB' }));

let api: Api;
beforeAll(async () => {
  // A response cache too small to hold anything, so that every response is read from the database.
  api = await openApi({ cacheBytes: 64 });
  await publish([api.people.EDITOR, api.people.ADMIN], [...states, organization, ...codes]);
}, 300_000);
afterAll(() => api.close());

/** Merges one changeset that names every fact after the new revision and adds a state. */
async function renameAll(revision: number): Promise<void> {
  const [before, after] = [`Revision ${revision - 1}`, `Revision ${revision}`];
  const operations = [...states, organization].map(({ fact }) => update(fact, { name: before }, { name: after }));
  await publish([api.people.EDITOR, api.people.ADMIN], [...operations, createWaived('State', { name: 'One more' })]);
}

// The same facts through every kind of root field.
const parts = `
  states(first: 6) { totalCount nodes { name } }
  organizations { nodes { name label } }
  state(code: "AAA") { label }
  node(id: "${organization.fact}") { ... on Organization { name } }
  search(text: "Revision", types: [ORGANIZATION]) { nodes { label } }
  dyad(a: { code: "AAA" }, b: { code: "BBB" }) { a { label } b { label } }
`;
const requests: readonly [string, string, () => Ask][] = [
  ['the public endpoint', `{ revision { number } ${parts} }`, () => api.ask],
  [
    'the public endpoint with introspection',
    `{ revision { number } ${parts} __schema { queryType { name } } }`,
    () => api.ask,
  ],
  [
    'the desk endpoint with a field of the desk',
    `{ revision { number } ${parts} me { role } }`,
    () => api.people.EDITOR.ask,
  ],
];

interface RegisterFields {
  readonly revision: { readonly number: number };
  readonly states: { readonly totalCount: number };
}

/**
 * Returns the revisions that a response shows: in its extensions, in `revision`, by the number of states, in each name.
 */
function revisionsIn({ data, extensions }: GraphqlResponse): Set<number> {
  const fields = data as unknown as RegisterFields;
  const label = extensions.revision as unknown as { number: number };
  const names = [...JSON.stringify(data).matchAll(/"Revision (\d+)"/g)].map(([, number]) => Number(number));
  if (names.length < 12) throw new Error(`the response has fewer than 12 names: ${JSON.stringify(data)}`);
  return new Set([label.number, fields.revision.number, fields.states.totalCount - states.length + 1, ...names]);
}

describe('every response shows one revision', () => {
  it('in all of its fields, while merges run', async () => {
    let isMerging = true;
    const answers = requests.map(() => ({ read: 0, revisions: new Set<number>() }));
    const mixed: number[][] = [];
    const read = async (at: number) => {
      const [, query, ask] = requests[at] ?? [];
      const counts = answers[at];
      if (!query || !ask || !counts) throw new Error(`there is no request ${at}`);
      let last = 0;
      while (isMerging) {
        const answer = await ask()(query);
        if (answer.status !== 200)
          throw new Error(
            `${query} returned status ${answer.status}: ${answer.text}\n${JSON.stringify(api.log.slice(-3))}`,
          );
        const revisions = [...revisionsIn(answer)];
        if (revisions.length > 1) mixed.push(revisions);
        const [revision = 0] = revisions;
        // A client that sends one request after another never sees an earlier revision again.
        if (revision < last) mixed.push([last, revision]);
        last = revision;
        counts.read += 1;
        counts.revisions.add(revision);
      }
    };
    const readers = requests.flatMap((_request, at) => [read(at), read(at)]);
    try {
      for (let revision = 2; revision <= merges + 1; revision += 1) await renameAll(revision);
    } finally {
      isMerging = false;
      await Promise.all(readers);
    }
    expect(mixed).toEqual([]);
    for (const { read, revisions } of answers) {
      expect(read).toBeGreaterThan(merges);
      expect(revisions.size).toBeGreaterThan(merges / 2);
    }
  }, 180_000);

  it.each(requests)('from %s, also at a past revision', async (_endpoint, query, ask) => {
    for (const revision of [1, 2, Math.ceil(merges / 2), merges + 1]) {
      const within = query.replace(
        /^\{(.*?)(__schema \{.*\}|me \{ role \})? \}$/s,
        `{ at(revision: ${revision}) { $1 } $2 }`,
      );
      const answer = await ask()(within);
      expect(answer).toMatchObject({ status: 200, errors: [] });
      const { at } = answer.data as unknown as { at: GraphqlResponse['data'] };
      const past = { ...answer, data: at, extensions: { revision: { number: revision } } as never };
      expect([...revisionsIn(past)]).toEqual([revision]);
    }
  });
});
