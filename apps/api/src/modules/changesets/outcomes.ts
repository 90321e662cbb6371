import * as ledger from '@chancery/ledger';
import type { DeskContext } from '../../doors/desk-context.ts';
import { toConflictOutput, toProblemOutput, toRefusalOutput } from './to-output.ts';

type OutcomeOutput = Record<string, unknown>;

/** How long a merge within a request waits for another merge before it moves to the background, in milliseconds. */
const lockTimeout = 4_000;
/** Changesets with more operations are submitted and merged in the background, and their drafts are not checked on view. */
export const inlineLimit = 5_000;

/** Merges a changeset: within the request if it is small and no other merge takes long, otherwise in the background. */
export async function mergeOutcome(
  changesetId: string,
  version: number,
  { services, viewer }: DeskContext,
): Promise<OutcomeOutput> {
  const { pools, jobs, head } = services;
  const by = viewer?.id ?? '';
  const changeset = await ledger.find(pools.desk, changesetId);
  if (!changeset) return toRefusalOutput({ outcome: 'missing' });
  const inBackground = async () => ({
    __typename: 'Merging',
    job: await jobs.start('merge', changesetId, by, version),
    changeset: (await ledger.find(pools.desk, changesetId)) ?? changeset,
  });
  if (changeset.status === 'MERGING') return inBackground();
  const mergeable = changeset.status === 'APPROVED' && changeset.version === version;
  if (mergeable && (await ledger.hasMoreOperations(pools.desk, changeset, inlineLimit))) return inBackground();
  const merged = await ledger.merge(pools.writer, changesetId, { by, version, lockTimeout });
  switch (merged.outcome) {
    case 'merged':
      head.observe({ number: merged.revision, at: '' });
      return { __typename: 'Merged', revision: merged.revision, changeset: merged.changeset };
    case 'conflicts':
      return {
        __typename: 'Conflicts',
        conflicts: merged.conflicts.map(toConflictOutput),
        changeset: merged.changeset,
      };
    case 'refused':
      return {
        __typename: 'Refused',
        problems: merged.problems.map(toProblemOutput),
        conflicts: [],
        changeset: merged.changeset,
      };
    case 'busy':
      return inBackground();
    default:
      return toRefusalOutput(merged);
  }
}

/** Submits a changeset: within the request if it is small, otherwise in the background. */
export async function submitOutcome(
  changesetId: string,
  { version, ...description }: { version: number; title?: string; reason?: string },
  { services: { pools, jobs }, viewer }: DeskContext,
): Promise<OutcomeOutput> {
  const by = viewer?.id ?? '';
  const changeset = await ledger.find(pools.desk, changesetId);
  const isOpen = changeset?.status === 'DRAFT' || changeset?.status === 'RETURNED';
  if (
    changeset &&
    isOpen &&
    changeset.version === version &&
    (await ledger.hasMoreOperations(pools.desk, changeset, inlineLimit))
  ) {
    // Store title and reason now, because the job only seals the version.
    const described = await ledger.describe(pools.desk, changesetId, description);
    if (described.outcome !== 'described') return toRefusalOutput(described);
    const job = await jobs.start('submit', changesetId, by, version);
    return { __typename: 'Submitting', job, changeset: described.changeset };
  }
  const submitted = await ledger.submit(pools.writer, changesetId, { by, version, ...description });
  if (submitted.outcome === 'submitted')
    return {
      __typename: 'Submitted',
      changeset: submitted.changeset,
      warnings: submitted.warnings.map(toProblemOutput),
    };
  if (submitted.outcome === 'refused')
    return {
      __typename: 'Refused',
      problems: submitted.problems.map(toProblemOutput),
      conflicts: submitted.conflicts.map(toConflictOutput),
      changeset: submitted.changeset,
    };
  return toRefusalOutput(submitted);
}

/** Converts the outcome of a review. */
export function reviewOutcome(reviewed: ledger.ReviewOutcome): OutcomeOutput {
  if (reviewed.outcome === 'reviewed') return { __typename: 'Reviewed', changeset: reviewed.changeset };
  if (reviewed.outcome === 'own-work')
    return {
      __typename: 'OwnWork',
      changeset: reviewed.changeset,
      message: 'You are the author. Another editor must approve this changeset.',
    };
  if (reviewed.outcome === 'reason-missing')
    return { __typename: 'ReasonMissing', changeset: reviewed.changeset, message: 'Describe what has to be changed.' };
  return toRefusalOutput(reviewed);
}

/** Converts the outcome of judging a group. */
export function judgeOutcome(judged: ledger.JudgeGroupOutcome): OutcomeOutput {
  if (judged.outcome === 'judged') return { __typename: 'GroupJudged', changeset: judged.changeset };
  if (judged.outcome === 'no-such-group')
    return { __typename: 'NoSuchGroup', changeset: judged.changeset, message: 'The changeset has no such group.' };
  if (judged.outcome === 'reason-missing')
    return { __typename: 'ReasonMissing', changeset: judged.changeset, message: 'Describe what has to be corrected.' };
  return toRefusalOutput(judged);
}

/** Converts the outcome of appending operations. */
export function appendOutcome(appended: ledger.AppendOutcome): OutcomeOutput {
  if (appended.outcome === 'appended') return { __typename: 'Appended', changeset: appended.changeset };
  if (appended.outcome === 'refused')
    return { __typename: 'Refused', problems: appended.problems.map(toProblemOutput), conflicts: [] };
  return toRefusalOutput(appended);
}

/** Converts the outcome of discarding operations. */
export function discardOutcome(discarded: ledger.DiscardOutcome): OutcomeOutput {
  return discarded.outcome === 'discarded'
    ? { __typename: 'Discarded', changeset: discarded.changeset, count: discarded.count }
    : toRefusalOutput(discarded);
}
