import type { Runner } from 'graphile-worker';
import type { Logger } from 'pino';

/** A runner of a queue that is begun anew when it has ended by itself. */
export interface SupervisedRunner {
  /** Ends it for good, once what it has in hand is done. */
  readonly stop: () => Promise<void>;
}

/** How long to wait before a runner is begun anew, in milliseconds: doubled each time that it cannot be. */
const pauses = { first: 500, longest: 30_000 };

/**
 * Runs a queue, and again whenever the runner ends by itself: a database that goes away amid a job takes the runner with
 * it, and comes back.
 * @throws Error what the first beginning throws: a server whose queue cannot be served does not start.
 */
export async function keepRunning(begin: () => Promise<Runner>, log: Logger): Promise<SupervisedRunner> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let runner: Runner | undefined = await begin();
  const keep = async () => {
    while (runner) {
      await ended(runner, log);
      if (!signal.aborted) log.warn('the queue of background work has stopped, and is begun anew');
      runner = await beginAnew(begin, signal, log);
    }
  };
  const kept = keep();
  return {
    stop: async () => {
      stopping.abort();
      // It may have ended by itself this moment.
      await runner
        ?.stop()
        .catch((error: unknown) => log.debug({ err: error }, 'the queue of background work had stopped'));
      await kept;
    },
  };
}

async function ended({ promise }: Runner, log: Logger): Promise<void> {
  try {
    await promise;
  } catch (error) {
    log.error({ err: error }, 'the queue of background work has failed');
  }
}

async function beginAnew(begin: () => Promise<Runner>, signal: AbortSignal, log: Logger): Promise<Runner | undefined> {
  for (let pause = pauses.first; ; pause = Math.min(2 * pause, pauses.longest)) {
    await pauseUnless(signal, pause);
    if (signal.aborted) return undefined;
    try {
      const runner = await begin();
      if (!signal.aborted) return runner;
      await runner.stop();
      return undefined;
    } catch (error) {
      log.warn({ err: error }, 'the queue of background work could not be begun anew, and is tried again');
    }
  }
}

async function pauseUnless(signal: AbortSignal, milliseconds: number): Promise<void> {
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
