import { labelsOf, type Progress, submit } from '@chancery/ledger';
import type { Pool } from 'pg';
import type { JobHandler } from './run-jobs.ts';
import { firstErrors, summarizeOutcome } from './summary.ts';

/** Returns the handler of submit jobs. Sealing a version is atomic, and sealing it again has no effect. */
export function submitJobHandler({ desk, writer }: { desk: Pool; writer: Pool }): JobHandler {
  return {
    run: async ({ subject, version, by, reportProgress, signal }) => {
      const progress: Progress = (...current) => {
        // Nothing is stored before the end, so an aborted submission can simply run again.
        signal.throwIfAborted();
        reportProgress(...current);
      };
      const submitted = await submit(writer, subject, { by, progress, ...(version === undefined ? {} : { version }) });
      if (submitted.outcome !== 'refused')
        return { isDone: submitted.outcome === 'submitted', outcome: summarizeOutcome(submitted) };
      // Add labels, by which the author finds the facts.
      const errors = firstErrors(submitted.problems);
      const labels = await labelsOf(desk, subject, [...new Set(errors.flatMap(({ fact }) => (fact ? [fact] : [])))]);
      const problems = errors.map((error) => ({ ...error, label: labels.get(error.fact ?? '') }));
      return { isDone: false, outcome: { outcome: 'refused', problems, conflicts: submitted.conflicts.length } };
    },
  };
}
