import { factTypeOfId } from '@chancery/codebook';
import type { WorkState } from './work.ts';

/** The figures of the changeset bar. */
export interface BarFigures {
  readonly made: number;
  readonly changed: number;
  readonly retired: number;
  /** Of the cited fields that are set, how many per cent are covered; `undefined` where none is, or nobody has counted. */
  readonly cited: number | undefined;
  readonly problems: number | undefined;
}

/** Counts what a changeset does, as the server has it: facts brought, facts changed (or cited anew), facts retired. */
export function barFigures({ changeset, report }: Pick<WorkState, 'changeset' | 'report'>): BarFigures {
  const count = (...kinds: string[]) =>
    (changeset?.counts ?? []).filter(({ kind }) => kinds.includes(kind)).reduce((sum, { facts }) => sum + facts, 0);
  const coverage = (report?.coverage ?? []).filter(({ fact }) => factTypeOfId(fact));
  const covered = coverage.filter((field) => field.coverage !== 'MISSING').length;
  return {
    made: count('CREATE', 'DISPUTE', 'RESTORE'),
    changed: count('UPDATE', 'ADOPT'),
    retired: count('RETIRE'),
    cited: coverage.length === 0 ? undefined : Math.floor((100 * covered) / coverage.length),
    problems: report ? report.problems.length + report.conflicts.length : undefined,
  };
}
