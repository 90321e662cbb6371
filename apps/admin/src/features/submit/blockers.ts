import type { ChangesetChecks } from '../review/checks.ts';
import { texts } from './texts.ts';

/** Returns the reasons that prevent a submission, as short phrases; empty when the changeset can be submitted. */
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
