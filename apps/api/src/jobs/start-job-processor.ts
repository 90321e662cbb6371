import { deskClient } from '@chancery/prisma/desk';
import type { Logger } from 'pino';
import type { Settings } from '../env.ts';
import { expireImports } from '../imports/expire-imports.ts';
import { importJobHandler } from '../imports/import-job.ts';
import { poolOf } from '../pools.ts';
import { mergeJobHandler } from './merge-job.ts';
import { repeat } from './repeat.ts';
import { type JobProcessor, runJobs } from './run-jobs.ts';
import { submitJobHandler } from './submit-job.ts';

/** Starts to process queued jobs of all kinds, over database connections that `stop` closes. */
export async function startJobProcessor({ urls }: Settings, log: Logger): Promise<JobProcessor> {
  const desk = poolOf('desk', urls, log);
  const writer = poolOf('writer', urls, log);
  const client = deskClient(desk);
  const running = await runJobs({
    owner: urls.owner,
    desk,
    log,
    handlers: {
      submit: submitJobHandler({ desk, writer }),
      merge: mergeJobHandler({ writer, log }),
      import: importJobHandler({ desk, client }),
    },
  });
  const expiry = repeat(() => expireImports(desk), {
    every: 3_600_000,
    onError: (error) => log.warn({ err: error }, 'could not delete the files of expired imports; trying again later'),
  });
  return {
    stop: async () => {
      await expiry.stop();
      await running.stop();
      await client.$disconnect();
      await Promise.all([desk.end(), writer.end()]);
    },
  };
}
