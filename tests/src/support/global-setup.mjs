import { fork } from 'node:child_process';
import { join } from 'node:path';

/** Starts the process that runs Postgres for the tests, and passes its addresses to the test processes. */
// biome-ignore lint/style/noDefaultExport: Jest calls the default export
export default async function setUp() {
  const databaseProcess = fork(join(import.meta.dirname, 'keep-databases.ts'), {
    execArgv: ['--conditions=source', '--import', 'tsx'],
  });
  const databases = await new Promise((resolve, reject) => {
    databaseProcess.once('message', resolve);
    databaseProcess.once('exit', () =>
      reject(new Error('Postgres for the tests did not start. The output above has the reason.')),
    );
  });
  process.env.CHANCERY_TEST_DATABASES = JSON.stringify(databases);
  globalThis.databaseKeeper = databaseProcess;
}
