import type { Problem } from '@chancery/changesets';
import { labelsOf, type Progress, submit } from '@chancery/ledger';
import type { Pool } from 'pg';
import type { Work } from './run-jobs.ts';
import { summary } from './summary.ts';

/** Submits in the background. A version is sealed as a whole or not at all, and sealing twice has one effect. */
export function submitWork({ desk, writer }: { desk: Pool; writer: Pool }): Work {
  return {
    run: async ({ subject, version, by, note, signal }) => {
      const progress: Progress = (...come) => {
        // Nothing is kept of it until its end: whoever takes it up begins anew.
        signal.throwIfAborted();
        note(...come);
      };
      const submitted = await submit(writer, subject, { by, progress, ...(version === undefined ? {} : { version }) });
      const outcome = summary(submitted);
      if (submitted.outcome !== 'refused') return { isDone: submitted.outcome === 'submitted', outcome };
      // Whoever mends them looks for the facts by what they are called.
      const problems = (outcome.problems ?? []) as readonly Problem[];
      const labels = await labelsOf(desk, subject, [...new Set(problems.flatMap(({ fact }) => (fact ? [fact] : [])))]);
      const named = problems.map((problem) => ({ ...problem, label: labels.get(problem.fact ?? '') }));
      return { isDone: false, outcome: { ...outcome, problems: named } };
    },
  };
}
