import { type Progress, submit } from '@chancery/ledger';
import type { Pool } from 'pg';
import type { Work } from './run-jobs.ts';
import { summary } from './summary.ts';

/** Submits in the background. A version is sealed as a whole or not at all, and sealing twice has one effect. */
export function submitWork({ writer }: { writer: Pool }): Work {
  return {
    run: async ({ subject, version, by, note, signal }) => {
      const progress: Progress = (...come) => {
        // Nothing is kept of it until its end: whoever takes it up begins anew.
        signal.throwIfAborted();
        note(...come);
      };
      const submitted = await submit(writer, subject, { by, progress, ...(version === undefined ? {} : { version }) });
      return { isDone: submitted.outcome === 'submitted', outcome: summary(submitted) };
    },
  };
}
