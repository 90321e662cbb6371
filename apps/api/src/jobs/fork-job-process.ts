import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import type { Logger } from 'pino';
import type { JobProcessor } from './run-jobs.ts';

/** How long to wait before the child process is restarted after its exit, in milliseconds. */
const restartDelay = 1_000;

/**
 * Processes queued jobs in a child process, which reads the same environment variables. An import keeps a core busy for
 * minutes; in this process it would delay requests. A child that exits by itself is restarted and resumes its jobs.
 * @throws Error when the first child exits before it is ready.
 */
export async function forkJobProcess(log: Logger): Promise<JobProcessor> {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let child = start();
  function start(): ChildProcess {
    const started = fork(join(import.meta.dirname, `main${extname(import.meta.filename)}`));
    started.once('exit', (code, signal) => {
      if (stopping) return;
      log.error({ code, signal }, 'the job process has exited and will be restarted');
      timer = setTimeout(() => {
        child = start();
      }, restartDelay);
    });
    return started;
  }
  await untilReady(child);
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      // The child may disconnect at this moment, so ignore errors of send.
      if (child.connected) child.send('stop', () => undefined);
      await exited;
    },
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  const raceOver = new AbortController();
  const { signal } = raceOver;
  try {
    await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(() => {
        throw new Error('the job process exited before it was ready; its output above says why');
      }),
    ]);
  } finally {
    raceOver.abort();
  }
}
