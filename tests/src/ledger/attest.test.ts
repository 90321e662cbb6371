// `attestedUntil` of a spell: what each source contributes, and what lowers it again.
import type { Operation } from '@chancery/changesets';
import type { Values } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, type Editor, openDesk, publish } from '../support/desk.ts';
import { cite, create, createSource, createWaived, retire, uncite, update } from '../support/operations.ts';

let desk: Desk;
let editors: readonly [Editor, Editor];
beforeAll(async () => {
  desk = await openDesk();
  editors = [await desk.createUser('Ana'), await desk.createUser('Ben')];
}, 60_000);
afterAll(() => desk.close());

const stated = (edtf: string) => ({ edtf, basis: 'STATED' }) as const;
const open = stated('1971/..');

/**
 * Returns operations that create a membership, its member and organization, and a source of each kind that can attest
 * it.
 */
function facts(membership: Values = {}) {
  const member = createWaived('State', { name: 'Lydia' });
  const organization = createWaived('Organization', { name: 'League', organizationType: 'IGO_FORMAL' });
  const article = createSource({ issued: stated('1990-05') });
  const list = createSource({ issued: stated('2001'), keptCurrent: true, independenceGroup: 'league' });
  const dataSet = createSource({ issued: stated('2020'), sourceType: 'DATASET', independenceGroup: 'data' });
  const link = create('Membership', {
    ...{ member: member.fact, organization: organization.fact, status: 'FULL', validity: open },
    ...membership,
  });
  return { member, organization, article, list, dataSet, link };
}

let current: ReturnType<typeof facts>;
const merge = (...operations: Operation[]) => publish(editors, operations);
const attested = async () => {
  const { rows } = await desk.owner.query<{ until: string | null; since: string | null }>(
    'SELECT validity_attested_until::text AS until, validity_start_latest::text AS since FROM register.membership WHERE id = $1',
    [current.link.fact],
  );
  return rows[0];
};
const coverage = (period: string, kind = 'MEMBERSHIPS') =>
  createWaived('Coverage', {
    ...{ source: current.dataSet.fact, kind, population: 'Leagues', period: stated(period), completeness: 'COMPLETE' },
  });

/** Merges the operations that `facts` returns, with citations of the membership; returns the citations. */
async function record(citations: readonly (readonly ['article' | 'list' | 'dataSet', Values?])[], membership?: Values) {
  current = facts(membership);
  const cited = citations.map(([source, values]) => cite(current.link.fact, current[source].fact, values));
  await merge(
    current.member,
    current.organization,
    current.article,
    current.list,
    current.dataSet,
    current.link,
    ...cited,
  );
  return cited;
}

describe('a spell is attested', () => {
  it('by an article until the earliest day of its date of issue', async () => {
    await record([['article']]);
    expect(await attested()).toEqual({ until: '1990-05-01', since: '1971-12-31' });
  });
  it('by a list that is kept current until the day it was retrieved, whatever its date of issue', async () => {
    await record([['article'], ['list', { retrieved: stated('2025-03-03') }]]);
    expect((await attested())?.until).toBe('2025-03-03');
  });
  it('by a data set until the end of its coverage, not until its date of issue', async () => {
    await record([['dataSet']]);
    expect((await attested())?.until).toBe('2020-01-01');
    const covered = coverage('1816/2014');
    await merge(covered);
    expect((await attested())?.until).toBe('2014-12-31');
    await merge(update(covered.fact, { period: stated('1816/2014') }, { period: stated('1816/2018') }));
    expect((await attested())?.until).toBe('2018-12-31');
    await merge(retire(covered.fact));
    expect((await attested())?.until).toBe('2020-01-01');
  });
  it('by a data set without coverage for this kind of fact until its date of issue', async () => {
    await record([['dataSet']]);
    await merge(coverage('1816/2014', 'VOTES'));
    expect((await attested())?.until).toBe('2020-01-01');
  });
  it('until the last day of its own `asOf` date, if it has one', async () => {
    await record([['article']], { asOf: stated('2019-09') });
    expect((await attested())?.until).toBe('2019-09-30');
  });
  it('no later than its own end', async () => {
    await record([['dataSet']], { validity: stated('1971/1995') });
    expect((await attested())?.until).toBe('1995-12-31');
  });
  it('not by a source that disputes it, is cited for another field, or does not assert it', async () => {
    await record([
      ['article', { stance: 'DISPUTES' }],
      ['list', { field: 'status', retrieved: stated('2025') }],
      ['dataSet', { modality: 'ALLEGED', hedge: 'is said to' }],
    ]);
    expect((await attested())?.until).toBeNull();
  });
  it('until the latest date of all citations, also when a citation is removed and restored', async () => {
    const [, newer] = await record([['article'], ['dataSet']]);
    expect((await attested())?.until).toBe('2020-01-01');
    if (!newer) throw new Error('the second citation is missing');
    await merge(uncite(newer));
    expect((await attested())?.until).toBe('1990-05-01');
    const { rows } = await desk.owner.query<{ number: number }>('SELECT number FROM ledger.head');
    const reverted = await ledger.revert(desk.desk, rows[0]?.number ?? 0, { by: editors[0].id, reason: 'Mistaken.' });
    if (reverted.outcome !== 'opened') throw new Error(`not reverted: ${reverted.outcome}`);
    await editors[0].submits(reverted.changeset);
    await editors[1].approves((await ledger.findChangeset(desk.desk, reverted.changeset.id)) ?? reverted.changeset);
    await editors[1].merges((await ledger.findChangeset(desk.desk, reverted.changeset.id)) ?? reverted.changeset);
    expect((await attested())?.until).toBe('2020-01-01');
  });
  it('until a new date when its source is corrected', async () => {
    await record([['article']]);
    await merge(update(current.article.fact, { issued: stated('1990-05') }, { issued: stated('1992-05-07') }));
    expect((await attested())?.until).toBe('1992-05-07');
  });
});

describe('a spell without a stated period', () => {
  it('started no later than the earliest attestation', async () => {
    await record([['article'], ['dataSet']], { validity: null });
    expect(await attested()).toEqual({ until: '2020-01-01', since: '1990-05-01' });
  });
  it('has no known dates without an attestation', async () => {
    await record([['article', { modality: 'PRESUPPOSED' }]], { validity: null });
    expect(await attested()).toEqual({ until: null, since: null });
  });
});
