/** The limits per client that no setting changes. docs/operating.md documents the ones that are settings. */
export const clientLimits = {
  /** Seconds of a window: a quota per minute is enforced in windows of this length, each with its share. */
  windowSeconds: 10,
  /** Maximum number of requests of one client that wait while others of the same client are in progress. */
  waiting: 100,
  /** Seconds after which a waiting request is refused. */
  waitingSeconds: 5,
} as const;
