/** How a waiter waits for the result of a flight. */
export interface JoinOptions {
  /** Aborted when the waiter no longer needs the result. */
  readonly signal: AbortSignal;
  /** How long the waiter waits for the work to start. */
  readonly milliseconds: number;
  /** Returns the error for a waiter whose work has not started in time; `undefined` to wait as long again. */
  readonly lateError: () => Error | undefined;
  /** Returns the error for a waiter whose signal is aborted. */
  readonly leftError: () => Error;
}

/** Work that is done once for all who wait for its result. */
export interface Flight<Result> {
  /** Waits for the result. Rejects like the work, or with an error of `options`. */
  readonly join: (options: JoinOptions) => Promise<Result>;
  /** Starts the work. Resolves when it has ended, also if it failed. */
  readonly start: () => Promise<void>;
  /** Sets the function that is called once, when the last waiter has left before the work has ended. */
  readonly onAbandoned: (callback: () => void) => void;
}

type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

interface Waiter<Result> {
  readonly onStart: () => void;
  readonly onEnd: (outcome: Outcome<Result>) => void;
}

/** Creates a flight that does not start by itself. */
export function createFlight<Result>(work: () => Promise<Result>): Flight<Result> {
  const waiters = new Set<Waiter<Result>>();
  let isStarted = false;
  let ended: Outcome<Result> | undefined;
  let abandoned: () => void = () => undefined;
  const end = (outcome: Outcome<Result>) => {
    ended = outcome;
    for (const { onEnd } of [...waiters]) onEnd(outcome);
  };
  return {
    join: ({ signal, milliseconds, lateError, leftError }) =>
      new Promise((resolve, reject) => {
        const leave = (error: Error) => {
          settle();
          reject(error);
          if (waiters.size === 0 && !ended) abandoned();
        };
        const onAbort = () => leave(leftError());
        const timer = setTimeout(() => {
          const error = lateError();
          if (error) leave(error);
          else timer.refresh();
        }, milliseconds);
        if (isStarted) clearTimeout(timer);
        const waiter: Waiter<Result> = {
          onStart: () => clearTimeout(timer),
          onEnd: (outcome) => {
            settle();
            if ('result' in outcome) resolve(outcome.result);
            else reject(outcome.error);
          },
        };
        const settle = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', onAbort);
          waiters.delete(waiter);
        };
        if (ended) return waiter.onEnd(ended);
        waiters.add(waiter);
        signal.addEventListener('abort', onAbort);
        if (signal.aborted) onAbort();
      }),
    start: async () => {
      isStarted = true;
      for (const { onStart } of waiters) onStart();
      try {
        end({ result: await work() });
      } catch (error) {
        end({ error });
      }
    },
    onAbandoned: (callback) => {
      abandoned = callback;
    },
  };
}
