// Merges and reverts random changesets, then rebuilds the register from the ledger. Both must restore the same data.
import { addsFact, type Operation, type OperationKind } from '@chancery/changesets';
import * as ledger from '@chancery/ledger';
import { type Editor, openDesk, publish } from './desk.ts';
import { Random } from './random.ts';
import { type ChangesetSize, randomChangeset } from './random-changeset.ts';
import type { RegisterModel } from './random-model.ts';
import { createRandomRegister, type RandomRegister } from './random-register.ts';
import { tableDigests } from './table-digests.ts';

/** The result of `runRoundTrips`. */
export interface RoundTripResult {
  /** The number of changesets that were merged and reverted, including one whose revert failed. */
  readonly changesets: number;
  /** The number of operations in the changesets whose revert restored the register. */
  readonly operations: number;
  /** How many changesets had an operation of each kind. */
  readonly kinds: Readonly<Partial<Record<OperationKind, number>>>;
  /** The number of revisions that were rebuilt; 0 if a revert did not restore the register, which ends the run. */
  readonly revisions: number;
  /** A line for each revert that did not restore the register and each table that the rebuild did not restore. */
  readonly differences: readonly string[];
}

/** Returns a random size of a changeset with a few operations of each kind. */
function smallSize(random: Random): ChangesetSize {
  const upTo = (max: number) => random.between(1, max);
  return {
    ...{ records: random.below(2), links: random.below(3), citations: upTo(20), updates: upTo(20) },
    ...{ retirements: upTo(6), restorations: upTo(4), uncitings: upTo(6), adoptions: upTo(3), disputes: upTo(2) },
  };
}

/**
 * Publishes random changesets on a random register and reverts each. After every tenth, publishes one that is not
 * reverted. Then rebuilds register and history from the ledger's operations in a new database.
 */
export async function runRoundTrips(changesets: number, seed: number): Promise<RoundTripResult> {
  const register = await createRandomRegister({ seed, records: 6, links: 8, citations: 120, revisions: 3 });
  try {
    const { desk } = register;
    const editors = [await desk.createUser('Cy'), await desk.createUser('Di')] as const;
    const random = new Random(seed + 1);
    const differences: string[] = [];
    const kinds: Partial<Record<OperationKind, number>> = {};
    let operations = 0;
    let before = await stateOf(desk.owner);
    for (let at = 0; at < changesets; at += 1) {
      const { operationsDone, difference, after } = await publishAndRevert(register, editors, random, before);
      // Stop: the register now differs from the model, so further changesets would not be meaningful.
      if (difference)
        return {
          changesets: at + 1,
          operations,
          kinds,
          revisions: 0,
          differences: [`changeset ${at} of seed ${seed}: ${difference}`],
        };
      operations += operationsDone.length;
      for (const kind of new Set(operationsDone.map((operation) => operation.kind)))
        kinds[kind] = (kinds[kind] ?? 0) + 1;
      before = after;
      if (at % 10 === 9) {
        await register.publishMore(smallSize(random));
        before = await stateOf(desk.owner);
      }
    }
    differences.push(...(await rebuildDifferences(register)));
    const revisions = await ledger.headNumber(desk.owner);
    return { changesets, operations, kinds, revisions, differences };
  } finally {
    await register.desk.close();
  }
}

async function publishAndRevert(
  { desk, model }: RandomRegister,
  editors: readonly [Editor, Editor],
  random: Random,
  before: State,
): Promise<{ operationsDone: Operation[]; difference?: string; after: State }> {
  const restoreModel = snapshot(model);
  const operationsDone = randomChangeset(model, random, smallSize(random));
  const revision = await publish(editors, operationsDone);
  restoreModel();
  const difference = await undo(desk, editors, revision);
  if (difference) return { operationsDone, difference, after: before };
  const after = await stateOf(desk.owner);
  const created = operationsDone.flatMap((operation) =>
    addsFact(operation) && operation.kind !== 'restore' ? [operation.fact] : [],
  );
  // Created and reverted facts leave tombstones; everything else must be as before.
  const extra = after.tombstones.filter((row) => !created.some((id) => row.startsWith(`(${id},`)));
  const differs = Object.keys(before.tables).filter((table) => before.tables[table] !== after.tables[table]);
  if (differs.length > 0) return { operationsDone, after, difference: `${differs.join(', ')} differ after the revert` };
  const changedTombstones = [
    ...before.tombstones.filter((row) => !extra.includes(row)),
    ...extra.filter((row) => !before.tombstones.includes(row)),
  ];
  if (changedTombstones.length > 0)
    return {
      operationsDone,
      after,
      difference: `tombstones differ after the revert: ${changedTombstones.join(' and ')}`,
    };
  return { operationsDone, after };
}

async function undo(
  desk: RandomRegister['desk'],
  [author, reviewer]: readonly [Editor, Editor],
  revision: number,
): Promise<string | undefined> {
  const reverted = await ledger.revert(desk.desk, revision, { by: author.id, reason: 'To see it undone.' });
  if (reverted.outcome !== 'opened') return reverted.outcome;
  const submitted = await author.submits(reverted.changeset);
  if (submitted.outcome !== 'submitted') return `the revert was not submitted: ${JSON.stringify(submitted)}`;
  await reviewer.approves(submitted.changeset);
  const merged = await reviewer.merges(submitted.changeset);
  return merged.outcome === 'merged' ? undefined : `the revert was not merged: ${JSON.stringify(merged)}`;
}

/** A register for comparison: digests of its tables, and its tombstones as rows. */
interface State {
  readonly tables: Readonly<Record<string, string>>;
  readonly tombstones: readonly string[];
}

async function stateOf(owner: RandomRegister['desk']['owner']): Promise<State> {
  const { 'register.tombstone': _tombstones, ...tables } = await tableDigests(owner, ['register']);
  // Without the label: a fact that was restored and retired again may have a new one, from the current names of its
  // links.
  const { rows } = await owner.query<{ row: string }>(
    'SELECT (id, type, reason, redirect_to)::text COLLATE "C" AS row FROM register.tombstone ORDER BY 1',
  );
  return { tables, tombstones: rows.map(({ row }) => row) };
}

/** Copies the state of a model and returns a function that restores it. */
function snapshot(model: RegisterModel): () => void {
  const [facts, retired] = [new Map(model.facts), new Map(model.retired)];
  return () => {
    model.facts.clear();
    model.retired.clear();
    for (const [id, fact] of facts) model.facts.set(id, fact);
    for (const [id, fact] of retired) model.retired.set(id, fact);
  };
}

async function rebuildDifferences({ desk }: RandomRegister): Promise<string[]> {
  const copy = await openDesk();
  try {
    await ledger.rebuild(desk.owner, copy.owner);
    const [original, rebuilt] = [
      await tableDigests(desk.owner, ['register', 'history']),
      await tableDigests(copy.owner, ['register', 'history']),
    ];
    return Object.keys(original)
      .filter((table) => original[table] !== rebuilt[table])
      .map((table) => `${table} is ${original[table]}, but rebuilt from the ledger ${rebuilt[table]}`);
  } finally {
    await copy.close();
  }
}
