import type { Draft } from './draft.ts';
import type { Work } from './work.ts';

/**
 * The figures of the changeset bar. A restored fact counts as created. A fact counts as changed even if only its
 * citations change.
 */
export interface BarFigures {
  readonly created: number;
  readonly changed: number;
  readonly retired: number;
  /**
   * Percentage of fields with evidence or a waiver among the changed fields that need evidence, rounded down;
   * `undefined` if the last check listed no such fields.
   */
  readonly cited: number | undefined;
  /**
   * Number of conflicts and problems in the last check, which lists at most a thousand problems; `undefined` before the
   * first check, and for a changeset that is too large to be checked before it is submitted.
   */
  readonly problems: number | undefined;
}

/** Computes the figures from the loaded facts, the pending operations and the last check. */
export function barFigures(work: Work): BarFigures {
  const { serverFacts, pending, report } = work.state();
  const touched = new Set([...serverFacts.keys(), ...pending.map(({ fact }) => fact)]);
  const statuses = [...touched].map((id) => work.draft(id).status);
  const count = (...wanted: Draft['status'][]) => statuses.filter((status) => wanted.includes(status)).length;
  const coverage = report?.coverage ?? [];
  const covered = coverage.filter((field) => field.coverage !== 'MISSING').length;
  return {
    created: count('new', 'restored'),
    changed: count('changed'),
    retired: count('retired'),
    cited: coverage.length === 0 ? undefined : Math.floor((100 * covered) / coverage.length),
    problems: report?.isChecked ? report.problems.length + report.conflicts.length : undefined,
  };
}
