import type { Merged, Submitted } from '@chancery/ledger';

/** What a job keeps of an outcome: of conflicts and problems the first hundred. */
export function summary(came: Merged | Submitted): Record<string, unknown> {
  switch (came.outcome) {
    case 'merged':
      return { outcome: 'merged', revision: came.revision };
    case 'conflicts':
      return { outcome: 'conflicts', conflicts: came.conflicts.slice(0, 100) };
    case 'refused':
      return {
        outcome: 'refused',
        problems: came.problems.filter(({ severity }) => severity === 'error').slice(0, 100),
        conflicts: 'conflicts' in came ? came.conflicts.length : 0,
      };
    case 'closed':
      return { outcome: 'closed', message: came.message };
    default:
      return { outcome: came.outcome };
  }
}
