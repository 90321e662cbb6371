import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../apps.ts';
import { type Child, killChild, startChild, stopChild } from '../child.ts';
import { pause } from '../pause.ts';
import { waitUntilReady } from '../ready.ts';
import type { Server } from '../server.ts';
import { supervision } from './limits.ts';
import { untilItHangs } from './probe.ts';
import { restartDelays } from './restart-delays.ts';

/**
 * How to supervise a server. `app` returns the program to start, with `isRestart` after it has served once.
 * `databaseIsReachable` resolves when a restart can succeed.
 */
export type SupervisionOptions = {
  app: (isRestart: boolean) => App;
  databaseIsReachable: (signal: AbortSignal) => Promise<void>;
  log: (line: string) => void;
};

/**
 * Starts a server and restarts it when it ends or hangs. A server that ends before it has served for the first time is
 * not restarted: a wrong setting must be seen at once.
 */
export function supervisedServer({ app, databaseIsReachable, log }: SupervisionOptions): Server {
  const stopping = new AbortController();
  const { signal } = stopping;
  const nextDelay = restartDelays();
  const first = app(false);
  const { name } = first;
  let askedToRestart: string | undefined;
  let child = startChild(first);
  const ready = waitUntilReady(child, first.ready);

  /** Starts the server again until it serves. Resolves with an error message if it must not be started again. */
  const restart = async (death: string): Promise<string | undefined> => {
    for (let reason = death; !signal.aborted; ) {
      // Processes that the child has started may still run.
      await killChild(child);
      const delay = askedToRestart === undefined ? nextDelay() : 0;
      if (delay === undefined)
        return `The ${name} has ended ${supervision.deaths} times within a minute, so Chancery is stopping. The last time it ${reason}. See the lines above for the cause.`;
      log(`The ${name} ${askedToRestart ?? reason}. Restarting it${delay > 0 ? ` in ${delay / 1000} s` : ''}.`);
      askedToRestart = undefined;
      await pause(delay, signal);
      await databaseIsReachable(signal);
      if (signal.aborted) return undefined;
      const program = app(true);
      child = startChild(program);
      const failure = await failureToServe(child, program);
      if (failure === undefined) {
        log(`The ${name} serves again`);
        return undefined;
      }
      reason = failure;
    }
    return undefined;
  };

  const supervise = async (): Promise<string> => {
    const failure = await Promise.race([ready.then(() => undefined), child.ended]);
    if (failure !== undefined && !signal.aborted) return `The ${name} ${failure}, so Chancery is stopping`;
    while (!signal.aborted) {
      const death = await untilDeath(child, first.probe);
      if (signal.aborted) break;
      const end = await restart(death);
      if (end !== undefined) return end;
    }
    return new Promise(() => undefined);
  };

  return {
    name,
    ready,
    failed: supervise(),
    restart: async (reason) => {
      askedToRestart = reason;
      await stopChild(child, supervision.probeInterval);
    },
    stop: async (timeout) => {
      stopping.abort();
      await stopChild(child, timeout);
    },
  };
}

/** Resolves with a phrase when the child has ended, or has hung and was killed. */
async function untilDeath(child: Child, probe: string | undefined): Promise<string> {
  if (probe === undefined) return child.ended;
  const ended = new AbortController();
  try {
    const how = await Promise.race([child.ended, untilItHangs(probe, ended.signal)]);
    await killChild(child);
    return how;
  } finally {
    ended.abort();
  }
}

/** Waits until a restarted child serves. Resolves with a phrase if it ends before, or takes too long. */
async function failureToServe(child: Child, { ready }: App): Promise<string | undefined> {
  const { timeToServeAgain } = supervision;
  const late = `did not serve within ${timeToServeAgain / 1000} s`;
  return Promise.race([
    waitUntilReady(child, ready).then(() => undefined),
    child.ended,
    sleep(timeToServeAgain, late, { ref: false }),
  ]);
}
