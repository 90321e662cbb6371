import { fork } from 'node:child_process';
import { join } from 'node:path';

/** Starts the process that keeps the Postgres of the run, and tells the test processes where it is. */
// biome-ignore lint/style/noDefaultExport: Jest calls the default export
export default async function setUp() {
  const keeper = fork(join(import.meta.dirname, 'keep-databases.ts'), {
    execArgv: ['--conditions=source', '--import', 'tsx'],
  });
  const databases = await new Promise((resolve, reject) => {
    keeper.once('message', resolve);
    keeper.once('exit', () => reject(new Error('The Postgres of the test run did not start; its reason is above')));
  });
  process.env.CHANCERY_TEST_DATABASES = JSON.stringify(databases);
  globalThis.databaseKeeper = keeper;
}
