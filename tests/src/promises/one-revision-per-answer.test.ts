import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answered, type Api, type Ask, openApi } from '../support/api.ts';
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
  // Nothing is kept between requests, so that each answer is read anew.
  api = await openApi({ cacheBytes: 64 });
  await publish([api.people.EDITOR, api.people.ADMIN], [...states, organization, ...codes]);
}, 300_000);
afterAll(() => api.close());

/** One merge that gives everything the name of the next revision, and adds one state of that name. */
async function renameAll(revision: number): Promise<void> {
  const [before, after] = [`Revision ${revision - 1}`, `Revision ${revision}`];
  const operations = [...states, organization].map(({ fact }) => update(fact, { name: before }, { name: after }));
  await publish([api.people.EDITOR, api.people.ADMIN], [...operations, createWaived('State', { name: 'One more' })]);
}

// The same facts by every way that there is.
const parts = `
  states(first: 6) { totalCount nodes { name } }
  organizations { nodes { name label } }
  state(code: "AAA") { label }
  node(id: "${organization.fact}") { ... on Organization { name } }
  search(text: "Revision", types: [ORGANIZATION]) { nodes { label } }
  dyad(a: { code: "AAA" }, b: { code: "BBB" }) { a { label } b { label } }
`;
const questions: readonly [string, string, () => Ask][] = [
  ['the public door', `{ revision { number } ${parts} }`, () => api.ask],
  [
    'the public door, beside its schema',
    `{ revision { number } ${parts} __schema { queryType { name } } }`,
    () => api.ask,
  ],
  ['the desk, beside what is its own', `{ revision { number } ${parts} me { role } }`, () => api.people.EDITOR.ask],
];

interface Seen {
  readonly revision: { readonly number: number };
  readonly states: { readonly totalCount: number };
}

/** The revisions that an answer tells of: by its label, by its root field, by how many states there are, by each name. */
function revisionsIn({ data, extensions }: Answered): Set<number> {
  const seen = data as unknown as Seen;
  const label = extensions.revision as unknown as { number: number };
  const names = [...JSON.stringify(data).matchAll(/"Revision (\d+)"/g)].map(([, number]) => Number(number));
  if (names.length < 12) throw new Error(`an answer shows too little: ${JSON.stringify(data)}`);
  return new Set([label.number, seen.revision.number, seen.states.totalCount - states.length + 1, ...names]);
}

describe('every answer is of one revision', () => {
  it('in all of its parts, while merges run', async () => {
    let isMerging = true;
    const answers = questions.map(() => ({ read: 0, revisions: new Set<number>() }));
    const mixed: number[][] = [];
    const read = async (at: number) => {
      const [, query, ask] = questions[at] ?? [];
      const seen = answers[at];
      if (!query || !ask || !seen) throw new Error('there is no such question');
      let last = 0;
      while (isMerging) {
        const answer = await ask()(query);
        if (answer.status !== 200) throw new Error(`${answer.text}\n${JSON.stringify(api.log.slice(-3))}`);
        const revisions = [...revisionsIn(answer)];
        if (revisions.length > 1) mixed.push(revisions);
        const [revision = 0] = revisions;
        // Nor does anybody who asks one question after another go back in time.
        if (revision < last) mixed.push([last, revision]);
        last = revision;
        seen.read += 1;
        seen.revisions.add(revision);
      }
    };
    const readers = questions.flatMap((_question, at) => [read(at), read(at)]);
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

  it.each(questions)('of %s at any past revision too, which reads as it did', async (_door, query, ask) => {
    for (const revision of [1, 2, Math.ceil(merges / 2), merges + 1]) {
      const within = query.replace(
        /^\{(.*?)(__schema \{.*\}|me \{ role \})? \}$/s,
        `{ at(revision: ${revision}) { $1 } $2 }`,
      );
      const answer = await ask()(within);
      expect(answer).toMatchObject({ status: 200, errors: [] });
      const { at } = answer.data as unknown as { at: Answered['data'] };
      const past = { ...answer, data: at, extensions: { revision: { number: revision } } as never };
      expect([...revisionsIn(past)]).toEqual([revision]);
    }
  });
});
