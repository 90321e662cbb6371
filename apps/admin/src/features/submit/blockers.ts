import { type ChangesetChecks, many } from '../review/checks.ts';

/** What keeps a changeset from being submitted, in words; empty if nothing does. */
export function blockers(title: string, reason: string, checks: ChangesetChecks | null): string[] {
  const open = checks?.problems.filter(({ severity }) => severity === 'ERROR').length ?? 0;
  const errors = Math.max(open, checks?.errors ?? 0);
  return [
    ...(title.trim() === '' ? ['a title is needed'] : []),
    ...(reason.trim() === '' ? ['the reason is needed'] : []),
    ...(checks?.count === 0 ? ['it changes nothing'] : []),
    ...(errors > 0 ? [many(errors, 'outstanding error')] : []),
    ...(checks && checks.conflicts.length > 0 ? [many(checks.conflicts.length, 'conflict')] : []),
  ];
}
