import { runCorrections } from './corrections/run-corrections.ts';
import { readSettings } from './env.ts';
import { firstStart } from './first-start.ts';
import { forkJobProcess } from './jobs/fork-job-process.ts';
import { makeLog } from './log.ts';
import { makeServer } from './server.ts';

const read = readSettings(process.env);
if ('errors' in read) {
  for (const line of read.errors) console.error(line);
  process.exit(1);
}
const { settings } = read;
const log = makeLog(settings.logLevel);
const { isRestart } = settings;
const server = await makeServer(settings, log, { jobs: (_settings, log) => forkJobProcess(log, { isRestart }) });
const notes = isRestart ? [] : await firstStart(server, settings, log);
if (!isRestart) await runCorrections(server.services.pools, (line) => log.info(line));

// Until here a signal ends the process at once: what it was doing is rolled back and done again by the next start.
let closing = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not close the server');
        process.exit(1);
      },
    );
  });
}

await server.app.listen({ port: settings.port, host: settings.host });
const address = server.app.server.address();
const ready = { ready: true, port: typeof address === 'object' ? address?.port : settings.port, notes };
if (process.send) process.send(ready);
else console.log(JSON.stringify(ready));
