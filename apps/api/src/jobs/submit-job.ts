import { labelsOf, type Progress, submit } from '@chancery/ledger';
import type { Pool } from 'pg';
import type { JobHandler } from './run-jobs.ts';
import { firstErrors, summary } from './summary.ts';

/** Submits in the background. A version is sealed as a whole or not at all, and sealing twice has one effect. */
export function submitJobHandler({ desk, writer }: { desk: Pool; writer: Pool }): JobHandler {
  return {
    run: async ({ subject, version, by, note, signal }) => {
      const progress: Progress = (...come) => {
        // Nothing is kept of it until its end: whoever takes it up begins anew.
        signal.throwIfAborted();
        note(...come);
      };
      const submitted = await submit(writer, subject, { by, progress, ...(version === undefined ? {} : { version }) });
      if (submitted.outcome !== 'refused')
        return { isDone: submitted.outcome === 'submitted', outcome: summary(submitted) };
      // Whoever mends them looks for the facts by what they are called.
      const errors = firstErrors(submitted.problems);
      const labels = await labelsOf(desk, subject, [...new Set(errors.flatMap(({ fact }) => (fact ? [fact] : [])))]);
      const problems = errors.map((error) => ({ ...error, label: labels.get(error.fact ?? '') }));
      return { isDone: false, outcome: { outcome: 'refused', problems, conflicts: submitted.conflicts.length } };
    },
  };
}
