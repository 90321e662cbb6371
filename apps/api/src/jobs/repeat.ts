/** Work that is repeated until it is stopped. */
export interface Repetition {
  /** Stops after the current run, if there is one. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs `work` now and then every `every` milliseconds after the end of the last run. Resolves after the first run. A run
 * that fails is reported to `onError`, and the next one takes place as usual.
 */
export async function repeat(
  work: () => Promise<void>,
  { every, onError }: { readonly every: number; readonly onError: (error: unknown) => void },
): Promise<Repetition> {
  const run = () => work().catch(onError);
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current = run();
  const scheduleNext = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      current = run();
      void current.then(scheduleNext);
    }, every);
    timer.unref();
  };
  await current;
  scheduleNext();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
