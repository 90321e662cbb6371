// Several API processes on one Postgres, asked in turn and at once: what one of them does, all of them do or know.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '@chancery/changesets';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askAt } from '../../src/support/api.ts';
import { ApiProcess, type Colleague, requestMerge } from '../../src/support/api-process.ts';
import { createWaived, update } from '../../src/support/operations.ts';

const rounds = 30;
const say = (line: string) => process.stdout.write(`${line}\n`);

describe.each([2, 3])('%i API processes', (count) => {
  const server = new ApiProcess(count);
  let ana: Colleague;
  let ben: Colleague;
  beforeAll(async () => {
    await server.start();
    await server.createUsers('Ana', 'Ben', 'Cleo', 'Dan');
    [ana, ben] = [await server.as('Ana'), await server.as('Ben')];
  }, 300_000);
  afterAll(() => server.close());

  async function approved(operations: readonly Operation[]): Promise<{ id: string; version: number }> {
    const submitted = await ana.submits(await ana.drafts(operations));
    if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted)}`);
    const reviewed = await ben.approves(submitted.changeset);
    if (reviewed.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(reviewed)}`);
    return reviewed.changeset;
  }

  /** Asks all processes at once, each with the same operation of a user. */
  const askAll = (cookie: string, query: string, variables: Readonly<Record<string, unknown>> = {}) =>
    Promise.all(server.urls.map((url) => askAt(`${url}/desk/graphql`, { cookie })(query, variables)));

  it('shows a merge on every process within a second', async () => {
    let slowest = 0;
    for (let round = 0; round < rounds; round += 1) {
      // The answer is cached by each process.
      const query = '{ states { totalCount } }';
      await Promise.all(server.urls.map((url) => askAt(`${url}/graphql`)(query)));
      const { id, version } = await approved([createWaived('State', { name: `Seen ${round}` })]);
      const { revision = 0 } = await requestMerge(ben, id, version);
      const merged = performance.now();
      for (const url of server.urls) {
        for (;;) {
          const { extensions, data } = await askAt(`${url}/graphql`)(query);
          const seen = (extensions as unknown as { revision: { number: number } }).revision.number;
          if (seen < revision) {
            await sleep(5);
            continue;
          }
          expect(data).toEqual({ states: { totalCount: round + 1 } });
          break;
        }
        slowest = Math.max(slowest, performance.now() - merged);
      }
    }
    say(`${count} processes: a merge was seen on all of them within ${Math.round(slowest)} ms`);
    expect(slowest).toBeLessThanOrEqual(1_000);
  }, 600_000);

  it('submits once what all of them are asked to submit', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const draft = await ana.drafts([createWaived('State', { name: `Submitted ${round}` })]);
      const answers = await askAll(
        ana.cookie,
        'mutation ($id: ID!, $version: Int!) { submitChangeset(changeset: $id, version: $version) { __typename } }',
        { id: draft.id, version: draft.version },
      );
      expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
      const { rows } = await server.pools.owner.query(
        `SELECT status, sealed_version IS NOT NULL AS "isSealed", (SELECT count(*)::int FROM desk.operation o WHERE o.changeset_id = c.id) AS operations
         FROM desk.changeset c WHERE id = $1`,
        [draft.id],
      );
      expect(rows).toEqual([{ status: 'SUBMITTED', isSealed: true, operations: 1 }]);
    }
  }, 600_000);

  it('merges once what all of them are asked to merge', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id, version } = await approved([createWaived('State', { name: `Merged ${round}` })]);
      const answers = await askAll(
        ben.cookie,
        'mutation ($id: ID!, $version: Int!) { mergeChangeset(changeset: $id, version: $version) { __typename ... on Merged { revision } } }',
        { id, version },
      );
      expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
      const { rows } = await server.pools.owner.query(
        `SELECT (SELECT count(*)::int FROM ledger.revision WHERE changeset_id = $1) AS revisions,
           (SELECT count(*)::int FROM register.state WHERE name = $2) AS states`,
        [id, `Merged ${round}`],
      );
      expect(rows).toEqual([{ revisions: 1, states: 1 }]);
    }
  }, 600_000);

  it('merges one of two changesets that set the same field, and reports the conflict of the other', async () => {
    const { fact, ...creation } = createWaived('State', { name: 'Disputed', officialName: 'Version 0' });
    const first = await approved([{ ...creation, fact }]);
    await requestMerge(ben, first.id, first.version);
    for (let round = 0; round < rounds; round += 1) {
      const { rows: states } = await server.pools.owner.query<{ name: string }>(
        'SELECT official_name AS name FROM register.state WHERE id = $1',
        [fact],
      );
      const base = { officialName: states[0]?.name ?? '' };
      const rivals = [];
      for (let at = 0; at < count; at += 1)
        rivals.push(await approved([update(fact, base, { officialName: `Version ${round}-${at}` })]));
      const outcomes = await Promise.all(rivals.map(({ id, version }) => requestMerge(ben, id, version)));
      const kinds = outcomes.map(({ __typename }) => __typename);
      expect(kinds.filter((kind) => kind === 'Merged')).toHaveLength(1);
      const { rows } = await server.pools.owner.query(
        'SELECT count(*)::int AS merged FROM desk.changeset WHERE id = ANY ($1) AND revision IS NOT NULL',
        [rivals.map(({ id }) => id)],
      );
      expect(rows).toEqual([{ merged: 1 }]);
    }
  }, 600_000);

  it('ends the sessions of a suspended user on every process within a second', async () => {
    const [admin, suspended] = [await server.as('Cleo'), await server.as('Dan')];
    await server.pools.owner.query(`UPDATE desk."user" SET role = 'ADMIN' WHERE id = $1`, [admin.id]);
    const query = '{ me { id } }';
    for (const { status, errors } of await askAll(suspended.cookie, query)) expect([status, errors]).toEqual([200, []]);
    const { errors } = await admin.ask(
      'mutation ($id: ID!) { changePerson(id: $id, suspended: true) { __typename } }',
      { id: suspended.id },
    );
    expect(errors).toEqual([]);
    const began = performance.now();
    for (const url of server.urls)
      while (!isSignedOut((await askAt(`${url}/desk/graphql`, { cookie: suspended.cookie })(query)).text))
        await sleep(5);
    const taken = performance.now() - began;
    say(`${count} processes: a suspension held on all of them within ${Math.round(taken)} ms`);
    expect(taken).toBeLessThanOrEqual(1_000);
  }, 120_000);
});

function isSignedOut(text: string): boolean {
  return text.includes('UNAUTHENTICATED') || text.includes('"me":null');
}
