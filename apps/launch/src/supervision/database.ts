import { type DatabaseUrls, type Storage, StorageError, withClient } from '@chancery/prisma';
import { pause } from '../pause.ts';
import { supervision } from './limits.ts';
import { restartDelays } from './restart-delays.ts';

/** How to supervise the private Postgres. */
export type PostgresSupervision = {
  storage: Storage;
  signal: AbortSignal;
  log: (line: string) => void;
  /** Called when Postgres has been started again, with the URLs that are valid from now on. */
  onRestart: (urls: DatabaseUrls) => Promise<void>;
};

/**
 * Restarts the private Postgres when it has ended by itself. Resolves with an error message if it cannot be started, or
 * ends too often; stays pending once `signal` is aborted. Does nothing for an operator's own Postgres.
 */
export async function supervisePostgres({ storage, signal, log, onRestart }: PostgresSupervision): Promise<string> {
  const nextDelay = restartDelays();
  const cause = 'See postgres/postgres.log in the data folder for the cause.';
  while (!signal.aborted) {
    await pause(supervision.postgresInterval, signal);
    if (signal.aborted || storage.isAlive()) continue;
    const delay = nextDelay();
    if (delay === undefined)
      return `The private Postgres has ended ${supervision.deaths} times within a minute, so Chancery is stopping. ${cause}`;
    log(`The private Postgres ended unexpectedly. Restarting it${delay > 0 ? ` in ${delay / 1000} s` : ''}. ${cause}`);
    await pause(delay, signal);
    try {
      await onRestart(await storage.restart(signal));
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof StorageError)) throw error;
      return `${error.message} Chancery is stopping.`;
    }
    log('The private Postgres accepts connections again');
  }
  return new Promise(() => undefined);
}

/**
 * Waits until the database accepts connections, or `signal` is aborted: a server that is restarted without its database
 * would only end again. Says in the log what it waits for.
 */
export async function untilReachable(
  url: () => string,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<void> {
  for (let last = ''; !signal.aborted; await pause(supervision.postgresInterval, signal)) {
    const problem = await connectionProblem(url());
    if (problem === undefined) return;
    if (problem !== last) log(`Waiting for the database: ${problem}`);
    last = problem;
  }
}

async function connectionProblem(url: string): Promise<string | undefined> {
  try {
    await withClient(url, async () => undefined);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}
