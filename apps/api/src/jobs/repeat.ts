/** Work that is repeated until it is stopped. */
export interface Repetition {
  /** Stops after the current run, if there is one. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs `work` at once, and again `every` milliseconds after the end of each run. A run that fails is reported to
 * `onError`, and the next one takes place as usual.
 */
export function repeat(
  work: () => Promise<void>,
  { every, onError }: { readonly every: number; readonly onError: (error: unknown) => void },
): Repetition {
  const run = () => work().catch(onError);
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void>;
  const start = () => {
    current = run().then(() => {
      if (isStopped) return;
      timer = setTimeout(start, every);
      timer.unref();
    });
  };
  start();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
