import type { Draft } from './draft.ts';
import type { Work } from './work.ts';

/** The figures of the changeset bar. */
export interface BarFigures {
  readonly created: number;
  readonly changed: number;
  readonly retired: number;
  /** Percentage of the set fields that need evidence and have it; `undefined` when there are none or they were not counted. */
  readonly cited: number | undefined;
  /** `undefined` before the first check. Large changesets are only checked when they are submitted. */
  readonly problems: number | undefined;
}

/** Counts the facts that a changeset creates or restores, changes (new citations included) and retires. */
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
