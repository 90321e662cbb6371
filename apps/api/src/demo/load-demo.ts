import { pluralize } from '@chancery/codebook';
import { stableDeskId } from '@chancery/importers';
import * as ledger from '@chancery/ledger';
import type pg from 'pg';
import { mergeSeedCorrection } from './correct-demo.ts';
import { demoRegister } from './demo-register.ts';
import type { Seed, SeedChangeset } from './read-seed.ts';
import { SeedError } from './seed-file.ts';

/** The connection pools with which the demo register is drafted and merged. */
export interface DemoPools {
  readonly desk: pg.Pool;
  readonly writer: pg.Pool;
}

/**
 * The user ids of the two editors of the demo register. There are two, because authors cannot approve their own work.
 */
export interface DemoEditors {
  readonly author: string;
  readonly reviewer: string;
}

/** A file of the demo register and the revision it was merged as. */
export interface LoadedFile {
  readonly file: string;
  readonly revision: number;
}

/**
 * Loads the demo register through the ledger, one changeset per file: drafted by the author, approved and merged by the
 * reviewer. Corrections of earlier files are merged under the system account. All ids are stable, so files that are
 * already loaded are skipped and an interrupted load resumes. Returns all loaded files, including those of earlier
 * calls.
 * @throws SeedError when the ledger refuses a file; the message names the file and the fact.
 */
export async function loadDemo(
  pools: DemoPools,
  editors: DemoEditors,
  log: (line: string) => void,
  seed: Pick<Seed, 'changesets' | 'keys'> = demoRegister(),
): Promise<LoadedFile[]> {
  const loaded: LoadedFile[] = [];
  for (const changeset of seed.changesets) {
    const existing = await ledger.findChangeset(pools.desk, changeset.id);
    if (existing && existing.revision !== null) {
      loaded.push({ file: changeset.file, revision: existing.revision });
      continue;
    }
    if (changeset.isCorrection) {
      loaded.push(...(await correct(pools, changeset, seed, log)));
      continue;
    }
    const revision = await publish(pools, editors, changeset, seed.keys);
    log(`Loaded ${changeset.file}: ${pluralize(changeset.operations.length, 'operation')}, revision ${revision}`);
    loaded.push({ file: changeset.file, revision });
  }
  return loaded;
}

/**
 * Merges the corrections of the demo register into a register that contains the demo. Facts that an editor has changed
 * in the meantime are not corrected. Returns all merged corrections, including those of earlier calls.
 */
export async function correctDemo(
  pools: DemoPools,
  log: (line: string) => void,
  seed: Pick<Seed, 'changesets' | 'keys'> = demoRegister(),
): Promise<LoadedFile[]> {
  const loaded: LoadedFile[] = [];
  for (const changeset of seed.changesets)
    if (changeset.isCorrection) loaded.push(...(await correct(pools, changeset, seed, log)));
  return loaded;
}

/**
 * Merges one correction. Returns its file and revision, from this call or an earlier one; empty if it is not merged.
 */
async function correct(
  pools: DemoPools,
  changeset: SeedChangeset,
  seed: Pick<Seed, 'keys'>,
  log: (line: string) => void,
): Promise<LoadedFile[]> {
  const corrected = await mergeSeedCorrection(pools, changeset, seed, log);
  const revision = 'revision' in corrected ? corrected.revision : null;
  return revision === null ? [] : [{ file: changeset.file, revision }];
}

async function publish(
  { desk, writer }: DemoPools,
  { author, reviewer }: DemoEditors,
  { file, id, title, reason, operations }: SeedChangeset,
  keys: Seed['keys'],
): Promise<number> {
  const refuse = (step: string, outcome: Refused): never => {
    throw new SeedError(file, `could not be ${step}: ${describeRefusal(outcome, keys)}`);
  };
  await ledger.openChangeset(desk, { id, title, reason, authorId: author });
  const appended = await ledger.append(desk, id, operations, { by: author });
  if (appended.outcome !== 'appended') return refuse('appended', appended);
  let { changeset } = appended;
  if (ledger.isDraft(changeset)) {
    const submitted = await ledger.submit(writer, id, { by: author });
    if (submitted.outcome !== 'submitted') return refuse('submitted', submitted);
    changeset = submitted.changeset;
  }
  if (changeset.status === 'SUBMITTED') {
    const version = changeset.sealedVersion ?? changeset.version;
    const comment = stableDeskId('comment', `${file} ${version}`);
    const verdict = { id: comment, by: reviewer, version, verdict: 'APPROVE', body: '' } as const;
    const reviewed = await ledger.review(writer, id, verdict);
    if (reviewed.outcome !== 'reviewed') return refuse('approved', reviewed);
  }
  const merged = await ledger.merge(writer, id, { by: reviewer });
  return merged.outcome === 'merged' ? merged.revision : refuse('merged', merged);
}

type Refused = Exclude<
  ledger.AppendOutcome | ledger.SubmitOutcome | ledger.ReviewOutcome | ledger.MergeOutcome,
  { revision: number }
>;

/** Describes a refusal of the ledger in one line, with keys instead of ids. */
function describeRefusal(outcome: Refused, keys: Seed['keys']): string {
  const problems = 'problems' in outcome ? outcome.problems : [];
  const conflicts = 'conflicts' in outcome ? outcome.conflicts : [];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [problem] = errors;
  if (problem) {
    const more = errors.length > 1 ? ` (${errors.length} errors in all)` : '';
    return `${keys.get(problem.fact ?? '') ?? problem.fact ?? 'the changeset'}: ${problem.message}${more}`;
  }
  const [conflict] = conflicts;
  if (conflict) return `${keys.get(conflict.fact) ?? conflict.fact} has been changed in the meantime`;
  return 'message' in outcome ? outcome.message : outcome.outcome;
}
