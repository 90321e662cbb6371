import { ClientError } from '@chancery/reader';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { prepareRequest } from '../referee/prepare-request.ts';
import { createReferee } from '../referee/referee.ts';
import { Random } from '../support/random.ts';

let court: Comparison;
beforeAll(async () => {
  court = await openComparison({ seed: 6, revisions: 2 });
}, 300_000);
afterAll(() => court?.close());

type Edges = { edges: { cursor: string; node: { id: string } }[] };

const page = (list: string, order: string, after: string | null, first = 5) => ({
  source: `query ($after: String) { here: ${list}(first: ${first}, orderBy: ${order}, after: $after) { edges { cursor node { id } } } }`,
  variables: { after },
});
const edgesOf = async (question: ReturnType<typeof page>): Promise<Edges['edges']> =>
  (JSON.parse((await prepareRequest(court.ask.reader, question).answer()).text) as { here: Edges }).here.edges;
const cursorOf = async (list: string, order: string) => (await edgesOf(page(list, order, null)))[2]?.cursor ?? '';

/** What a page after a cursor is answered with: the code of its one fault, or rows. */
async function outcome(list: string, order: string, cursor: string): Promise<string> {
  try {
    return `${(await edgesOf(page(list, order, cursor))).length} rows`;
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return `${error.code} at ${error.path.join('.')}: ${error.message}`;
  }
}

describe('a cursor', () => {
  it('of another order is refused, with both orders named', async () => {
    const cursor = await cursorOf('states', 'NAME_ASC');
    for (const other of ['NAME_DESC', 'ID_ASC', 'VALIDITY_ASC']) {
      expect(await outcome('states', other, cursor)).toBe(
        `BAD_CURSOR at here.after: This cursor belongs to the order NAME_ASC, and the page is asked for in the order ${other}.`,
      );
    }
  });

  it('of a list of another type is refused, though the order is called the same', async () => {
    expect(await outcome('organizations', 'NAME_ASC', await cursorOf('states', 'NAME_ASC'))).toMatch(
      /^BAD_CURSOR at here\.after: This cursor belongs to a list of another type/,
    );
    expect(await outcome('states', 'ID_DESC', await cursorOf('citations', 'ID_DESC'))).toMatch(/^BAD_CURSOR/);
  });

  it('that was never one is refused', async () => {
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = JSON.parse(Buffer.from(await cursorOf('states', 'ID_ASC'), 'base64url').toString())[1];
    const none = [
      ...['', ' ', '0', 'abc', 'a b', 'é', '%00', '"', 'null', 'eyJhIjoxfQ', 'x'.repeat(5_000)],
      ...[made(null), made([]), made({}), made([null, id]), made(['ID_ASC']), made(['ID_ASC', null])],
      ...[made(['ID_ASC', 5]), made(['ID_ASC', [id]]), made(['ID_ASC', id, id]), made(['ID_ASC', `${id}\0`])],
    ];
    for (const cursor of none)
      expect([cursor, await outcome('states', 'ID_ASC', cursor)]).toEqual([
        cursor,
        expect.stringMatching(/^BAD_CURSOR at here\.after: /),
      ]);
  });

  it('holds for each key only what the column can hold, and an empty one only where the column may be empty', async () => {
    const made = (...value: unknown[]) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = JSON.parse(Buffer.from(await cursorOf('states', 'ID_ASC'), 'base64url').toString())[1];
    for (const day of ['2019', '2019-02-30', '0000-01-01', '10000-01-01', 'today', 'now()', 5, true, ''])
      expect(await outcome('states', 'VALIDITY_ASC', made('VALIDITY_ASC', day, id))).toMatch(/^BAD_CURSOR/);
    for (const day of ['2019-02-28', 'infinity', '-infinity', null])
      expect(await outcome('states', 'VALIDITY_ASC', made('VALIDITY_ASC', day, id))).toMatch(/rows$/);
    for (const name of [null, 5, 'half a pair \ud800', 'nul \0'])
      expect(await outcome('states', 'NAME_ASC', made('NAME_ASC', name, id))).toMatch(/^BAD_CURSOR/);
  });

  it('that was tampered with is refused or leads to another place: nothing of it fails later than that', async () => {
    const random = new Random(1);
    const outcomes = new Set<string>();
    for (const [list, order] of [
      ['states', 'NAME_ASC'],
      ['memberships', 'VALIDITY_DESC'],
      ['partyActions', 'AGREEMENT_SIGNED_ASC'],
      ['citations', 'ID_ASC'],
    ] as const) {
      const good = await cursorOf(list, order);
      for (let time = 0; time < 60; time += 1) {
        const at = random.below(good.length);
        const letter = random.pick([...'ABCxyz019-_']);
        const bad = random.pick([
          `${good.slice(0, at)}${letter}${good.slice(at + 1)}`,
          good.slice(0, at),
          `${good}${letter}`,
        ]);
        outcomes.add((await outcome(list, order, bad)).replace(/ .*/, ''));
      }
    }
    expect([...outcomes]).toEqual(expect.arrayContaining(['BAD_CURSOR', '5']));
  });

  it('of a row that was retired since still leads to what followed it', async () => {
    const { register } = court;
    const before = await edgesOf(page('memberships', 'VALIDITY_ASC', null, 100));
    const { reader } = register.desk;
    let stale: typeof before = [];
    // What a revision retires is left to chance, which may spare memberships for a while.
    for (let revisions = 0; stale.length === 0 && revisions < 20; revisions += 1) {
      await register.publishMore();
      const standing = await reader.query<{ id: string }>('SELECT id FROM register.membership');
      const stands = new Set(standing.rows.map(({ id }) => id));
      stale = before.filter(({ node }) => !stands.has(node.id));
    }
    expect(stale.length).toBeGreaterThan(0);
    const referee = await createReferee(reader);
    for (const { cursor } of stale) {
      const question = page('memberships', 'VALIDITY_ASC', cursor, 100);
      expect(`{"data":${(await prepareRequest(court.ask.reader, question).answer()).text}}`).toBe(
        referee.text(question.source, question.variables),
      );
    }
  });
});
