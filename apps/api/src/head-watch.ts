import type { RevisionLabel } from '@chancery/reader';
import type { Logger } from 'pino';
import { type Head, HeadConnection } from './head-connection.ts';

/**
 * Tracks the latest revision and the withheld facts, as the public endpoint reads them. Notices changes by other
 * processes within about a second while the database is reachable.
 */
export interface HeadWatch {
  /** Returns the number of the latest revision known to this process; 0 if none is known. */
  readonly number: () => number;
  /**
   * Returns the revision that last changed which facts are withheld; 0 when no facts are withheld from the public.
   */
  readonly withheld: () => number;
  /** Returns true when the database responded to the last poll. */
  readonly isReachable: () => boolean;
  /**
   * Reads the number of the latest revision from the primary. Unlike `number`, it is never behind.
   * @throws Error if the primary does not answer
   */
  readonly latest: () => Promise<number>;
  /** Returns where the public endpoint reads. */
  readonly reads: () => Reads;
  /**
   * Records a revision that this process has just merged or read. Ignored if it is older than the known one, and while
   * the public endpoint reads a replica, which may not have it yet.
   */
  readonly observe: (label: RevisionLabel) => void;
  readonly stop: () => Promise<void>;
}

/** Where the public endpoint reads, and how far that is behind the primary. */
export interface Reads {
  readonly from: 'primary' | 'replica';
  /** The version of Postgres there; empty if it was never reached. */
  readonly postgres: string;
  /** The number of revisions that the replica lacks; 0 for the primary. */
  readonly revisionsBehind: number;
  /** For how long the replica has lacked a revision that the primary has, in seconds; 0 for the primary. */
  readonly secondsBehind: number;
  /** Why reads come from the primary although there is a replica; undefined if they do not. */
  readonly problem?: string;
}

/** The URLs to watch: that of the reader and, if it names another server than the desk's, the reader's on the primary. */
export interface WatchedUrls {
  readonly reader: string;
  readonly primary: string | undefined;
}

/** How often to poll, in milliseconds. A replica sends no notifications, so it is polled more often. */
const pollInterval = { primary: 1_000, replica: 250 };

/**
 * Starts to watch the latest revision over separate connections. With a replica, polls it and the primary: reads come
 * from the replica while it answers, else from the primary until the replica answers and has caught up. On a primary,
 * notifications are followed too. Resolves after the first poll, even if that failed.
 */
export async function watchHead({ reader, primary }: WatchedUrls, log: Logger): Promise<HeadWatch> {
  let number = 0;
  let withheld = 0;
  let reachable = false;
  let stopped = false;
  let onPrimary = false;
  let problem: string | undefined;
  let primaryNumber = 0;
  let behindSince: number | undefined;

  const raise = (seen: number) => {
    if (Number.isInteger(seen) && seen > number) number = seen;
  };
  const readsReplica = () => main.isReplica && !onPrimary;
  const onNotified = (seen: number) => {
    if (!readsReplica()) raise(seen);
    // The withheld facts may have changed too, with the revision or without one.
    pollAgain();
  };
  const main = new HeadConnection(reader, log, onNotified);
  const fallback = primary === undefined ? undefined : new HeadConnection(primary, log, onNotified);

  const readMain = (head: Head) => {
    if (onPrimary) log.warn('the replica answers again: the public endpoint reads from it');
    onPrimary = false;
    problem = undefined;
    // The revision that the replica has counts, also if it is an older one.
    if (main.isReplica) number = head.number;
    else raise(head.number);
    withheld = head.withheld;
  };
  const readPrimary = (head: Head, reason: unknown) => {
    if (!onPrimary)
      log.warn({ err: reason }, 'the replica does not answer: the public endpoint reads from the primary');
    onPrimary = true;
    problem =
      reason instanceof Error
        ? `the replica does not answer: ${reason.message}`
        : 'the replica has not caught up with the primary';
    raise(head.number);
    withheld = head.withheld;
  };
  const measureLag = (replica: Head | undefined, latest: Head | undefined) => {
    primaryNumber = Math.max(primaryNumber, latest?.number ?? 0);
    if (replica && replica.number >= primaryNumber) behindSince = undefined;
    else behindSince ??= Date.now();
  };
  const poll = async () => {
    const [read, readFallback] = await Promise.allSettled([main.read(), fallback?.read()]);
    const head = read.status === 'fulfilled' ? read.value : undefined;
    const latest = readFallback.status === 'fulfilled' ? readFallback.value : undefined;
    measureLag(head, latest);
    const hasCaughtUp = !onPrimary || !latest || (head !== undefined && head.number >= number);
    if (head && hasCaughtUp) readMain(head);
    else if (latest) readPrimary(latest, read.status === 'rejected' ? read.reason : undefined);
    else if (reachable)
      log.warn({ err: read.status === 'rejected' ? read.reason : undefined }, 'the database cannot be reached');
    reachable = head !== undefined || latest !== undefined;
  };
  let polling = poll();
  let isPollWaiting = false;
  // At most one poll waits for the running one, which takes seconds while a server does not answer.
  const pollAgain = () => {
    if (isPollWaiting) return;
    isPollWaiting = true;
    polling = polling.then(() => {
      isPollWaiting = false;
      return stopped ? undefined : poll();
    });
  };
  await polling;
  const timer = setInterval(pollAgain, fallback ? pollInterval.replica : pollInterval.primary);
  timer.unref();
  return {
    number: () => number,
    withheld: () => withheld,
    latest: async () => (await (fallback ?? main).read()).number,
    isReachable: () => reachable,
    reads: () => ({
      from: readsReplica() ? 'replica' : 'primary',
      postgres: onPrimary ? (fallback?.version ?? '') : main.version,
      revisionsBehind: readsReplica() ? Math.max(0, primaryNumber - number) : 0,
      secondsBehind: readsReplica() && behindSince !== undefined ? Math.round((Date.now() - behindSince) / 1_000) : 0,
      ...(problem === undefined ? {} : { problem }),
    }),
    observe: ({ number: seen }) => {
      if (!readsReplica()) raise(seen);
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await polling;
      await Promise.all([main.close(), fallback?.close()]);
    },
  };
}
