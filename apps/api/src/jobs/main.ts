// The entry point of the job process, which the server forks.
import { setPriority } from 'node:os';
import { readSettings } from '../env.ts';
import { makeLog } from '../log.ts';
import { startJobProcessor } from './start-job-processor.ts';

const read = readSettings(process.env);
if ('errors' in read) throw new Error(read.errors.join('\n'));
// Let the server process have the processor first.
setPriority(10);
const log = makeLog(read.settings.logLevel);
const jobs = await startJobProcessor(read.settings, log);
process.send?.('ready');

// The parent process decides when to stop. Ignore signals that a terminal sends to the whole process group.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(1));
process.on('message', () => {
  jobs.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'could not stop the jobs');
      process.exit(1);
    },
  );
});
