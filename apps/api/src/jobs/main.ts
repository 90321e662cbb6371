// The process that does the work of the queue, for the one that serves.
import { setPriority } from 'node:os';
import { readSettings } from '../env.ts';
import { makeLog } from '../log.ts';
import { doJobs } from './do-jobs.ts';

const read = readSettings(process.env);
if ('problems' in read) throw new Error(read.problems.join('\n'));
// Whoever reads goes first.
setPriority(10);
const log = makeLog(read.settings.logLevel);
const jobs = await doJobs(read.settings, log);
process.send?.('ready');

// Whoever started it says when to stop: what a terminal sends to all is meant for them.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(1));
process.on('message', () => {
  jobs.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'the work of the queue did not end');
      process.exit(1);
    },
  );
});
