import type { Conflict, Operation, Problem } from '@chancery/changesets';
import { stableDeskId } from '@chancery/importers';
import * as ledger from '@chancery/ledger';
import type pg from 'pg';
import { ensureSystemAccount } from '../auth/system-account.ts';
import { hasAttestedAllSpells, recordAllSpellsAttested } from './attested-setting.ts';

/** The connection pools with which corrections are drafted and merged. */
export interface CorrectionPools {
  readonly desk: pg.Pool;
  readonly writer: pg.Pool;
}

/** A correction that comes with a release. */
export interface Correction {
  /**
   * The id of its changeset, the same in each call, so that the correction is merged once and an interrupted one
   * resumes.
   */
  readonly id: string;
  readonly title: string;
  /** Returns the reason. Called after all operations are drafted. */
  readonly reason: () => string;
  /** Its operations in batches of a few hundred. Their ids are the same in each call. */
  readonly batches: AsyncIterable<readonly Operation[]> | Iterable<readonly Operation[]>;
  /** Returns a readable name of a fact, for messages. If it returns undefined, messages name the id of the fact. */
  readonly nameOf?: (fact: string) => string | undefined;
}

/** Receives the progress messages of corrections, one line per call. */
export type ProgressReporter = (line: string) => void;

/** The outcome of a correction. */
export type CorrectionOutcome =
  /** This call merged it. */
  | { readonly outcome: 'merged'; readonly revision: number; readonly operations: number }
  /** It was merged or discarded before this call; `revision` is null if it was discarded. */
  | { readonly outcome: 'settled'; readonly revision: number | null }
  /** There is nothing to correct. */
  | { readonly outcome: 'nothing' }
  /** None of it could be applied: all its facts were left out, and its changeset was discarded. */
  | { readonly outcome: 'left-out' };

/**
 * Merges a correction under the system account, which also approves it: the correction was reviewed with its release.
 * Facts whose operations have errors or conflicts, because the facts have changed since, are left out and reported. A
 * correction that was merged or discarded earlier is not merged again; an interrupted one is resumed.
 * @throws Error when the ledger refuses the whole correction, which does not happen to well-formed corrections.
 */
export async function mergeAsSystem(
  pools: CorrectionPools,
  correction: Correction,
  report: ProgressReporter,
): Promise<CorrectionOutcome> {
  const { desk } = pools;
  const { id, title, batches } = correction;
  const by = ledger.systemAccountId;
  let changeset = await ledger.findChangeset(desk, id);
  if (changeset?.status === 'MERGED' || changeset?.status === 'DISCARDED')
    return { outcome: 'settled', revision: changeset.revision };
  let count = 0;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    if (!changeset) {
      await ensureSystemAccount(desk);
      changeset = await ledger.openChangeset(desk, { id, title, authorId: by });
    }
    if (!ledger.isDraft(changeset)) break;
    const appended = await ledger.append(desk, id, batch, { by });
    if (appended.outcome !== 'appended') throw refusalError(correction, 'appended', appended);
    changeset = appended.changeset;
    const reported = Math.floor(count / reportEvery);
    count += batch.length;
    if (Math.floor(count / reportEvery) > reported) report(`${title}: ${count} operations drafted`);
  }
  if (!changeset) return { outcome: 'nothing' };
  for (;;) {
    const step = await nextStep(pools, correction, changeset, { by, report });
    if ('outcome' in step) return step;
    changeset = step;
  }
}

/**
 * Takes the next step of a correction: submits, approves or merges its changeset, or leaves out the facts that are
 * refused. Returns the changed changeset or, after the last step, the outcome.
 */
async function nextStep(
  { desk, writer }: CorrectionPools,
  correction: Correction,
  changeset: ledger.Changeset,
  { by, report }: { by: string; report: ProgressReporter },
): Promise<ledger.Changeset | CorrectionOutcome> {
  const { id, title, reason } = correction;
  const progress = reportPhases(title, report);
  switch (changeset.status) {
    case 'DRAFT':
    case 'RETURNED': {
      const submitted = await ledger.submit(writer, id, { by, reason: reason(), progress });
      if (submitted.outcome === 'submitted') return submitted.changeset;
      if (submitted.outcome !== 'refused') throw refusalError(correction, 'submitted', submitted);
      return leaveOut(desk, correction, submitted, report);
    }
    case 'SUBMITTED': {
      const version = changeset.sealedVersion ?? changeset.version;
      const verdict = { id: stableDeskId('comment', `${id} ${version}`), by, version, verdict: 'APPROVE' } as const;
      const body = 'Approved by Chancery itself: a correction that comes with a release and was reviewed with it.';
      const reviewed = await ledger.review(writer, id, { ...verdict, body });
      if (reviewed.outcome !== 'reviewed') throw refusalError(correction, 'approved', reviewed);
      return reviewed.changeset;
    }
    case 'APPROVED':
    case 'MERGING': {
      const attestAll = !(await hasAttestedAllSpells(desk));
      const merged = await ledger.merge(writer, id, { by, progress, attestAll });
      if (merged.outcome === 'merged') {
        if (attestAll) await recordAllSpellsAttested(desk);
        const operations = await operationsOf(desk, merged.revision);
        report(`${title}: merged as revision ${merged.revision}, ${operations} operations`);
        return { outcome: 'merged', revision: merged.revision, operations };
      }
      if (merged.outcome === 'conflicts') return leaveOut(desk, correction, { ...merged, problems: [] }, report);
      if (merged.outcome === 'refused') return leaveOut(desk, correction, { ...merged, conflicts: [] }, report);
      throw refusalError(correction, 'merged', merged);
    }
    default:
      throw new Error(`the correction “${title}” is ${changeset.status} and cannot continue`);
  }
}

async function operationsOf(desk: pg.Pool, revision: number): Promise<number> {
  const { rows } = await desk.query<{ operations: number }>(
    'SELECT operation_count AS operations FROM ledger.revision WHERE number = $1',
    [revision],
  );
  return rows[0]?.operations ?? 0;
}

interface Findings {
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Removes the facts with errors or conflicts from a correction and returns its changeset. If no operation is left,
 * discards the changeset and returns the outcome.
 */
async function leaveOut(
  desk: pg.Pool,
  correction: Correction,
  { problems, conflicts }: Findings,
  report: ProgressReporter,
): Promise<ledger.Changeset | CorrectionOutcome> {
  const { id, title, nameOf } = correction;
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.some(({ code }) => code === 'nothing-to-submit')) {
    await ledger.discardChangeset(desk, id);
    report(`${title}: nothing in it applies to this register`);
    return { outcome: 'left-out' };
  }
  const messages = new Map<string, string>();
  for (const { fact, message } of errors) if (fact !== undefined) messages.set(fact, message);
  for (const { fact } of conflicts) messages.set(fact, 'it has been changed in this register.');
  const discarded = await ledger.discardOperations(desk, id, { facts: [...messages.keys()] });
  if (discarded.outcome !== 'discarded' || discarded.count === 0)
    throw new Error(`the correction “${title}” was refused: ${errors[0]?.message ?? discarded.outcome}`);
  for (const [fact, message] of [...messages].slice(0, maxReported))
    report(`${title}: ${nameOf?.(fact) ?? fact} is left out: ${message}`);
  if (messages.size > maxReported) report(`${title}: ${messages.size - maxReported} more facts are left out`);
  return discarded.changeset;
}

/** The maximum number of left-out facts that are reported one by one. */
const maxReported = 20;

/** The number of drafted operations between two progress messages. */
const reportEvery = 10_000;

/** Descriptions of the slow phases of a submission and a merge. */
const phaseDescriptions: Partial<Record<Parameters<ledger.Progress>[0], string>> = {
  checking: 'checking the operations',
  applying: 'writing the operations into the register',
};

/** Returns a progress callback that reports the start of each slow phase of a large changeset. */
function reportPhases(title: string, report: ProgressReporter): ledger.Progress {
  let current = '';
  return (phase, _done, total) => {
    if (phase === current) return;
    current = phase;
    const description = phaseDescriptions[phase];
    if (description && total >= reportEvery) report(`${title}: ${description} (${total})`);
  };
}

function refusalError({ title }: Correction, step: string, outcome: { readonly outcome: string }): Error {
  const explanation = 'message' in outcome ? String(outcome.message) : problemIn(outcome);
  return new Error(`the correction “${title}” was not ${step}: ${explanation ?? outcome.outcome}`);
}

function problemIn(outcome: object): string | undefined {
  if (!('problems' in outcome) || !Array.isArray(outcome.problems)) return undefined;
  const [problem] = outcome.problems as Problem[];
  return problem && `${problem.fact ?? 'the changeset'}: ${problem.message}`;
}
