import { type ChangesetChecks, pluralize } from '../review/checks.ts';

/** Returns what prevents a submission, as short phrases; empty when the changeset can be submitted. */
export function blockers(title: string, reason: string, checks: ChangesetChecks | null): string[] {
  const listed = checks?.problems.filter(({ severity }) => severity === 'ERROR').length ?? 0;
  const errors = Math.max(listed, checks?.errors ?? 0);
  return [
    ...(title.trim() === '' ? ['no title'] : []),
    ...(reason.trim() === '' ? ['no reason'] : []),
    ...(checks?.count === 0 ? ['no changes'] : []),
    ...(errors > 0 ? [pluralize(errors, 'error')] : []),
    ...(checks && checks.conflicts.length > 0 ? [pluralize(checks.conflicts.length, 'conflict')] : []),
  ];
}
