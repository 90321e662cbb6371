// Changes to a changeset before its review, also when they are repeated, late or out of order.
import { newDeskId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, type Editor, openDesk, publish } from '../support/desk.ts';
import { createWaived, update } from '../support/operations.ts';

let desk: Desk;
let ana: Editor;
let ben: Editor;

beforeAll(async () => {
  desk = await openDesk();
  [ana, ben] = [await desk.createUser('Ana'), await desk.createUser('Ben')];
});
afterAll(() => desk.close());

const state = (name: string) => createWaived('State', { name });
const missingId = newDeskId('changeset');
const append = (to: { id: string }, operations: readonly unknown[], version?: number) =>
  ledger.append(desk.desk, to.id, operations, { by: ana.id, ...(version === undefined ? {} : { version }) });
const operationsOf = ({ id, version }: ledger.Changeset) => ledger.operationsAsWritten(desk.desk, id, version);

// Each of these functions returns a changeset of one operation, in the status that its name states.
async function submittedChangeset(): Promise<ledger.Changeset> {
  const outcome = await ana.submits(await ana.drafts([state('Lydia')]));
  if (outcome.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

async function approvedChangeset(): Promise<ledger.Changeset> {
  const outcome = await ben.approves(await submittedChangeset());
  if (outcome.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

async function mergedChangeset(): Promise<ledger.Changeset> {
  const outcome = await ben.merges(await approvedChangeset());
  if (outcome.outcome !== 'merged') throw new Error(`not merged: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

async function discardedChangeset(): Promise<ledger.Changeset> {
  const outcome = await ledger.discardChangeset(desk.desk, (await ana.drafts([state('Caria')])).id);
  if (outcome.outcome !== 'discarded') throw new Error(`not discarded: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

describe('opening', () => {
  it('creates a draft with a new number, based on the head', async () => {
    const [one, other] = [await ana.drafts([]), await ana.drafts([])];
    expect(one).toMatchObject({ status: 'DRAFT', version: 0, sealedVersion: null, revision: null, authorId: ana.id });
    expect(other.number).toBeGreaterThan(one.number);
    expect(one.baseRevision).toBe(await ledger.headNumber(desk.desk));
  });

  it('returns the existing changeset for an id that is already in use', async () => {
    const id = newDeskId('changeset');
    const first = await ledger.openChangeset(desk.desk, { id, title: 'Lydia', authorId: ana.id });
    await append(first, [state('Lydia')]);
    const again = await ledger.openChangeset(desk.desk, { id, title: 'Lydia, once more', authorId: ana.id });
    expect(again).toMatchObject({ id, number: first.number, title: 'Lydia', version: 1 });
  });
});

describe('appending', () => {
  it('adds the operations in order and increments the version', async () => {
    const draft = await ana.drafts([]);
    const operations = [state('Lydia'), state('Caria'), state('Mysia')];
    expect(await append(draft, operations.slice(0, 2), 0)).toMatchObject({
      outcome: 'appended',
      changeset: { version: 1, status: 'DRAFT' },
    });
    const last = await append(draft, operations.slice(2), 1);
    if (last.outcome !== 'appended') throw new Error(`not appended: ${last.outcome}`);
    expect(await operationsOf(last.changeset)).toEqual(operations);
  });

  it('ignores operations that are already in the changeset, whatever the version', async () => {
    const operations = [state('Lydia'), state('Caria')];
    const draft = await ana.drafts(operations);
    for (const version of [0, 1, 7, undefined]) {
      const again = await append(draft, operations, version);
      expect(again).toMatchObject({ outcome: 'appended', changeset: { version: draft.version } });
    }
    expect(await operationsOf(draft)).toEqual(operations);
  });

  it('adds operations once when the same request is sent concurrently', async () => {
    const operations = [state('Lydia'), state('Caria')];
    const draft = await ana.drafts([]);
    const outcomes = await Promise.all([1, 2, 3].map(() => append(draft, operations, 0)));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['appended', 'appended', 'appended']);
    const after = await ledger.findChangeset(desk.desk, draft.id);
    expect(after?.version).toBe(1);
    expect(await operationsOf(after as ledger.Changeset)).toEqual(operations);
  });

  it('on an outdated version adds nothing and returns the current changeset', async () => {
    const draft = await ana.drafts([state('Lydia')]);
    expect(await append(draft, [state('Caria')], draft.version - 1)).toMatchObject({
      outcome: 'stale',
      changeset: { version: draft.version },
    });
    expect(await operationsOf(draft)).toHaveLength(1);
  });

  it('adds all operations or none, and reports the problems of every malformed one', async () => {
    const draft = await ana.drafts([]);
    const bad = createWaived('State', { nmae: 'Lydia' });
    const refused = await append(draft, [state('Caria'), bad, { ...state('Mysia'), kind: 'rename' }]);
    expect(refused).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'known-values', operation: bad.id, field: 'nmae' }, { code: 'known-values' }],
    });
    expect(await ledger.findChangeset(desk.desk, draft.id)).toMatchObject({ version: draft.version });
    expect(await operationsOf(draft)).toEqual([]);
  });

  it('refuses the id of an operation in another changeset', async () => {
    const operation = state('Lydia');
    const [, other] = [await ana.drafts([operation]), await ana.drafts([])];
    expect(await append(other, [operation])).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'operation-id-taken', operation: operation.id }],
    });
  });

  it('turns a submitted or approved changeset back into a draft', async () => {
    for (const changeset of [await submittedChangeset(), await approvedChangeset()]) {
      const after = await append(changeset, [state('Mysia')]);
      expect(after).toMatchObject({
        outcome: 'appended',
        changeset: { status: 'DRAFT', version: changeset.version + 1 },
      });
    }
  });

  it('is refused for merged, discarded and missing changesets', async () => {
    for (const changeset of [await mergedChangeset(), await discardedChangeset()])
      expect(await append(changeset, [state('Mysia')])).toMatchObject({
        outcome: 'closed',
        changeset: { id: changeset.id, version: changeset.version },
      });
    expect(await append({ id: missingId }, [state('Mysia')])).toEqual({ outcome: 'missing' });
  });
});

describe('discarding', () => {
  it('removes operations by id, by fact, or all; earlier versions keep them', async () => {
    const operations = [state('Lydia'), state('Caria'), state('Mysia'), state('Lycia')];
    const draft = await ana.drafts(operations);
    const [one, other] = operations as [(typeof operations)[0], (typeof operations)[0]];
    const names = async () => {
      const changeset = (await ledger.findChangeset(desk.desk, draft.id)) as ledger.Changeset;
      return (await operationsOf(changeset)).map(({ fact }) => fact);
    };
    expect(await ledger.discardOperations(desk.desk, draft.id, { operations: [one.id] }, { version: 1 })).toMatchObject(
      {
        outcome: 'discarded',
        count: 1,
        changeset: { version: 2, status: 'DRAFT' },
      },
    );
    expect(await names()).toEqual(operations.slice(1).map(({ fact }) => fact));
    expect(await ledger.discardOperations(desk.desk, draft.id, { facts: [other.fact] })).toMatchObject({ count: 1 });
    expect(await ledger.discardOperations(desk.desk, draft.id, 'everything')).toMatchObject({ count: 2 });
    expect(await names()).toEqual([]);
    expect(await ledger.operationsAsWritten(desk.desk, draft.id, 1)).toEqual(operations);
  });

  it('has no effect on a discarded operation, which cannot be appended again', async () => {
    const operation = state('Lydia');
    const draft = await ana.drafts([operation]);
    await ledger.discardOperations(desk.desk, draft.id, { operations: [operation.id] });
    const again = await ledger.discardOperations(desk.desk, draft.id, { operations: [operation.id] }, { version: 1 });
    expect(again).toMatchObject({ outcome: 'discarded', count: 0, changeset: { version: 2 } });
    expect(await append(draft, [operation])).toMatchObject({ outcome: 'appended', changeset: { version: 2 } });
    expect(await ledger.operationsAsWritten(desk.desk, draft.id, 2)).toEqual([]);
  });

  it('is refused on an outdated version and for merged, discarded and missing changesets', async () => {
    const draft = await ana.drafts([state('Lydia')]);
    expect(await ledger.discardOperations(desk.desk, draft.id, 'everything', { version: 0 })).toMatchObject({
      outcome: 'stale',
    });
    expect(await operationsOf(draft)).toHaveLength(1);
    for (const changeset of [await mergedChangeset(), await discardedChangeset()])
      expect(await ledger.discardOperations(desk.desk, changeset.id, 'everything')).toMatchObject({
        outcome: 'closed',
      });
    expect(await ledger.discardOperations(desk.desk, missingId, 'everything')).toEqual({ outcome: 'missing' });
  });

  it('a whole changeset closes it permanently', async () => {
    const closed = await discardedChangeset();
    expect(closed).toMatchObject({ status: 'DISCARDED', version: 2 });
    expect(await ledger.discardChangeset(desk.desk, closed.id)).toMatchObject({
      outcome: 'discarded',
      changeset: closed,
    });
    expect(await ana.submits(closed)).toMatchObject({ outcome: 'closed' });
    expect(await ben.approves(closed)).toMatchObject({ outcome: 'closed' });
    expect(await ben.merges(closed)).toMatchObject({ outcome: 'closed' });
    expect(await ledger.withdraw(desk.writer, closed.id)).toMatchObject({ outcome: 'closed' });
    expect(await ledger.discardChangeset(desk.desk, (await mergedChangeset()).id)).toMatchObject({ outcome: 'closed' });
    expect(await ledger.discardChangeset(desk.desk, missingId)).toEqual({ outcome: 'missing' });
  });
});

describe('describing', () => {
  it('sets title and reason of a draft without a new version, and is refused after submission', async () => {
    const draft = await ana.drafts([state('Lydia')]);
    expect(await ledger.describeChangeset(desk.desk, draft.id, { title: 'Lydia', reason: 'It was.' })).toMatchObject({
      outcome: 'described',
      changeset: { title: 'Lydia', reason: 'It was.', version: draft.version },
    });
    expect(await ledger.describeChangeset(desk.desk, draft.id, {})).toMatchObject({ changeset: { title: 'Lydia' } });
    for (const changeset of [await submittedChangeset(), await approvedChangeset(), await mergedChangeset()])
      expect(await ledger.describeChangeset(desk.desk, changeset.id, { title: 'Else' })).toMatchObject({
        outcome: 'closed',
      });
    expect(await ledger.describeChangeset(desk.desk, missingId, { title: 'Else' })).toEqual({ outcome: 'missing' });
  });
});

describe('submitting', () => {
  const seals = async ({ id }: { id: string }) =>
    (
      await desk.owner.query(
        'SELECT version, operation_count AS count FROM ledger.sealed_version WHERE changeset_id = $1',
        [id],
      )
    ).rows;

  it('seals the version with its number of net operations', async () => {
    const changeset = await submittedChangeset();
    expect(changeset).toMatchObject({ status: 'SUBMITTED', sealedVersion: 1, version: 1 });
    expect(await seals(changeset)).toEqual([{ version: 1, count: 1 }]);
  });

  it('has one effect when repeated, one after the other or concurrently', async () => {
    const changeset = await submittedChangeset();
    expect(await ana.submits(changeset)).toMatchObject({ outcome: 'submitted', changeset });
    const draft = await ana.drafts([state('Caria')]);
    const outcomes = await Promise.all([ana.submits(draft), ana.submits(draft)]);
    expect(outcomes.map(({ outcome }) => outcome)).toContain('submitted');
    expect(outcomes.every(({ outcome }) => outcome === 'submitted' || outcome === 'stale')).toBe(true);
    expect(await seals(draft)).toHaveLength(1);
  });

  it('reports a missing title, reason and operations together', async () => {
    const empty = await ledger.openChangeset(desk.desk, { title: ' ', authorId: ana.id });
    const refused = await ledger.submit(desk.writer, empty.id, { by: ana.id });
    expect(refused).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'title-missing' }, { code: 'reason-missing' }, { code: 'nothing-to-submit' }],
      changeset: { status: 'DRAFT', sealedVersion: null },
    });
    await append(empty, [state('Lydia')]);
    const words = { title: 'Lydia', reason: 'It was.' };
    expect(await ledger.submit(desk.writer, empty.id, { by: ana.id, ...words })).toMatchObject({
      outcome: 'submitted',
      changeset: words,
    });
  });

  it('is refused when the operations cancel each other out', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const [there, back] = [
      update(lydia.fact, { name: 'Lydia' }, { name: 'Maionia' }),
      update(lydia.fact, { name: 'Maionia' }, { name: 'Lydia' }),
    ];
    expect(await ana.submits(await ana.drafts([there, back]))).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'nothing-to-submit' }],
    });
  });

  it('is refused when operations contradict each other, naming the fact', async () => {
    const lydia = state('Lydia');
    expect(await ana.submits(await ana.drafts([lydia, { ...state('Lydia'), fact: lydia.fact }]))).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'operations-in-order', fact: lydia.fact }],
    });
  });

  it('is refused on an outdated version and for approved, merged and missing changesets', async () => {
    const draft = await ana.drafts([state('Lydia')]);
    expect(await ledger.submit(desk.writer, draft.id, { by: ana.id, version: 0 })).toMatchObject({ outcome: 'stale' });
    for (const changeset of [await approvedChangeset(), await mergedChangeset()])
      expect(await ana.submits(changeset)).toMatchObject({ outcome: 'closed' });
    expect(await ledger.submit(desk.writer, missingId, { by: ana.id })).toEqual({ outcome: 'missing' });
  });

  it('reports a field that another editor has changed since as a conflict, and seals nothing', async () => {
    const lydia = state('Lydia');
    await publish([ana, ben], [lydia]);
    const draft = await ana.drafts([update(lydia.fact, { name: 'Lydia' }, { name: 'Maionia' })]);
    await publish([ben, ana], [update(lydia.fact, { name: 'Lydia' }, { name: 'Sparda' })]);
    expect(await ana.submits(draft)).toMatchObject({
      outcome: 'refused',
      conflicts: [{ fact: lydia.fact, field: 'name', base: 'Lydia', theirs: 'Sparda', yours: 'Maionia' }],
      changeset: { status: 'DRAFT' },
    });
    expect(await seals(draft)).toEqual([]);
  });
});

describe('withdrawing', () => {
  it('returns a submitted or approved changeset to draft with a new version, which voids reviews', async () => {
    for (const changeset of [await submittedChangeset(), await approvedChangeset()]) {
      const withdrawn = await ledger.withdraw(desk.writer, changeset.id);
      expect(withdrawn).toMatchObject({ outcome: 'withdrawn', changeset: { status: 'DRAFT', version: 2 } });
      expect(await ledger.withdraw(desk.writer, changeset.id)).toEqual(withdrawn);
      expect(await ben.approves(changeset)).toMatchObject({ outcome: 'closed' });
      expect(await ben.merges(changeset)).toMatchObject({ outcome: 'closed' });
      const again = await ana.submits(changeset);
      expect(again).toMatchObject({ outcome: 'submitted', changeset: { status: 'SUBMITTED', sealedVersion: 2 } });
      expect(await ben.merges(changeset)).toMatchObject({ outcome: 'closed' });
    }
  });

  it('is refused for merged and missing changesets', async () => {
    expect(await ledger.withdraw(desk.writer, (await mergedChangeset()).id)).toMatchObject({ outcome: 'closed' });
    expect(await ledger.withdraw(desk.writer, missingId)).toEqual({ outcome: 'missing' });
  });
});
