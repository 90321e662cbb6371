// A register with a past: random changesets, published one after the other through the ledger.
import type { Operation } from '@chancery/changesets';
import * as ledger from '@chancery/ledger';
import { type Desk, type Editor, openDesk } from './desk.ts';
import { Random } from './random.ts';
import { beginning, type ChangesetSize, ordinary, randomChangeset } from './random-changeset.ts';
import { RegisterModel } from './random-model.ts';

/** A register that chance has filled, and the means to go on with it. */
export interface RandomRegister {
  readonly desk: Desk;
  readonly model: RegisterModel;
  /** Publishes one more changeset and returns its revision. */
  readonly publishMore: (busyness?: ChangesetSize) => Promise<number>;
}

/** How large a register is to be, and how deep its past. */
export interface RegisterSize {
  readonly seed?: number;
  readonly records?: number;
  readonly links?: number;
  readonly citations?: number;
  readonly revisions?: number;
}

/** Fills a register of one's own. The same seed gives the same facts under the same ids at the same revisions. */
export async function randomRegister({
  seed = 1,
  records = 10,
  links = 16,
  citations = 260,
  revisions = 6,
}: RegisterSize = {}): Promise<RandomRegister> {
  const desk = await openDesk();
  const random = new Random(seed);
  const model = new RegisterModel(random);
  const editors = [await desk.hire('Ana'), await desk.hire('Ben')] as const;
  let day = Date.UTC(2026, 0, 5, 9);
  const publishMore = async (busyness: ChangesetSize = ordinary) => {
    // Some revisions share a day, others are months apart.
    day += random.pick([3_600_000, 86_400_000, 45 * 86_400_000]) + random.below(999);
    return publishAtMoment(desk, editors, randomChangeset(model, random, busyness), new Date(day));
  };
  await publishMore(beginning(records, links, citations));
  for (let revision = 1; revision < revisions; revision += 1) await publishMore();
  return { desk, model, publishMore };
}

/** Takes operations all the way, merged at a moment of one's choice. */
export async function publishAtMoment(
  desk: Desk,
  [author, reviewer]: readonly [Editor, Editor],
  operations: readonly Operation[],
  at: Date,
): Promise<number> {
  const draft = await author.drafts(operations, `What was found by ${at.toISOString()}`);
  const submitted = await author.submits(draft);
  if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted, null, 1)}`);
  await reviewer.approves(submitted.changeset);
  const merged = await ledger.merge(desk.writer, draft.id, { by: reviewer.id, now: () => at });
  if (merged.outcome !== 'merged') throw new Error(`not merged: ${JSON.stringify(merged, null, 1)}`);
  return merged.revision;
}
