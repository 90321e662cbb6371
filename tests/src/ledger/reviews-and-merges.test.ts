// Reviews and merges: permissions, versions, repeated and concurrent requests, and conflicts with other changesets.
import type { Operation } from '@chancery/changesets';
import { newDeskId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, type Editor, openDesk, publish } from '../support/desk.ts';
import { createWaived, retire, update } from '../support/operations.ts';
import { tableDigests } from '../support/table-digests.ts';

let desk: Desk;
let ana: Editor;
let ben: Editor;

beforeAll(async () => {
  desk = await openDesk();
  [ana, ben] = [await desk.createUser('Ana'), await desk.createUser('Ben')];
});
afterAll(() => desk.close());

const state = (name: string, more: Record<string, string> = {}) => createWaived('State', { name, ...more });
const rename = (fact: string, from: string, to: string) => update(fact, { name: from }, { name: to });
const missingId = newDeskId('changeset');

async function submittedChangeset(operations: readonly Operation[] = [state('Lydia')]): Promise<ledger.Changeset> {
  const outcome = await ana.submits(await ana.drafts(operations));
  if (outcome.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

async function approvedChangeset(operations?: readonly Operation[]): Promise<ledger.Changeset> {
  const outcome = await ben.approves(await submittedChangeset(operations));
  if (outcome.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

const verdictOf = (
  changeset: ledger.Changeset,
  verdict: ledger.Verdict,
  more: Partial<ledger.NewReview> = {},
): Promise<ledger.ReviewOutcome> =>
  ledger.review(desk.writer, changeset.id, {
    ...{ id: newDeskId('review'), by: ben.id, version: changeset.sealedVersion ?? 0, verdict, body: '' },
    ...more,
  });

const nameOf = async (fact: string) =>
  (await desk.reader.query<{ name: string }>('SELECT name FROM register.state WHERE id = $1', [fact])).rows[0]?.name;

describe('a review', () => {
  it('approves, returns with a reason, or comments without a change of status', async () => {
    const changeset = await submittedChangeset();
    expect(await verdictOf(changeset, 'COMMENT', { body: 'Which Lydia?' })).toMatchObject({
      outcome: 'reviewed',
      changeset: { status: 'SUBMITTED' },
    });
    expect(await verdictOf(changeset, 'APPROVE')).toMatchObject({ changeset: { status: 'APPROVED' } });
    expect(await verdictOf(changeset, 'REQUEST_CHANGES', { body: ' ' })).toMatchObject({ outcome: 'reason-missing' });
    expect(await verdictOf(changeset, 'REQUEST_CHANGES', { body: 'Cite it.' })).toMatchObject({
      changeset: { status: 'RETURNED' },
    });
    const reviews = await ledger.reviewsOf(desk.desk, changeset.id);
    expect(reviews.map(({ verdict }) => verdict)).toEqual(['COMMENT', 'APPROVE', 'REQUEST_CHANGES']);
    expect(await ana.submits(changeset)).toMatchObject({ outcome: 'submitted', changeset: { status: 'SUBMITTED' } });
  });

  it('is recorded once when sent twice', async () => {
    const changeset = await submittedChangeset();
    const id = newDeskId('review');
    const first = await verdictOf(changeset, 'APPROVE', { id });
    expect(await verdictOf(changeset, 'APPROVE', { id })).toEqual(first);
    expect(await ledger.reviewsOf(desk.desk, changeset.id)).toHaveLength(1);
  });

  it('by the author does not approve, unless the desk lets people approve their own changesets', async () => {
    const changeset = await submittedChangeset();
    expect(await verdictOf(changeset, 'APPROVE', { by: ana.id })).toMatchObject({
      outcome: 'own-work',
      changeset: { status: 'SUBMITTED' },
    });
    expect(await ledger.reviewsOf(desk.desk, changeset.id)).toEqual([]);
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'closed' });
    await desk.owner.query("INSERT INTO desk.setting (name, value) VALUES ('solo', 'true')");
    try {
      expect(await ledger.isSolo(desk.desk)).toBe(true);
      expect(await verdictOf(changeset, 'APPROVE', { by: ana.id })).toMatchObject({
        changeset: { status: 'APPROVED' },
      });
    } finally {
      await desk.owner.query("DELETE FROM desk.setting WHERE name = 'solo'");
    }
  });

  it('applies to the sealed version; it is stale for another version and refused for a draft', async () => {
    const changeset = await submittedChangeset();
    expect(await verdictOf(changeset, 'APPROVE', { version: 0 })).toMatchObject({ outcome: 'stale' });
    expect(await verdictOf(await ana.drafts([state('Caria')]), 'APPROVE')).toMatchObject({ outcome: 'closed' });
    expect(await verdictOf({ ...changeset, id: missingId }, 'APPROVE')).toEqual({ outcome: 'missing' });
  });
});

describe('a merge', () => {
  it('is refused before approval, for another version than the sealed one, and for a missing changeset', async () => {
    expect(await ben.merges(await ana.drafts([state('Lydia')]))).toMatchObject({ outcome: 'closed' });
    expect(await ben.merges(await submittedChangeset())).toMatchObject({
      outcome: 'closed',
      changeset: { status: 'SUBMITTED' },
    });
    const changeset = await approvedChangeset();
    expect(await ledger.merge(desk.writer, changeset.id, { by: ben.id, version: 0 })).toMatchObject({
      outcome: 'stale',
      changeset: { status: 'APPROVED' },
    });
    expect(await ledger.merge(desk.writer, missingId, { by: ben.id })).toEqual({ outcome: 'missing' });
  });

  it('is refused when an operation was appended after the approval', async () => {
    const lydia = state('Lydia');
    const changeset = await approvedChangeset([lydia]);
    const head = await ledger.headNumber(desk.desk);
    await ledger.append(desk.desk, changeset.id, [rename(lydia.fact, 'Lydia', 'Sparda')], { by: ana.id });
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'closed', changeset: { status: 'DRAFT' } });
    const again = await ana.submits(changeset);
    expect(again).toMatchObject({ outcome: 'submitted' });
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'closed', changeset: { status: 'SUBMITTED' } });
    expect(await ledger.headNumber(desk.desk)).toBe(head);
    expect(await nameOf(lydia.fact)).toBeUndefined();
  });

  it('creates one revision when requested several times, concurrently or in sequence', async () => {
    const changeset = await approvedChangeset();
    const head = await ledger.headNumber(desk.desk);
    const outcomes = await Promise.all([1, 2, 3].map(() => ben.merges(changeset)));
    const digests = await tableDigests(desk.owner, ['register', 'history', 'ledger']);
    outcomes.push(await ben.merges(changeset));
    expect(outcomes.map((merged) => merged.outcome === 'merged' && merged.revision)).toEqual(Array(4).fill(head + 1));
    expect(await ledger.headNumber(desk.desk)).toBe(head + 1);
    expect(await tableDigests(desk.owner, ['register', 'history', 'ledger'])).toEqual(digests);
  });

  it('of several changesets at once gives each its own revision, without gaps', async () => {
    const head = await ledger.headNumber(desk.desk);
    const changesets = [];
    for (let at = 0; at < 6; at += 1) changesets.push(await approvedChangeset([state(`Polis ${at}`)]));
    const merged = await Promise.all(changesets.map((changeset) => ben.merges(changeset)));
    const revisions = merged.map((outcome) => (outcome.outcome === 'merged' ? outcome.revision : 0));
    expect(revisions.toSorted((a, b) => a - b)).toEqual(changesets.map((_, at) => head + 1 + at));
  });

  it('gives up when another merge holds the lock too long, and leaves the changeset approved', async () => {
    const changeset = await approvedChangeset();
    const other = await desk.writer.connect();
    try {
      await other.query('BEGIN');
      await other.query('SELECT number FROM ledger.head FOR UPDATE');
      const busy = await ledger.merge(desk.writer, changeset.id, { by: ben.id, lockTimeout: 50 });
      expect(busy).toMatchObject({ outcome: 'busy', changeset: { status: 'APPROVED', version: changeset.version } });
      const patient = ben.merges(changeset);
      await other.query('ROLLBACK');
      expect(await patient).toMatchObject({ outcome: 'merged' });
    } finally {
      other.release();
    }
  });

  it('succeeds on an older base when no other changeset changed the same fields', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const changeset = await approvedChangeset([rename(lydia.fact, 'Lydia', 'Sparda')]);
    await publish([ben, ana], [update(lydia.fact, { note: null }, { note: 'It struck the first coins.' })]);
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'merged' });
    const { rows } = await desk.reader.query(
      'SELECT name, note FROM register.state JOIN register.fact USING (id) WHERE id = $1',
      [lydia.fact],
    );
    expect(rows).toEqual([{ name: 'Sparda', note: 'It struck the first coins.' }]);
  });

  it('drops changes that another changeset has already made, and counts only the rest', async () => {
    const [lydia, caria] = [state('Lydia'), state('Caria')];
    await publish([ana, ben], [lydia, caria]);
    const changeset = await approvedChangeset([
      rename(lydia.fact, 'Lydia', 'Sparda'),
      rename(caria.fact, 'Caria', 'Karkiya'),
    ]);
    await publish([ben, ana], [rename(lydia.fact, 'Lydia', 'Sparda')]);
    const merged = await ben.merges(changeset);
    if (merged.outcome !== 'merged') throw new Error(`not merged: ${merged.outcome}`);
    const { rows } = await desk.owner.query(
      `SELECT operation_count AS counted, (SELECT count(*)::int FROM ledger.operation WHERE revision = number) AS stored
       FROM ledger.revision WHERE number = $1`,
      [merged.revision],
    );
    expect(rows).toEqual([{ counted: 1, stored: 1 }]);
    expect([await nameOf(lydia.fact), await nameOf(caria.fact)]).toEqual(['Sparda', 'Karkiya']);
  });

  it('stops at a conflict, shows base, theirs and yours, and succeeds once the conflict is resolved', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const changeset = await approvedChangeset([rename(lydia.fact, 'Lydia', 'Maionia')]);
    await publish([ben, ana], [rename(lydia.fact, 'Lydia', 'Sparda')]);
    const digests = await tableDigests(desk.owner, ['register', 'history', 'ledger']);
    const stopped = await ben.merges(changeset);
    expect(stopped).toMatchObject({
      outcome: 'conflicts',
      conflicts: [{ fact: lydia.fact, field: 'name', base: 'Lydia', theirs: 'Sparda', yours: 'Maionia' }],
      changeset: { status: 'DRAFT', version: changeset.version + 1 },
    });
    expect(await tableDigests(desk.owner, ['register', 'history', 'ledger'])).toEqual(digests);
    await ledger.append(desk.desk, changeset.id, [rename(lydia.fact, 'Sparda', 'Maionia')], { by: ana.id });
    const again = await ana.submits(changeset);
    if (again.outcome !== 'submitted') throw new Error(`not submitted: ${again.outcome}`);
    await ben.approves(again.changeset);
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'merged' });
    expect(await nameOf(lydia.fact)).toBe('Maionia');
  });

  it('stops when it would violate a rule because of a merge since the approval', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const changeset = await approvedChangeset([rename(lydia.fact, 'Lydia', 'Maionia')]);
    await publish([ben, ana], [retire(lydia.fact)]);
    expect(await ben.merges(changeset)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'fact-is-there', fact: lydia.fact }],
      changeset: { status: 'DRAFT' },
    });
  });

  it('that was interrupted is released and can be requested again', async () => {
    const changeset = await approvedChangeset();
    await desk.owner.query("UPDATE desk.changeset SET status = 'MERGING' WHERE id = $1", [changeset.id]);
    expect(await ledger.append(desk.desk, changeset.id, [state('Caria')], { by: ana.id })).toMatchObject({
      outcome: 'closed',
    });
    expect(await ledger.releaseAbandonedMerges(desk.writer)).toBe(1);
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'merged' });
  });
});

describe('a revert', () => {
  const mergeChangeset = async (changeset: ledger.Changeset) => {
    const outcome = await ana.submits(changeset);
    if (outcome.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
    await ben.approves(outcome.changeset);
    const merged = await ben.merges(changeset);
    if (merged.outcome !== 'merged') throw new Error(`not merged: ${JSON.stringify(merged)}`);
    return merged.revision;
  };
  const revert = async (revision: number, id = newDeskId('changeset')) => {
    const reverted = await ledger.revert(desk.desk, revision, { by: ana.id, id, reason: 'It was mistaken.' });
    if (reverted.outcome !== 'opened') throw new Error(`not reverted: ${reverted.outcome}`);
    return reverted.changeset;
  };

  it('is a changeset that undoes the revision and can itself be reverted', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const before = await tableDigests(desk.owner, ['register']);
    const revision = await publish([ana, ben], [rename(lydia.fact, 'Lydia', 'Sparda'), state('Caria')]);
    const after = await tableDigests(desk.owner, ['register']);
    const undone = await revert(revision);
    expect(undone).toMatchObject({ status: 'DRAFT', reverts: revision, reason: 'It was mistaken.' });
    const second = await mergeChangeset(undone);
    const digests = await tableDigests(desk.owner, ['register']);
    // A fact that was created and reverted leaves only a tombstone.
    expect({ ...digests, 'register.tombstone': '' }).toEqual({ ...before, 'register.tombstone': '' });
    const { rows } = await desk.owner.query('SELECT reverts FROM ledger.revision WHERE number = $1', [second]);
    expect(rows).toEqual([{ reverts: revision }]);
    await mergeChangeset(await revert(second));
    expect(await tableDigests(desk.owner, ['register'])).toEqual(after);
  });

  it('is opened once when requested twice under one id, and refused for a missing revision', async () => {
    const revision = await publish([ana, ben], [state('Lydia')]);
    const id = newDeskId('changeset');
    const first = await revert(revision, id);
    expect(await revert(revision, id)).toEqual(first);
    const operations = await ledger.operationsAsWritten(desk.desk, id, first.version);
    expect(operations.map(({ kind }) => kind)).toEqual(['retire']);
    expect(await ledger.revert(desk.desk, 100_000, { by: ana.id, reason: 'None.' })).toEqual({
      outcome: 'no-such-revision',
    });
  });

  it('that was interrupted while it was drafted is completed when requested again', async () => {
    const revision = await publish([ana, ben], [state('Lydia'), state('Caria')]);
    const complete = await revert(revision);
    const id = newDeskId('changeset');
    await ledger.openChangeset(desk.desk, { id, title: 'Cut short', authorId: ana.id, reverts: revision });
    const completed = await revert(revision, id);
    const facts = async (changeset: ledger.Changeset) =>
      (await ledger.operationsAsWritten(desk.desk, changeset.id, changeset.version)).map(({ fact }) => fact);
    expect(await facts(completed)).toEqual(await facts(complete));
  });

  it('of fields that were changed since is a conflict', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const revision = await publish([ana, ben], [rename(lydia.fact, 'Lydia', 'Sparda')]);
    await publish([ben, ana], [rename(lydia.fact, 'Sparda', 'Maionia')]);
    expect(await ana.submits(await revert(revision))).toMatchObject({
      outcome: 'refused',
      conflicts: [{ field: 'name', base: 'Sparda', theirs: 'Maionia', yours: 'Lydia' }],
    });
  });
});
