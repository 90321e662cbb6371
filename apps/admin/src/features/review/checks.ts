import type { ChangesetCheckedQuery } from '../../generated/desk/graphql.ts';

/** What a check of a changeset found. */
export type ChangesetChecks = NonNullable<ChangesetCheckedQuery['checkChangeset']>;

/**
 * How many of the cited fields that are set have evidence or a waiver, in percent; null where none needs any, and for
 * changesets so large that they are not counted.
 */
export function coveragePercent({ coverage }: ChangesetChecks): number | null {
  if (coverage.length === 0) return null;
  const covered = coverage.filter((field) => field.coverage !== 'MISSING').length;
  // Rounded down: 100 means all.
  return Math.floor((covered / coverage.length) * 100);
}

/** What the checks found, each in words, with whether it stands in the way, where that is known. */
export function checkLines(checks: ChangesetChecks): { name: string; words: string; stops: boolean | undefined }[] {
  const { errors, conflicts, problems, isChecked } = checks;
  if (!isChecked) return [{ name: 'Rules', words: 'checked when it is submitted, for it is large', stops: undefined }];
  const warnings = problems.filter(({ severity }) => severity === 'WARNING').length;
  const percent = coveragePercent(checks);
  const missing =
    checks.coverage.filter(({ coverage }) => coverage === 'MISSING').length ||
    problems.filter(({ code }) => code === 'needs-citation').length;
  return [
    { name: 'Rules', words: errors === 0 ? 'no errors' : many(errors, 'error'), stops: errors > 0 },
    {
      name: 'Conflicts',
      words: conflicts.length === 0 ? 'none' : many(conflicts.length, 'field'),
      stops: conflicts.length > 0,
    },
    {
      name: 'Evidence',
      words:
        missing === 0
          ? percent === null
            ? 'none is missing'
            : '100 % covered'
          : `${percent === null ? '' : `${percent} % covered, `}${missing} missing`,
      stops: missing > 0,
    },
    ...(warnings > 0 ? [{ name: 'Warnings', words: many(warnings, 'warning'), stops: false }] : []),
  ];
}

/** A number of things in words: `1 error`, `2 errors`. */
export function many(count: number, one: string): string {
  return `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;
}
