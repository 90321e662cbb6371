// A register with a history: random changesets, published in sequence through the ledger.
import type { Operation } from '@chancery/changesets';
import * as ledger from '@chancery/ledger';
import { type Desk, type Editor, openDesk } from './desk.ts';
import { Random } from './random.ts';
import { type ChangesetSize, initialSize, ordinarySize, randomChangeset } from './random-changeset.ts';
import { RegisterModel } from './random-model.ts';

/** A random register, with a function to publish more changesets. */
export interface RandomRegister {
  readonly desk: Desk;
  readonly model: RegisterModel;
  /** Publishes another random changeset and returns its revision. */
  readonly publishMore: (size?: ChangesetSize) => Promise<number>;
}

/** Options of `createRandomRegister`, all with a default. */
export interface RegisterSize {
  readonly seed?: number;
  /** The number of records of each type in the first revision. */
  readonly records?: number;
  /** The number of links of each type in the first revision, at most. */
  readonly links?: number;
  /** The number of attempts to cite a source in the first revision. */
  readonly citations?: number;
  /** The number of revisions, at least 1. */
  readonly revisions?: number;
}

/** Creates a random register in a new database. The same seed gives the same facts, ids and revisions. */
export async function createRandomRegister({
  seed = 1,
  records = 10,
  links = 16,
  citations = 260,
  revisions = 6,
}: RegisterSize = {}): Promise<RandomRegister> {
  const desk = await openDesk();
  const random = new Random(seed);
  const model = new RegisterModel(random);
  const editors = [await desk.createUser('Ana'), await desk.createUser('Ben')] as const;
  let day = Date.UTC(2026, 0, 5, 9);
  const publishMore = async (size: ChangesetSize = ordinarySize) => {
    // Some revisions are on the same day, others are months apart.
    day += random.pick([3_600_000, 86_400_000, 45 * 86_400_000]) + random.below(999);
    return publishAtMoment(desk, editors, randomChangeset(model, random, size), new Date(day));
  };
  await publishMore(initialSize(records, links, citations));
  for (let revision = 1; revision < revisions; revision += 1) await publishMore();
  return { desk, model, publishMore };
}

/**
 * Publishes operations in a merge at a given moment. Returns the revision.
 * @throws Error if the ledger refuses the submission or the merge
 */
export async function publishAtMoment(
  desk: Desk,
  [author, reviewer]: readonly [Editor, Editor],
  operations: readonly Operation[],
  at: Date,
): Promise<number> {
  const draft = await author.drafts(operations, `Changes until ${at.toISOString()}`);
  const submitted = await author.submits(draft);
  if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted, null, 1)}`);
  await reviewer.approves(submitted.changeset);
  const merged = await ledger.merge(desk.writer, draft.id, { by: reviewer.id, now: () => at });
  if (merged.outcome !== 'merged') throw new Error(`not merged: ${JSON.stringify(merged, null, 1)}`);
  return merged.revision;
}
