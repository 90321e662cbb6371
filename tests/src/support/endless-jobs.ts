// A process that runs the jobs of a database and never ends one, for a test that kills it. The argument has the database
// URLs as JSON. Sends a message when a job has started.
import { type JobHandler, makeLog, runJobs } from '@chancery/api';
import pg from 'pg';

const { owner, desk } = JSON.parse(process.argv[2] ?? '') as { owner: string; desk: string };
const run: JobHandler['run'] = () => {
  process.send?.('started');
  return new Promise(() => undefined);
};
await runJobs({
  owner,
  desk: new pg.Pool({ connectionString: desk }),
  log: makeLog('fatal'),
  handlers: { submit: { run }, merge: { run }, import: { run } },
});
