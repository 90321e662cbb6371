import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import type { Logger } from 'pino';
import type { RunningJobs } from './run-jobs.ts';

/** How long to wait before the process is started anew, in milliseconds. */
const pause = 1_000;

/**
 * Does the work of the queue in a process of its own, which reads its settings as this one does: an import keeps a core busy
 * for minutes, and whoever reads meanwhile would wait for it. One that has ended by itself is started anew, and takes up
 * again what it left.
 * @throws Error where it cannot be started.
 */
export async function forkJobProcess(log: Logger): Promise<RunningJobs> {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let child = begin();
  function begin(): ChildProcess {
    const begun = fork(join(import.meta.dirname, `main${extname(import.meta.filename)}`));
    begun.once('exit', (code, signal) => {
      if (stopping) return;
      log.error({ code, signal }, 'the process that does the work of the queue has ended, and is started anew');
      timer = setTimeout(() => {
        child = begin();
      }, pause);
    });
    return begun;
  }
  await ready(child);
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      // It may be gone this moment.
      if (child.connected) child.send('stop', () => undefined);
      await ended;
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  const settled = new AbortController();
  const { signal } = settled;
  try {
    await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(() => {
        throw new Error('the process that does the work of the queue has ended before it began');
      }),
    ]);
  } finally {
    settled.abort();
  }
}
