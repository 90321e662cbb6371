import type { Runner } from 'graphile-worker';
import type { Logger } from 'pino';

/** A queue runner that is restarted when it stops by itself. */
export interface SupervisedRunner {
  /** Stops the runner for good, after the running jobs are done. */
  readonly stop: () => Promise<void>;
}

/**
 * How long to wait before a restart, in milliseconds: `first`, then twice as long after each failed one, up to `max`.
 */
const restartDelays = { first: 500, max: 30_000 };

/**
 * Runs a queue and restarts the runner whenever it stops by itself, as it does when the database goes away during a
 * job.
 * @throws Error when the first start fails, so that the server does not start without its queue.
 */
export async function keepRunning(start: () => Promise<Runner>, log: Logger): Promise<SupervisedRunner> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let runner: Runner | undefined = await start();
  const supervise = async () => {
    while (runner) {
      await untilStopped(runner, log);
      if (!signal.aborted) log.warn('the job queue has stopped and will be restarted');
      runner = await restart(start, signal, log);
    }
  };
  const supervision = supervise();
  return {
    stop: async () => {
      stopping.abort();
      // It may have stopped by itself at this moment.
      await runner?.stop().catch((error: unknown) => log.debug({ err: error }, 'the job queue had already stopped'));
      await supervision;
    },
  };
}

async function untilStopped({ promise }: Runner, log: Logger): Promise<void> {
  try {
    await promise;
  } catch (error) {
    log.error({ err: error }, 'the job queue has failed');
  }
}

async function restart(start: () => Promise<Runner>, signal: AbortSignal, log: Logger): Promise<Runner | undefined> {
  for (let delay = restartDelays.first; ; delay = Math.min(2 * delay, restartDelays.max)) {
    await sleepUnlessAborted(signal, delay);
    if (signal.aborted) return undefined;
    try {
      const runner = await start();
      if (!signal.aborted) return runner;
      await runner.stop();
      return undefined;
    } catch (error) {
      log.warn({ err: error }, 'could not restart the job queue; trying again');
    }
  }
}

async function sleepUnlessAborted(signal: AbortSignal, milliseconds: number): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
