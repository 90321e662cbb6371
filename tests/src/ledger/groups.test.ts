// The review of a large changeset: groups with their warnings, pages of a group, and verdicts on groups.
import { type Operation, type Rule, rules } from '@chancery/changesets';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, type Editor, openDesk } from '../support/desk.ts';
import { createWaived, update } from '../support/operations.ts';

let desk: Desk;
let ana: Editor;
let ben: Editor;
let cy: Editor;

beforeAll(async () => {
  desk = await openDesk();
  [ana, ben, cy] = [await desk.createUser('Ana'), await desk.createUser('Ben'), await desk.createUser('Cy')];
});
afterAll(() => desk.close());

/** Returns a rule that warns about new facts whose names start with a prefix. */
const prefixRule = (code: string, prefix: string): Rule => ({
  code,
  description: 'A name with a prefix that only this test warns about.',
  needs: () => undefined,
  *check(batch) {
    for (const operation of batch.operations)
      if (operation.kind === 'create' && String(operation.values.name).startsWith(prefix))
        yield { code, severity: 'warning', message: `It begins with ${prefix}.`, fact: operation.fact };
  },
});
const withWarnings = [...rules, prefixRule('odd-name', 'Odd'), prefixRule('long-name', 'Odd and long')];

const states = (count: number, name: string): Operation[] =>
  Array.from({ length: count }, (_, at) => createWaived('State', { name: `${name} ${at + 1}` }));

async function submittedChangeset(
  operations: readonly Operation[],
  more: readonly Operation[] = [],
): Promise<ledger.Changeset> {
  const draft = await ana.drafts(operations);
  const appended = more.length > 0 ? await ana.appends(draft, more) : undefined;
  if (appended && appended.outcome !== 'appended') throw new Error(`not appended: ${JSON.stringify(appended)}`);
  const outcome = await ledger.submit(desk.writer, draft.id, { by: ana.id, rules: withWarnings });
  if (outcome.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

const groupsOf = (changeset: ledger.Changeset) => ledger.operationGroups(desk.desk, changeset);
const countsOf = (groups: readonly ledger.OperationGroup[]) =>
  groups.map(({ type, kind, code, facts, factsInAll }) => ({ type, kind, code, facts, factsInAll }));

async function allChanges(
  changeset: ledger.Changeset,
  group: ledger.GroupKey,
  first: number,
): Promise<ledger.FactChange[]> {
  const changes: ledger.FactChange[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await ledger.changesOfGroup(desk.desk, changeset, group, { first, ...(after ? { after } : {}) });
    changes.push(...page.changes);
    if (!page.more) return changes;
    after = page.cursor;
  }
}

describe('the groups of a changeset', () => {
  it('of a sealed version count facts by type, kind and warning', async () => {
    const [first, ...others] = states(20, 'Plain');
    if (!first) throw new Error('there is no first state');
    const renamed = update(first.fact, { name: 'Plain 1' }, { name: 'Renamed' });
    const changeset = await submittedChangeset(
      [
        first,
        ...others,
        ...states(5, 'Odd'),
        ...states(2, 'Odd and long'),
        createWaived('Organization', { name: 'League', organizationType: 'IGO_FORMAL' }),
      ],
      [renamed],
    );
    const groups = await groupsOf(changeset);
    expect(countsOf(groups)).toEqual([
      { type: 'Organization', kind: 'create', code: null, facts: 1, factsInAll: 1 },
      { type: 'State', kind: 'create', code: null, facts: 20, factsInAll: 27 },
      { type: 'State', kind: 'create', code: 'long-name', facts: 2, factsInAll: 27 },
      { type: 'State', kind: 'create', code: 'odd-name', facts: 7, factsInAll: 27 },
    ]);
    expect(groups[0]?.samples.map(({ label }) => label)).toEqual(['League']);
    expect(groups[3]?.samples).toHaveLength(3);
    expect(await ledger.countChanges(desk.desk, changeset)).toEqual([
      { type: 'Organization', kind: 'create', facts: 1 },
      { type: 'State', kind: 'create', facts: 27 },
    ]);
  });

  it('show a warning for a membership outside the lifespan of its member', async () => {
    const validity = { edtf: '1900/1940', basis: 'STATED' } as const;
    const utopia = createWaived('State', { name: 'Utopia', validity });
    const league = createWaived('Organization', { name: 'League', organizationType: 'IGO_FORMAL' });
    const member = (edtf: string) =>
      createWaived('Membership', {
        ...{ member: utopia.fact, organization: league.fact, status: 'FULL' },
        validity: { edtf, basis: 'STATED' },
      });
    const changeset = await submittedChangeset([utopia, league, member('1920/1930'), member('1950/1960')]);
    expect(countsOf(await groupsOf(changeset)).filter(({ type }) => type === 'Membership')).toEqual([
      { type: 'Membership', kind: 'create', code: null, facts: 1, factsInAll: 2 },
      { type: 'Membership', kind: 'create', code: 'outside-lifespan', facts: 1, factsInAll: 2 },
    ]);
    // The labels use names that the same changeset creates, in any order.
    const samples = (await groupsOf(changeset))
      .filter(({ type }) => type === 'Membership')
      .map((group) => group.samples);
    expect(samples.flat().map(({ label }) => label)).toEqual(['Utopia in League', 'Utopia in League']);
  });

  it('of a draft count the operations as written, without warnings', async () => {
    const draft = await ana.drafts([...states(3, 'Odd'), createWaived('Organization', { name: 'Union' })]);
    expect(countsOf(await groupsOf(draft))).toEqual([
      { type: 'Organization', kind: 'create', code: null, facts: 1, factsInAll: 1 },
      { type: 'State', kind: 'create', code: null, facts: 3, factsInAll: 3 },
    ]);
  });

  it('keep every warning, also those that the submission does not return', async () => {
    const changeset = await submittedChangeset(states(1_200, 'Odd'));
    expect(countsOf(await groupsOf(changeset))).toEqual([
      { type: 'State', kind: 'create', code: 'odd-name', facts: 1_200, factsInAll: 1_200 },
    ]);
  });

  it('do not change when a returned version is submitted again', async () => {
    const changeset = await submittedChangeset(states(2, 'Odd'));
    const before = await groupsOf(changeset);
    await ledger.review(desk.writer, changeset.id, {
      ...{ id: 'review_of_groups', by: ben.id, version: changeset.version, verdict: 'REQUEST_CHANGES', body: 'Why?' },
    });
    const again = await ana.submits(changeset);
    expect(again).toMatchObject({ outcome: 'submitted' });
    expect(await groupsOf(changeset)).toEqual(before);
  });
});

describe('the pages of a group', () => {
  it('have each fact of the group exactly once, ordered by id, for any page size', async () => {
    const [plain, odd] = [states(23, 'Plain'), states(11, 'Odd')];
    const changeset = await submittedChangeset([...plain, ...odd]);
    const ids = (operations: readonly Operation[]) => operations.map(({ fact }) => fact).sort();
    for (const size of [1, 7, 50]) {
      const clean = await allChanges(changeset, { type: 'State', kind: 'create', code: null }, size);
      expect(clean.map(({ fact }) => fact)).toEqual(ids(plain));
      const warned = await allChanges(changeset, { type: 'State', kind: 'create', code: 'odd-name' }, size);
      expect(warned.map(({ fact }) => fact)).toEqual(ids(odd));
      expect(warned.map(({ problems }) => problems.map(({ message }) => message))).toEqual(
        odd.map(() => ['It begins with Odd.']),
      );
    }
  });

  it('leave out operations that were folded into others', async () => {
    const [one, two] = states(2, 'Plain');
    if (!one || !two) throw new Error('there are fewer than two states');
    const changeset = await submittedChangeset(
      [one, two],
      [update(one.fact, { name: 'Plain 1' }, { name: 'Renamed' })],
    );
    expect(await allChanges(changeset, { type: 'State', kind: 'update', code: null }, 1)).toEqual([]);
    expect(await allChanges(changeset, { type: 'State', kind: 'create', code: null }, 1)).toHaveLength(2);
  });
});

describe('a verdict on a group', () => {
  const key = { type: 'State', kind: 'create', code: 'odd-name' } as const;
  const judge = (changeset: ledger.Changeset, by: Editor, more: Partial<ledger.NewGroupVerdict> = {}) =>
    ledger.judgeGroup(desk.desk, changeset.id, {
      ...{ ...key, by: by.id, version: changeset.sealedVersion ?? 0, verdict: 'LOOKED_AT', note: '' },
      ...more,
    });
  const verdictsOn = async (changeset: ledger.Changeset) =>
    (await groupsOf(changeset))
      .find(({ code }) => code === key.code)
      ?.verdicts.map(({ by, verdict, note }) => ({ by, verdict, note }));

  it('is stored per reviewer, replaces an earlier one, and does not approve the changeset', async () => {
    const changeset = await submittedChangeset(states(3, 'Odd'));
    expect(await judge(changeset, ben)).toMatchObject({ outcome: 'judged', changeset: { status: 'SUBMITTED' } });
    await judge(changeset, cy);
    await judge(changeset, ben, { verdict: 'TO_MEND', note: ' Their names. ' });
    expect(await verdictsOn(changeset)).toEqual([
      { by: cy.id, verdict: 'LOOKED_AT', note: '' },
      { by: ben.id, verdict: 'TO_MEND', note: 'Their names.' },
    ]);
  });

  it('applies to one version: later versions have none, and older ones cannot be judged', async () => {
    const changeset = await submittedChangeset(states(3, 'Odd'));
    await judge(changeset, ben);
    const moved = await ana.appends(changeset, states(1, 'Odd'));
    if (moved.outcome !== 'appended') throw new Error(`not appended: ${moved.outcome}`);
    expect(await judge(changeset, ben)).toMatchObject({ outcome: 'closed' });
    const next = await ledger.submit(desk.writer, changeset.id, { by: ana.id, rules: withWarnings });
    if (next.outcome !== 'submitted') throw new Error(`not submitted: ${next.outcome}`);
    expect(await verdictsOn(next.changeset)).toEqual([]);
    expect(await judge(changeset, ben)).toMatchObject({ outcome: 'stale' });
  });

  it('needs a note when it asks for changes, and an existing group', async () => {
    const changeset = await submittedChangeset(states(1, 'Odd'));
    expect(await judge(changeset, ben, { verdict: 'TO_MEND', note: ' ' })).toMatchObject({ outcome: 'reason-missing' });
    expect(await judge(changeset, ben, { kind: 'retire' })).toMatchObject({ outcome: 'no-such-group' });
    expect(await verdictsOn(changeset)).toEqual([]);
  });
});

describe('the check', () => {
  const head = async () => (await ledger.findChangeset(desk.desk, (await ana.drafts([])).id))?.baseRevision;

  it('of a large sealed version returns the stored findings; of a small one it runs the rules again', async () => {
    const large = await submittedChangeset([...states(2_000, 'Plain'), ...states(3, 'Odd')]);
    const small = await submittedChangeset(states(2, 'Odd'));
    const before = await head();
    const next = await submittedChangeset(states(1, 'Next'));
    await ben.approves(next);
    expect(await ledger.merge(desk.writer, next.id, { by: ben.id })).toMatchObject({ outcome: 'merged' });

    const ofLarge = await ledger.checkChangeset(desk.writer, large.id);
    expect(ofLarge).toMatchObject({ count: 2_003, errors: 0, conflicts: [], tried: false, asOf: before });
    if (ofLarge.outcome !== 'checked') throw new Error(`not checked: ${ofLarge.outcome}`);
    expect(ofLarge.problems.map(({ code, fact }) => [code, typeof fact])).toEqual(
      Array.from({ length: 3 }, () => ['odd-name', 'string']),
    );
    // No problems: the desk's check does not run the rules of this test.
    expect(await ledger.checkChangeset(desk.writer, small.id)).toMatchObject({
      ...{ count: 2, problems: [], tried: true, asOf: (before ?? 0) + 1 },
    });
  });
});
