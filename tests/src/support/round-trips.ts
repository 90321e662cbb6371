// Random changesets, each merged and reverted, and the whole rebuilt from the ledger: what must come out as it went in.
import { bringsFact, type Operation, type OperationKind } from '@chancery/changesets';
import * as ledger from '@chancery/ledger';
import { type Editor, openDesk, publish } from './desk.ts';
import { dumpOf } from './dump.ts';
import { Random } from './random.ts';
import { type ChangesetSize, randomChangeset } from './random-changeset.ts';
import type { RegisterModel } from './random-model.ts';
import { type RandomRegister, randomRegister } from './random-register.ts';

/** What was tried. */
export interface RoundTrips {
  readonly changesets: number;
  readonly operations: number;
  /** How many changesets had an operation of each kind. */
  readonly kinds: Readonly<Partial<Record<OperationKind, number>>>;
  readonly revisions: number;
  /** A line for each changeset whose revert did not restore the register, and for each table that rebuilding did not. */
  readonly faults: readonly string[];
}

/** Something of each kind, small enough to be told from what stays. */
function busyness(random: Random): ChangesetSize {
  const upTo = (most: number) => random.between(1, most);
  return {
    ...{ records: random.below(2), links: random.below(3), citations: upTo(20), updates: upTo(20) },
    ...{ retirements: upTo(6), restorations: upTo(4), uncitings: upTo(6), adoptions: upTo(3), disputes: upTo(2) },
  };
}

/**
 * Publishes so many random changesets on a random register and reverts each; a tenth more are left standing. Then
 * rebuilds register and history from the ledger's operations in a database of their own.
 */
export async function roundTrips(changesets: number, seed: number): Promise<RoundTrips> {
  const register = await randomRegister({ seed, records: 6, links: 8, citations: 120, revisions: 3 });
  try {
    const { desk } = register;
    const editors = [await desk.hire('Cy'), await desk.hire('Di')] as const;
    const random = new Random(seed + 1);
    const faults: string[] = [];
    const kinds: Partial<Record<OperationKind, number>> = {};
    let operations = 0;
    let before = await stateOf(desk.owner);
    for (let at = 0; at < changesets; at += 1) {
      const { done, fault, after } = await thereAndBack(register, editors, random, before);
      // From here on the register is not what the model has; further changesets would say nothing.
      if (fault)
        return {
          changesets: at + 1,
          operations,
          kinds,
          revisions: 0,
          faults: [`changeset ${at} of seed ${seed}: ${fault}`],
        };
      operations += done.length;
      for (const kind of new Set(done.map((operation) => operation.kind))) kinds[kind] = (kinds[kind] ?? 0) + 1;
      before = after;
      if (at % 10 === 9) {
        await register.publishMore(busyness(random));
        before = await stateOf(desk.owner);
      }
    }
    faults.push(...(await rebuildFaults(register)));
    const revisions = await ledger.headNumber(desk.owner);
    return { changesets, operations, kinds, revisions, faults };
  } finally {
    await register.desk.close();
  }
}

async function thereAndBack(
  { desk, model }: RandomRegister,
  editors: readonly [Editor, Editor],
  random: Random,
  before: State,
): Promise<{ done: Operation[]; fault?: string; after: State }> {
  const forget = remembering(model);
  const done = randomChangeset(model, random, busyness(random));
  const revision = await publish(editors, done);
  forget();
  const fault = await undo(desk, editors, revision);
  if (fault) return { done, fault, after: before };
  const after = await stateOf(desk.owner);
  const created = done.flatMap((operation) =>
    bringsFact(operation) && operation.kind !== 'restore' ? [operation.fact] : [],
  );
  // What was recorded and undone keeps its id for good, as a tombstone; everything else is as it was.
  const extra = after.tombstones.filter((row) => !created.some((id) => row.startsWith(`(${id},`)));
  const differs = Object.keys(before.tables).filter((table) => before.tables[table] !== after.tables[table]);
  if (differs.length > 0) return { done, after, fault: `${differs.join(', ')} differ after the revert` };
  const other = [
    ...before.tombstones.filter((row) => !extra.includes(row)),
    ...extra.filter((row) => !before.tombstones.includes(row)),
  ];
  if (other.length > 0) return { done, after, fault: `tombstones differ after the revert: ${other.join(' and ')}` };
  return { done, after };
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

/** A register to be compared: digests of its tables, and its tombstones by row. */
interface State {
  readonly tables: Readonly<Record<string, string>>;
  readonly tombstones: readonly string[];
}

async function stateOf(owner: RandomRegister['desk']['owner']): Promise<State> {
  const { 'register.tombstone': _tombstones, ...tables } = await dumpOf(owner, ['register']);
  // A fact that is brought back and retired again is called after whatever it is named after is called by then.
  const { rows } = await owner.query<{ row: string }>(
    'SELECT (id, type, reason, redirect_to)::text COLLATE "C" AS row FROM register.tombstone ORDER BY 1',
  );
  return { tables, tombstones: rows.map(({ row }) => row) };
}

/** Takes note of a model as it is, and returns what brings it back to that. */
function remembering(model: RegisterModel): () => void {
  const [facts, retired] = [new Map(model.facts), new Map(model.retired)];
  return () => {
    model.facts.clear();
    model.retired.clear();
    for (const [id, fact] of facts) model.facts.set(id, fact);
    for (const [id, fact] of retired) model.retired.set(id, fact);
  };
}

async function rebuildFaults({ desk }: RandomRegister): Promise<string[]> {
  const copy = await openDesk();
  try {
    await ledger.rebuild(desk.owner, copy.owner);
    const [original, rebuilt] = [
      await dumpOf(desk.owner, ['register', 'history']),
      await dumpOf(copy.owner, ['register', 'history']),
    ];
    return Object.keys(original)
      .filter((table) => original[table] !== rebuilt[table])
      .map((table) => `${table} is ${original[table]}, and rebuilt from the ledger ${rebuilt[table]}`);
  } finally {
    await copy.close();
  }
}
