// What reviews and merges come to: by whom, of what version, twice, at once, too late, and against the work of others.
import type { Operation } from '@chancery/changesets';
import { newDeskId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, type Editor, openDesk, publish } from '../support/desk.ts';
import { dumpOf } from '../support/dump.ts';
import { createWaived, retire, update } from '../support/operations.ts';

let desk: Desk;
let ana: Editor;
let ben: Editor;

beforeAll(async () => {
  desk = await openDesk();
  [ana, ben] = [await desk.hire('Ana'), await desk.hire('Ben')];
});
afterAll(() => desk.close());

const state = (name: string, more: Record<string, string> = {}) => createWaived('State', { name, ...more });
const rename = (fact: string, from: string, to: string) => update(fact, { name: from }, { name: to });
const nowhere = newDeskId('changeset');

async function submitted(operations: readonly Operation[] = [state('Lydia')]): Promise<ledger.Changeset> {
  const outcome = await ana.submits(await ana.drafts(operations));
  if (outcome.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

async function approved(operations?: readonly Operation[]): Promise<ledger.Changeset> {
  const outcome = await ben.approves(await submitted(operations));
  if (outcome.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

const verdictOf = (
  changeset: ledger.Changeset,
  verdict: ledger.Verdict,
  more: Partial<ledger.NewReview> = {},
): Promise<ledger.Reviewed> =>
  ledger.review(desk.writer, changeset.id, {
    ...{ id: newDeskId('review'), by: ben.id, version: changeset.sealedVersion ?? 0, verdict, body: '' },
    ...more,
  });

const nameOf = async (fact: string) =>
  (await desk.reader.query<{ name: string }>('SELECT name FROM register.state WHERE id = $1', [fact])).rows[0]?.name;

describe('a review', () => {
  it('approves, returns with a reason, or comments and leaves the changeset where it is', async () => {
    const changeset = await submitted();
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

  it('sent twice is recorded once', async () => {
    const changeset = await submitted();
    const id = newDeskId('review');
    const first = await verdictOf(changeset, 'APPROVE', { id });
    expect(await verdictOf(changeset, 'APPROVE', { id })).toEqual(first);
    expect(await ledger.reviewsOf(desk.desk, changeset.id)).toHaveLength(1);
  });

  it('by the author does not approve, unless the desk is set to one person', async () => {
    const changeset = await submitted();
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

  it('is of the sealed version: of another it is stale, of a draft it is refused', async () => {
    const changeset = await submitted();
    expect(await verdictOf(changeset, 'APPROVE', { version: 0 })).toMatchObject({ outcome: 'stale' });
    expect(await verdictOf(await ana.drafts([state('Caria')]), 'APPROVE')).toMatchObject({ outcome: 'closed' });
    expect(await verdictOf({ ...changeset, id: nowhere }, 'APPROVE')).toEqual({ outcome: 'missing' });
  });
});

describe('a merge', () => {
  it('is refused before approval, on another version than the sealed one, and for a changeset that never was', async () => {
    expect(await ben.merges(await ana.drafts([state('Lydia')]))).toMatchObject({ outcome: 'closed' });
    expect(await ben.merges(await submitted())).toMatchObject({
      outcome: 'closed',
      changeset: { status: 'SUBMITTED' },
    });
    const changeset = await approved();
    expect(await ledger.merge(desk.writer, changeset.id, { by: ben.id, version: 0 })).toMatchObject({
      outcome: 'stale',
      changeset: { status: 'APPROVED' },
    });
    expect(await ledger.merge(desk.writer, nowhere, { by: ben.id })).toEqual({ outcome: 'missing' });
  });

  it('is refused when an operation came after the approval: what nobody reviewed is never merged', async () => {
    const lydia = state('Lydia');
    const changeset = await approved([lydia]);
    const head = await ledger.headNumber(desk.desk);
    await ledger.append(desk.desk, changeset.id, [rename(lydia.fact, 'Lydia', 'Sparda')], { by: ana.id });
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'closed', changeset: { status: 'DRAFT' } });
    const again = await ana.submits(changeset);
    expect(again).toMatchObject({ outcome: 'submitted' });
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'closed', changeset: { status: 'SUBMITTED' } });
    expect(await ledger.headNumber(desk.desk)).toBe(head);
    expect(await nameOf(lydia.fact)).toBeUndefined();
  });

  it('asked for twice, one after the other or at once, has one effect and one revision', async () => {
    const changeset = await approved();
    const head = await ledger.headNumber(desk.desk);
    const outcomes = await Promise.all([1, 2, 3].map(() => ben.merges(changeset)));
    const stands = await dumpOf(desk.owner, ['register', 'history', 'ledger']);
    outcomes.push(await ben.merges(changeset));
    expect(outcomes.map((merged) => merged.outcome === 'merged' && merged.revision)).toEqual(Array(4).fill(head + 1));
    expect(await ledger.headNumber(desk.desk)).toBe(head + 1);
    expect(await dumpOf(desk.owner, ['register', 'history', 'ledger'])).toEqual(stands);
  });

  it('of many changesets at once gives each a revision of its own, without gaps', async () => {
    const head = await ledger.headNumber(desk.desk);
    const changesets = [];
    for (let at = 0; at < 6; at += 1) changesets.push(await approved([state(`Polis ${at}`)]));
    const merged = await Promise.all(changesets.map((changeset) => ben.merges(changeset)));
    const revisions = merged.map((outcome) => (outcome.outcome === 'merged' ? outcome.revision : 0));
    expect(revisions.toSorted((a, b) => a - b)).toEqual(changesets.map((_, at) => head + 1 + at));
  });

  it('that would wait too long for another gives up and leaves the changeset approved', async () => {
    const changeset = await approved();
    const other = await desk.writer.connect();
    try {
      await other.query('BEGIN');
      await other.query('SELECT number FROM ledger.head FOR UPDATE');
      const busy = await ledger.merge(desk.writer, changeset.id, { by: ben.id, patience: 50 });
      expect(busy).toMatchObject({ outcome: 'busy', changeset: { status: 'APPROVED', version: changeset.version } });
      const patient = ben.merges(changeset);
      await other.query('ROLLBACK');
      expect(await patient).toMatchObject({ outcome: 'merged' });
    } finally {
      other.release();
    }
  });

  it('on a base that has moved goes through where nobody else touched the same fields', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const changeset = await approved([rename(lydia.fact, 'Lydia', 'Sparda')]);
    await publish([ben, ana], [update(lydia.fact, { note: null }, { note: 'It struck the first coins.' })]);
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'merged' });
    const { rows } = await desk.reader.query(
      'SELECT name, note FROM register.state JOIN register.fact USING (id) WHERE id = $1',
      [lydia.fact],
    );
    expect(rows).toEqual([{ name: 'Sparda', note: 'It struck the first coins.' }]);
  });

  it('drops fields that others have brought to just what is wanted, and counts what it really did', async () => {
    const [lydia, caria] = [state('Lydia'), state('Caria')];
    await publish([ana, ben], [lydia, caria]);
    const changeset = await approved([rename(lydia.fact, 'Lydia', 'Sparda'), rename(caria.fact, 'Caria', 'Karkiya')]);
    await publish([ben, ana], [rename(lydia.fact, 'Lydia', 'Sparda')]);
    const merged = await ben.merges(changeset);
    if (merged.outcome !== 'merged') throw new Error(merged.outcome);
    const { rows } = await desk.owner.query(
      `SELECT operation_count AS said, (SELECT count(*)::int FROM ledger.operation WHERE revision = number) AS done
       FROM ledger.revision WHERE number = $1`,
      [merged.revision],
    );
    expect(rows).toEqual([{ said: 1, done: 1 }]);
    expect([await nameOf(lydia.fact), await nameOf(caria.fact)]).toEqual(['Sparda', 'Karkiya']);
  });

  it('stops at a field that both have changed, shows base, theirs and yours, and goes on once it is settled', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const changeset = await approved([rename(lydia.fact, 'Lydia', 'Maionia')]);
    await publish([ben, ana], [rename(lydia.fact, 'Lydia', 'Sparda')]);
    const stands = await dumpOf(desk.owner, ['register', 'history', 'ledger']);
    const stopped = await ben.merges(changeset);
    expect(stopped).toMatchObject({
      outcome: 'conflicts',
      conflicts: [{ fact: lydia.fact, field: 'name', base: 'Lydia', theirs: 'Sparda', yours: 'Maionia' }],
      changeset: { status: 'DRAFT', version: changeset.version + 1 },
    });
    expect(await dumpOf(desk.owner, ['register', 'history', 'ledger'])).toEqual(stands);
    await ledger.append(desk.desk, changeset.id, [rename(lydia.fact, 'Sparda', 'Maionia')], { by: ana.id });
    const again = await ana.submits(changeset);
    if (again.outcome !== 'submitted') throw new Error(again.outcome);
    await ben.approves(again.changeset);
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'merged' });
    expect(await nameOf(lydia.fact)).toBe('Maionia');
  });

  it('stops when the register has come to break a rule since the approval', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const changeset = await approved([rename(lydia.fact, 'Lydia', 'Maionia')]);
    await publish([ben, ana], [retire(lydia.fact)]);
    expect(await ben.merges(changeset)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'fact-is-there', fact: lydia.fact }],
      changeset: { status: 'DRAFT' },
    });
  });

  it('that died with its process is put back, and can be asked for again', async () => {
    const changeset = await approved();
    await desk.owner.query("UPDATE desk.changeset SET status = 'MERGING' WHERE id = $1", [changeset.id]);
    expect(await ledger.append(desk.desk, changeset.id, [state('Caria')], { by: ana.id })).toMatchObject({
      outcome: 'closed',
    });
    expect(await ledger.releaseAbandonedMerges(desk.writer)).toBe(1);
    expect(await ben.merges(changeset)).toMatchObject({ outcome: 'merged' });
  });
});

describe('a revert', () => {
  const take = async (changeset: ledger.Changeset) => {
    const outcome = await ana.submits(changeset);
    if (outcome.outcome !== 'submitted') throw new Error(JSON.stringify(outcome));
    await ben.approves(outcome.changeset);
    const merged = await ben.merges(changeset);
    if (merged.outcome !== 'merged') throw new Error(JSON.stringify(merged));
    return merged.revision;
  };
  const revert = async (revision: number, id = newDeskId('changeset')) => {
    const reverted = await ledger.revert(desk.desk, revision, { by: ana.id, id, reason: 'It was mistaken.' });
    if (reverted.outcome !== 'opened') throw new Error(reverted.outcome);
    return reverted.changeset;
  };

  it('is a changeset like any other that undoes the revision, and can be undone in turn', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const before = await dumpOf(desk.owner, ['register']);
    const revision = await publish([ana, ben], [rename(lydia.fact, 'Lydia', 'Sparda'), state('Caria')]);
    const after = await dumpOf(desk.owner, ['register']);
    const undone = await revert(revision);
    expect(undone).toMatchObject({ status: 'DRAFT', reverts: revision, reason: 'It was mistaken.' });
    const second = await take(undone);
    const stands = await dumpOf(desk.owner, ['register']);
    // What was recorded and undone leaves a tombstone, and nothing else.
    expect({ ...stands, 'register.tombstone': '' }).toEqual({ ...before, 'register.tombstone': '' });
    const { rows } = await desk.owner.query('SELECT reverts FROM ledger.revision WHERE number = $1', [second]);
    expect(rows).toEqual([{ reverts: revision }]);
    await take(await revert(second));
    expect(await dumpOf(desk.owner, ['register'])).toEqual(after);
  });

  it('asked for twice under one id is opened once, and a revision that never was cannot be undone', async () => {
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

  it('that was cut short while it was drafted is completed when it is asked for again', async () => {
    const revision = await publish([ana, ben], [state('Lydia'), state('Caria')]);
    const whole = await revert(revision);
    const id = newDeskId('changeset');
    await ledger.open(desk.desk, { id, title: 'Cut short', authorId: ana.id, reverts: revision });
    const completed = await revert(revision, id);
    const facts = async (changeset: ledger.Changeset) =>
      (await ledger.operationsAsWritten(desk.desk, changeset.id, changeset.version)).map(({ fact }) => fact);
    expect(await facts(completed)).toEqual(await facts(whole));
  });

  it('of what others have built upon meets their work as a conflict', async () => {
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
