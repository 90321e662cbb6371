// Until when a spell is attested: what each source adds, and what takes it away again.
import type { Operation } from '@chancery/changesets';
import type { Values } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, type Editor, openDesk, publish } from '../support/desk.ts';
import { aSource, cite, create, createWaived, retire, uncite, update } from '../support/operations.ts';

let desk: Desk;
let editors: readonly [Editor, Editor];
beforeAll(async () => {
  desk = await openDesk();
  editors = [await desk.hire('Ana'), await desk.hire('Ben')];
}, 60_000);
afterAll(() => desk.close());

const stated = (edtf: string) => ({ edtf, basis: 'STATED' }) as const;
const open = stated('1971/..');

/** A membership with a source of each kind that can speak of it. */
function facts(membership: Values = {}) {
  const member = createWaived('State', { name: 'Lydia' });
  const organization = createWaived('Organization', { name: 'League', organizationType: 'IGO_FORMAL' });
  const article = aSource({ issued: stated('1990-05') });
  const list = aSource({ issued: stated('2001'), keptCurrent: true, independenceGroup: 'league' });
  const dataSet = aSource({ issued: stated('2020'), sourceType: 'DATASET', independenceGroup: 'data' });
  const link = create('Membership', {
    ...{ member: member.fact, organization: organization.fact, status: 'FULL', validity: open },
    ...membership,
  });
  return { member, organization, article, list, dataSet, link };
}

let made: ReturnType<typeof facts>;
const merge = (...operations: Operation[]) => publish(editors, operations);
const attested = async () => {
  const { rows } = await desk.owner.query<{ until: string | null; since: string | null }>(
    'SELECT validity_attested_until::text AS until, validity_start_latest::text AS since FROM register.membership WHERE id = $1',
    [made.link.fact],
  );
  return rows[0];
};
const coverage = (period: string, kind = 'MEMBERSHIPS') =>
  createWaived('Coverage', {
    ...{ source: made.dataSet.fact, kind, population: 'Leagues', period: stated(period), completeness: 'COMPLETE' },
  });

/** Records all facts, with citations for the membership. */
async function begin(citations: readonly (readonly ['article' | 'list' | 'dataSet', Values?])[], membership?: Values) {
  made = facts(membership);
  const cited = citations.map(([source, values]) => cite(made.link.fact, made[source].fact, values));
  await merge(made.member, made.organization, made.article, made.list, made.dataSet, made.link, ...cited);
  return cited;
}

describe('a spell is attested', () => {
  it('by an article until the first day on which that may have been issued', async () => {
    await begin([['article']]);
    expect(await attested()).toEqual({ until: '1990-05-01', since: '1971-12-31' });
  });
  it('by a list that is kept current until it was read, however old the list is', async () => {
    await begin([['article'], ['list', { retrieved: stated('2025-03-03') }]]);
    expect((await attested())?.until).toBe('2025-03-03');
  });
  it('by a data set until the end of what it covers, not until it was issued', async () => {
    await begin([['dataSet']]);
    expect((await attested())?.until).toBe('2020-01-01');
    const covered = coverage('1816/2014');
    await merge(covered);
    expect((await attested())?.until).toBe('2014-12-31');
    await merge(update(covered.fact, { period: stated('1816/2014') }, { period: stated('1816/2018') }));
    expect((await attested())?.until).toBe('2018-12-31');
    await merge(retire(covered.fact));
    expect((await attested())?.until).toBe('2020-01-01');
  });
  it('by a data set that covers other facts as by any source', async () => {
    await begin([['dataSet']]);
    await merge(coverage('1816/2014', 'VOTES'));
    expect((await attested())?.until).toBe('2020-01-01');
  });
  it('by an editor who says when it was seen to hold', async () => {
    await begin([['article']], { asOf: stated('2019-09') });
    expect((await attested())?.until).toBe('2019-09-30');
  });
  it('never beyond its own end', async () => {
    await begin([['dataSet']], { validity: stated('1971/1995') });
    expect((await attested())?.until).toBe('1995-12-31');
  });
  it('by no source that doubts it, speaks of another field, or does not assert it', async () => {
    await begin([
      ['article', { stance: 'DISPUTES' }],
      ['list', { field: 'status', retrieved: stated('2025') }],
      ['dataSet', { modality: 'ALLEGED', hedge: 'is said to' }],
    ]);
    expect((await attested())?.until).toBeNull();
  });
  it('until the latest of all: an older edition cannot lower it, and what is taken away does', async () => {
    const [, newer] = await begin([['article'], ['dataSet']]);
    expect((await attested())?.until).toBe('2020-01-01');
    if (!newer) throw new Error('it was cited');
    await merge(uncite(newer));
    expect((await attested())?.until).toBe('1990-05-01');
    const { rows } = await desk.owner.query<{ number: number }>('SELECT number FROM ledger.head');
    const reverted = await ledger.revert(desk.desk, rows[0]?.number ?? 0, { by: editors[0].id, reason: 'Mistaken.' });
    if (reverted.outcome !== 'opened') throw new Error(reverted.outcome);
    await editors[0].submits(reverted.changeset);
    await editors[1].approves((await ledger.find(desk.desk, reverted.changeset.id)) ?? reverted.changeset);
    await editors[1].merges((await ledger.find(desk.desk, reverted.changeset.id)) ?? reverted.changeset);
    expect((await attested())?.until).toBe('2020-01-01');
  });
  it('anew when its source is corrected', async () => {
    await begin([['article']]);
    await merge(update(made.article.fact, { issued: stated('1990-05') }, { issued: stated('1992-05-07') }));
    expect((await attested())?.until).toBe('1992-05-07');
  });
});

describe('a spell whose period is not stated', () => {
  it('has started by the first day on which a source saw it', async () => {
    await begin([['article'], ['dataSet']], { validity: null });
    expect(await attested()).toEqual({ until: '2020-01-01', since: '1990-05-01' });
  });
  it('is still of no known time where nobody saw it', async () => {
    await begin([['article', { modality: 'PRESUPPOSED' }]], { validity: null });
    expect(await attested()).toEqual({ until: null, since: null });
  });
});
