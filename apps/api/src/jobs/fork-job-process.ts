import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import type { Logger } from 'pino';
import type { JobProcessor } from './run-jobs.ts';

/**
 * How long to wait before the child process is restarted, in milliseconds: `first`, then twice as long each time, up to
 * `max`. A child that has run for `steady` starts again with `first`.
 */
const restartDelays = { first: 1_000, max: 30_000, steady: 60_000 };

/**
 * Processes queued jobs in a child process, which reads the same environment variables. An import keeps a core busy for
 * minutes; in this process it would delay requests. A child that exits by itself is restarted and resumes its jobs. With
 * `isRestart`, resolves at once and starts the child a second later: readers should be served again first.
 * @throws Error when the first child exits before it is ready, unless `isRestart`
 */
export async function forkJobProcess(
  log: Logger,
  { isRestart = false }: { isRestart?: boolean } = {},
): Promise<JobProcessor> {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let delay = restartDelays.first;
  let child: ChildProcess | undefined;
  function start(): ChildProcess {
    const startedAt = performance.now();
    const started = fork(join(import.meta.dirname, `main${extname(import.meta.filename)}`));
    started.once('exit', (code, signal) => {
      if (stopping) return;
      if (performance.now() - startedAt > restartDelays.steady) delay = restartDelays.first;
      log.error({ code, signal, delay }, `the job process ${howItEnded(code, signal)} and will be restarted`);
      startAfter(delay);
      delay = Math.min(2 * delay, restartDelays.max);
    });
    return started;
  }
  function startAfter(milliseconds: number): void {
    timer = setTimeout(() => {
      child = start();
    }, milliseconds);
  }
  if (isRestart) {
    startAfter(restartDelays.first);
  } else {
    child = start();
    await untilReady(child);
  }
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      // The child may disconnect at this moment, so ignore errors of send.
      if (child.connected) child.send('stop', () => undefined);
      await exited;
    },
  };
}

function howItEnded(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGABRT') return 'was aborted, probably because it ran out of memory,';
  return signal ? `was ended by ${signal}` : `ended with code ${code}`;
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
