import type { Draft } from './draft.ts';
import type { Work } from './work.ts';

/** The figures of the changeset bar. */
export interface BarFigures {
  readonly made: number;
  readonly changed: number;
  readonly retired: number;
  /** Of the cited fields that are set, how many per cent are covered; `undefined` where none is, or nobody has counted. */
  readonly cited: number | undefined;
  /** `undefined` where nobody has looked: large changesets are checked when they are submitted. */
  readonly problems: number | undefined;
}

/** Counts what a changeset does: facts brought, facts changed or cited anew, facts retired. */
export function barFigures(work: Work): BarFigures {
  const { known, pending, report } = work.state();
  const touched = new Set([...known.keys(), ...pending.map(({ fact }) => fact)]);
  const statuses = [...touched].map((id) => work.draft(id).status);
  const count = (...those: Draft['status'][]) => statuses.filter((status) => those.includes(status)).length;
  const coverage = report?.coverage ?? [];
  const covered = coverage.filter((field) => field.coverage !== 'MISSING').length;
  return {
    made: count('new', 'restored'),
    changed: count('changed'),
    retired: count('retired'),
    cited: coverage.length === 0 ? undefined : Math.floor((100 * covered) / coverage.length),
    problems: report?.isChecked ? report.problems.length + report.conflicts.length : undefined,
  };
}
