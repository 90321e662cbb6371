import type { ChangesetCheckedQuery } from '../../generated/desk/graphql.ts';
import { texts } from './texts.tsx';

/** What a check of a changeset found: problems, conflicts and the evidence for changed fields. */
export type ChangesetChecks = NonNullable<ChangesetCheckedQuery['checkChangeset']>;

/**
 * Returns the percentage of fields with evidence or a waiver among the changed fields that need evidence, rounded down.
 * Null if no changed field needs evidence, or if the changeset is too large to list such fields.
 */
export function evidencePercent({ coverage }: ChangesetChecks): number | null {
  if (coverage.length === 0) return null;
  const covered = coverage.filter((field) => field.coverage !== 'MISSING').length;
  // Round down: 100 must mean all.
  return Math.floor((covered / coverage.length) * 100);
}

/** The result of one kind of check. Only results marked ✕ block a submission. */
interface CheckResult {
  readonly name: string;
  readonly text: string;
  /** `·` if the changeset has not been checked, `!` for warnings, which reviewers have to judge. */
  readonly mark: '✓' | '✕' | '!' | '·';
}

/** Returns the result of each kind of check, in display order; a single result if the changeset was not checked. */
export function checkResults(checks: ChangesetChecks): CheckResult[] {
  const { errors, conflicts, problems, isChecked } = checks;
  if (!isChecked) return [{ name: texts.checks.rules, text: texts.checks.notChecked, mark: '·' }];
  // The server lists a limited number of problems, but counts all errors.
  const isCut = problems.filter(({ severity }) => severity === 'ERROR').length < errors;
  const warnings = problems.filter(({ severity }) => severity === 'WARNING').length;
  const percent = evidencePercent(checks);
  const missing =
    checks.coverage.filter(({ coverage }) => coverage === 'MISSING').length ||
    problems.filter(({ code }) => code === 'needs-citation').length;
  return [
    {
      name: texts.checks.rules,
      text: errors === 0 ? texts.checks.noErrors : texts.checks.errors(errors),
      mark: markOf(errors),
    },
    {
      name: texts.checks.conflicts,
      text: conflicts.length === 0 ? texts.checks.noConflicts : texts.checks.fieldsInConflict(conflicts.length),
      mark: markOf(conflicts.length),
    },
    {
      name: texts.checks.evidence,
      text:
        missing === 0
          ? percent === null
            ? texts.checks.noneMissing
            : texts.checks.covered(percent)
          : texts.checks.missing(missing, percent, percent === null && isCut),
      mark: markOf(missing),
    },
    ...(warnings > 0
      ? [{ name: texts.checks.warnings, text: texts.checks.warningCount(warnings, isCut), mark: '!' as const }]
      : []),
  ];
}

const markOf = (count: number) => (count > 0 ? '✕' : '✓');
