// Keeps the Postgres of a test run. A process of its own, so that it can also clean up after a run that was killed:
// the channel to the run then closes.
import { serveTestDatabases } from '@chancery/prisma/testing';

const { databases, stop } = await serveTestDatabases();
process.once('disconnect', async () => {
  await stop();
  process.exit();
});
// Ctrl-C at the terminal reaches this process too; the end of the run is what stops it.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => process.disconnect());
process.send?.(databases);
