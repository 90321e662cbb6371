// Runs Postgres for the tests in a separate process, which also cleans up after a killed test run, because the IPC
// channel then disconnects.
import { serveTestDatabases } from '@chancery/prisma/testing';

const { databases, stop } = await serveTestDatabases();
process.once('disconnect', async () => {
  await stop();
  process.exit();
});
// Ctrl-C in the terminal also reaches this process. Ignore it: the end of the test run stops Postgres.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => process.disconnect());
process.send?.(databases);
