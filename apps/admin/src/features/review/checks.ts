import type { ChangesetCheckedQuery } from '../../generated/desk/graphql.ts';

/** The result of checking a changeset. */
export type ChangesetChecks = NonNullable<ChangesetCheckedQuery['checkChangeset']>;

/**
 * Returns the percentage of the set fields that have the evidence they need, or a waiver. Returns null when no field needs
 * evidence, and for changesets that are too large to be counted.
 */
export function coveragePercent({ coverage }: ChangesetChecks): number | null {
  if (coverage.length === 0) return null;
  const covered = coverage.filter((field) => field.coverage !== 'MISSING').length;
  // Round down: 100 must mean all.
  return Math.floor((covered / coverage.length) * 100);
}

/** The result of one kind of check. Only results marked ✕ block a submission. */
interface CheckResult {
  readonly name: string;
  readonly text: string;
  /** `·` when it has not been checked, `!` for warnings, which reviewers have to judge. */
  readonly mark: '✓' | '✕' | '!' | '·';
}

/** Returns the results of a check by kind, as they are listed. */
export function checkResults(checks: ChangesetChecks): CheckResult[] {
  const { errors, conflicts, problems, isChecked } = checks;
  if (!isChecked) return [{ name: 'Rules', text: 'checked on submission, because the changeset is large', mark: '·' }];
  const warnings = problems.filter(({ severity }) => severity === 'WARNING').length;
  const percent = coveragePercent(checks);
  const missing =
    checks.coverage.filter(({ coverage }) => coverage === 'MISSING').length ||
    problems.filter(({ code }) => code === 'needs-citation').length;
  return [
    { name: 'Rules', text: errors === 0 ? 'no errors' : pluralize(errors, 'error'), mark: markOf(errors) },
    {
      name: 'Conflicts',
      text: conflicts.length === 0 ? 'none' : pluralize(conflicts.length, 'field'),
      mark: markOf(conflicts.length),
    },
    {
      name: 'Evidence',
      text:
        missing === 0
          ? percent === null
            ? 'none missing'
            : '100 % covered'
          : `${percent === null ? '' : `${percent} % covered, `}${missing} missing`,
      mark: markOf(missing),
    },
    ...(warnings > 0 ? [{ name: 'Warnings', text: warnings.toLocaleString('en-GB'), mark: '!' as const }] : []),
  ];
}

const markOf = (count: number) => (count > 0 ? '✕' : '✓');

/** Formats a count with its noun: `1 error`, `2 errors`. */
export function pluralize(count: number, singular: string): string {
  return `${count.toLocaleString('en-GB')} ${singular}${count === 1 ? '' : 's'}`;
}
