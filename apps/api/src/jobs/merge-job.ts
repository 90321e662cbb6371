import { merge, releaseAbandonedMerges } from '@chancery/ledger';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { logChanges } from '../audit/audit-trail.ts';
import { mergedRevision } from '../audit/merged-revision.ts';
import type { JobHandler } from './run-jobs.ts';
import { summarizeOutcome } from './summary.ts';

/** Returns the handler of merge jobs. A merge is atomic, and merging a merged changeset again has no effect. */
export function mergeJobHandler({ writer, log }: { writer: Pool; log: Logger }): JobHandler {
  return {
    recover: async () => {
      const released = await releaseAbandonedMerges(writer);
      if (released > 0) log.info({ released }, 'released interrupted merges, which can now be started again');
    },
    run: async ({ subject, by, reportProgress }) => {
      const merged = await merge(writer, subject, { by, progress: reportProgress });
      if (merged.outcome === 'merged')
        logChanges(log, { person: by, address: undefined }, [mergedRevision(merged.revision, merged.changeset.title)]);
      return { isDone: merged.outcome === 'merged', outcome: summarizeOutcome(merged) };
    },
  };
}
