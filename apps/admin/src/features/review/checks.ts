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

/** What the checks found of something: in words, and with a mark. Only what is marked ✕ stands in the way. */
interface CheckLine {
  readonly name: string;
  readonly words: string;
  /** `·` where it is not known, `!` for what reviewers are to weigh. */
  readonly mark: '✓' | '✕' | '!' | '·';
}

/** What the checks found, line by line. */
export function checkLines(checks: ChangesetChecks): CheckLine[] {
  const { errors, conflicts, problems, isChecked } = checks;
  if (!isChecked) return [{ name: 'Rules', words: 'checked when it is submitted, for it is large', mark: '·' }];
  const warnings = problems.filter(({ severity }) => severity === 'WARNING').length;
  const percent = coveragePercent(checks);
  const missing =
    checks.coverage.filter(({ coverage }) => coverage === 'MISSING').length ||
    problems.filter(({ code }) => code === 'needs-citation').length;
  return [
    { name: 'Rules', words: errors === 0 ? 'no errors' : many(errors, 'error'), mark: markOf(errors) },
    {
      name: 'Conflicts',
      words: conflicts.length === 0 ? 'none' : many(conflicts.length, 'field'),
      mark: markOf(conflicts.length),
    },
    {
      name: 'Evidence',
      words:
        missing === 0
          ? percent === null
            ? 'none is missing'
            : '100 % covered'
          : `${percent === null ? '' : `${percent} % covered, `}${missing} missing`,
      mark: markOf(missing),
    },
    ...(warnings > 0 ? [{ name: 'Warnings', words: warnings.toLocaleString('en-GB'), mark: '!' as const }] : []),
  ];
}

const markOf = (faults: number) => (faults > 0 ? '✕' : '✓');

/** A number of things in words: `1 error`, `2 errors`. */
export function many(count: number, one: string): string {
  return `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;
}
