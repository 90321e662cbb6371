/** The limits of supervision. All times are in milliseconds. docs/operating.md repeats them for operators. */
export const supervision = {
  /** A process that has ended `deaths` times within `period` is not restarted any more. */
  deaths: 5,
  period: 60_000,
  /** The wait before the second restart within `period`; it doubles with each further one. The first is immediate. */
  restartDelay: 1_000,
  /** A restarted process must serve within this time. The first start of a launch has no limit: it may load data. */
  timeToServeAgain: 120_000,
  /**
   * A server hangs when it leaves `missedProbes` probes in a row unanswered, one every `probeInterval`. Several short
   * probes instead of one long one: when the machine wakes up from suspension, only one of them is overdue.
   */
  probeInterval: 1_000,
  missedProbes: 5,
  /** How often the private Postgres is checked. */
  postgresInterval: 500,
  /** How long a server may finish open requests after a signal to stop. */
  timeToStop: 30_000,
  /** How long the API may do so in any case, even if the admin has used up `timeToStop`. */
  leastTimeToStop: 10_000,
  /** A signal that arrives this soon after the first one is the same request to stop, for example sent to a group. */
  sameSignal: 2_000,
} as const;
