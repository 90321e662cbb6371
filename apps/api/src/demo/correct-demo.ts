import {
  type CorrectionOutcome,
  type CorrectionPools,
  mergeAsSystem,
  type ProgressReporter,
} from '../corrections/merge-as-system.ts';
import { skipKnownRecords } from '../corrections/skip-known-records.ts';
import type { Seed, SeedChangeset } from './read-seed.ts';

/** Merges one correction of the demo register. Leaves out records that the register already has, and reports them. */
export async function mergeSeedCorrection(
  pools: CorrectionPools,
  { id, title, reason, operations }: SeedChangeset,
  { keys }: Pick<Seed, 'keys'>,
  report: ProgressReporter,
): Promise<CorrectionOutcome> {
  async function* batches() {
    const needed = await skipKnownRecords(pools.desk, operations);
    for (const [fact, label] of needed.skipped)
      report(`${title}: ${keys.get(fact) ?? fact} is left out: the register already has it as “${label}”`);
    yield needed.operations;
  }
  return mergeAsSystem(
    pools,
    { id, title, reason: () => reason, batches: batches(), nameOf: (fact) => keys.get(fact) },
    report,
  );
}
