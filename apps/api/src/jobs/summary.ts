import type { Problem } from '@chancery/changesets';
import type { MergeOutcome, SubmitOutcome } from '@chancery/ledger';

/** The maximum number of conflicts or problems stored with a job. */
const maxStored = 100;

/** Returns the first errors among the problems, at most as many as are stored with a job. */
export function firstErrors(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === 'error').slice(0, maxStored);
}

/** Returns the part of an outcome that is stored with a job, with at most 100 conflicts or errors. */
export function summarizeOutcome(
  outcome: MergeOutcome | Exclude<SubmitOutcome, { outcome: 'refused' }>,
): Record<string, unknown> {
  switch (outcome.outcome) {
    case 'merged':
      return { outcome: 'merged', revision: outcome.revision };
    case 'conflicts':
      return { outcome: 'conflicts', conflicts: outcome.conflicts.slice(0, maxStored) };
    case 'refused':
      return { outcome: 'refused', problems: firstErrors(outcome.problems) };
    case 'closed':
      return { outcome: 'closed', message: outcome.message };
    default:
      return { outcome: outcome.outcome };
  }
}
