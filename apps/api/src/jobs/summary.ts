import type { Problem } from '@chancery/changesets';
import type { MergeOutcome, SubmitOutcome } from '@chancery/ledger';

/** How many conflicts and problems a job keeps of an outcome. */
const mostKept = 100;

/** The errors among problems that a job keeps. */
export function firstErrors(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === 'error').slice(0, mostKept);
}

/** What a job keeps of an outcome. */
export function summary(came: MergeOutcome | Exclude<SubmitOutcome, { outcome: 'refused' }>): Record<string, unknown> {
  switch (came.outcome) {
    case 'merged':
      return { outcome: 'merged', revision: came.revision };
    case 'conflicts':
      return { outcome: 'conflicts', conflicts: came.conflicts.slice(0, mostKept) };
    case 'refused':
      return { outcome: 'refused', problems: firstErrors(came.problems) };
    case 'closed':
      return { outcome: 'closed', message: came.message };
    default:
      return { outcome: came.outcome };
  }
}
