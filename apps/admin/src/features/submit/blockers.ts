import type { ChangesetChecks } from '../review/checks.ts';
import { texts } from './texts.ts';

/**
 * Returns the known reasons that prevent a submission, as short phrases: `no title`, `2 errors`. A changeset that has
 * not been checked may have more.
 */
export function blockers(title: string, reason: string, checks: ChangesetChecks | null): string[] {
  const listed = checks?.problems.filter(({ severity }) => severity === 'ERROR').length ?? 0;
  const errors = Math.max(listed, checks?.errors ?? 0);
  return [
    ...(title.trim() === '' ? [texts.blockers.title] : []),
    ...(reason.trim() === '' ? [texts.blockers.reason] : []),
    ...(checks?.count === 0 ? [texts.blockers.changes] : []),
    ...(errors > 0 ? [texts.blockers.errors(errors)] : []),
    ...(checks && checks.conflicts.length > 0 ? [texts.blockers.conflicts(checks.conflicts.length)] : []),
  ];
}
