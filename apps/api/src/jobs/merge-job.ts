import { merge, releaseAbandonedMerges } from '@chancery/ledger';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { JobHandler } from './run-jobs.ts';
import { summary } from './summary.ts';

/** Merges in the background. A merge is all or nothing, and merging twice has one effect. */
export function mergeJobHandler({ writer, log }: { writer: Pool; log: Logger }): JobHandler {
  return {
    putBack: async () => {
      const released = await releaseAbandonedMerges(writer);
      if (released > 0) log.info({ released }, 'merges that were cut off can be asked for again');
    },
    run: async ({ subject, by, note }) => {
      const merged = await merge(writer, subject, { by, progress: note });
      return { isDone: merged.outcome === 'merged', outcome: summary(merged) };
    },
  };
}
