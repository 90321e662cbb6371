import { ClientError } from '@chancery/reader';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Comparison, openComparison } from '../referee/comparison.ts';
import { prepareRequest } from '../referee/prepare-request.ts';
import { createReferee } from '../referee/referee.ts';
import { Random } from '../support/random.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison({ seed: 6, revisions: 2 });
}, 300_000);
afterAll(() => comparison?.close());

type Edges = { edges: { cursor: string; node: { id: string } }[] };

const page = (list: string, order: string, after: string | null, first = 5) => ({
  source: `query ($after: String) { here: ${list}(first: ${first}, orderBy: ${order}, after: $after) { edges { cursor node { id } } } }`,
  variables: { after },
});
const edgesOf = async (question: ReturnType<typeof page>): Promise<Edges['edges']> =>
  (JSON.parse((await prepareRequest(comparison.ask.reader, question).answer()).text) as { here: Edges }).here.edges;
const cursorOf = async (list: string, order: string) => (await edgesOf(page(list, order, null)))[2]?.cursor ?? '';

/** Returns the outcome of a page after a cursor: its error, or the number of its rows. */
async function outcome(list: string, order: string, cursor: string): Promise<string> {
  try {
    return `${(await edgesOf(page(list, order, cursor))).length} rows`;
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return `${error.code} at ${error.path.join('.')}: ${error.message}`;
  }
}

describe('a cursor', () => {
  it('of another order is rejected, with both orders in the message', async () => {
    const cursor = await cursorOf('states', 'NAME_ASC');
    for (const order of ['NAME_DESC', 'ID_ASC', 'VALIDITY_ASC']) {
      expect(await outcome('states', order, cursor)).toBe(
        `BAD_CURSOR at here.after: This cursor belongs to the order NAME_ASC, but the page is in the order ${order}. Pass a cursor of the same order.`,
      );
    }
  });

  it('of a list of another type is rejected, even if the order has the same name', async () => {
    expect(await outcome('organizations', 'NAME_ASC', await cursorOf('states', 'NAME_ASC'))).toMatch(
      /^BAD_CURSOR at here\.after: This cursor belongs to a list of another type/,
    );
    expect(await outcome('states', 'ID_DESC', await cursorOf('citations', 'ID_DESC'))).toMatch(/^BAD_CURSOR/);
  });

  it('that is malformed is rejected', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = JSON.parse(Buffer.from(await cursorOf('states', 'ID_ASC'), 'base64url').toString())[1];
    const malformed = [
      ...['', ' ', '0', 'abc', 'a b', 'é', '%00', '"', 'null', 'eyJhIjoxfQ', 'x'.repeat(5_000)],
      ...[encode(null), encode([]), encode({}), encode([null, id]), encode(['ID_ASC']), encode(['ID_ASC', null])],
      ...[encode(['ID_ASC', 5]), encode(['ID_ASC', [id]]), encode(['ID_ASC', id, id]), encode(['ID_ASC', `${id}\0`])],
    ];
    for (const cursor of malformed)
      expect([cursor, await outcome('states', 'ID_ASC', cursor)]).toEqual([
        cursor,
        expect.stringMatching(/^BAD_CURSOR at here\.after: /),
      ]);
  });

  it('may have only values that the column can have, and null only for a nullable column', async () => {
    const encode = (...value: unknown[]) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = JSON.parse(Buffer.from(await cursorOf('states', 'ID_ASC'), 'base64url').toString())[1];
    for (const day of ['2019', '2019-02-30', '0000-01-01', '10000-01-01', 'today', 'now()', 5, true, ''])
      expect(await outcome('states', 'VALIDITY_ASC', encode('VALIDITY_ASC', day, id))).toMatch(/^BAD_CURSOR/);
    for (const day of ['2019-02-28', 'infinity', '-infinity', null])
      expect(await outcome('states', 'VALIDITY_ASC', encode('VALIDITY_ASC', day, id))).toMatch(/rows$/);
    for (const name of [null, 5, 'half a pair \ud800', 'nul \0'])
      expect(await outcome('states', 'NAME_ASC', encode('NAME_ASC', name, id))).toMatch(/^BAD_CURSOR/);
  });

  it('that was tampered with is rejected or selects another page, and never fails in the database', async () => {
    const random = new Random(1);
    const outcomes = new Set<string>();
    for (const [list, order] of [
      ['states', 'NAME_ASC'],
      ['memberships', 'VALIDITY_DESC'],
      ['partyActions', 'AGREEMENT_SIGNED_ASC'],
      ['citations', 'ID_ASC'],
    ] as const) {
      const cursor = await cursorOf(list, order);
      for (let trial = 0; trial < 60; trial += 1) {
        const at = random.below(cursor.length);
        const letter = random.pick([...'ABCxyz019-_']);
        const tampered = random.pick([
          `${cursor.slice(0, at)}${letter}${cursor.slice(at + 1)}`,
          cursor.slice(0, at),
          `${cursor}${letter}`,
        ]);
        outcomes.add((await outcome(list, order, tampered)).replace(/ .*/, ''));
      }
    }
    expect([...outcomes]).toEqual(expect.arrayContaining(['BAD_CURSOR', '5']));
  });

  it('of a row that has since been retired still selects the rows after it', async () => {
    const { register } = comparison;
    const before = await edgesOf(page('memberships', 'VALIDITY_ASC', null, 100));
    const { reader } = register.desk;
    let stale: typeof before = [];
    // Revisions retire random facts: it may take several until a membership is retired.
    for (let revisions = 0; stale.length === 0 && revisions < 20; revisions += 1) {
      await register.publishMore();
      const current = await reader.query<{ id: string }>('SELECT id FROM register.membership');
      const currentIds = new Set(current.rows.map(({ id }) => id));
      stale = before.filter(({ node }) => !currentIds.has(node.id));
    }
    expect(stale.length).toBeGreaterThan(0);
    const referee = await createReferee(register.desk.desk);
    for (const { cursor } of stale) {
      const question = page('memberships', 'VALIDITY_ASC', cursor, 100);
      expect(`{"data":${(await prepareRequest(comparison.ask.reader, question).answer()).text}}`).toBe(
        referee.text(question.source, question.variables),
      );
    }
  });
});
