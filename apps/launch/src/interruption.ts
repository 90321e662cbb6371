/** Tells which signals to stop, such as Ctrl-C, this process has received. */
export type Interruption = {
  /** Whether at least one signal has arrived. */
  hasOccurred: () => boolean;
  /** Resolves with the first signal, which asks for an orderly stop. */
  first: Promise<'interrupted'>;
  /** Resolves with the second signal, which asks for an immediate stop. */
  second: Promise<'hurry'>;
  /** Stops listening, so that the signals have their default effect again. */
  stopListening: () => void;
};

const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Listens for SIGINT, SIGTERM and SIGHUP. If npm started this process, the end of npm counts as a signal, too. */
export function listenForInterruption(): Interruption {
  let count = 0;
  let stop: (how: 'interrupted') => void;
  let hurry: (how: 'hurry') => void;
  const first = new Promise<'interrupted'>((resolve) => {
    stop = resolve;
  });
  const second = new Promise<'hurry'>((resolve) => {
    hurry = resolve;
  });
  const onSignal = () => {
    count += 1;
    if (count === 1) stop('interrupted');
    else hurry('hurry');
  };
  for (const signal of signals) process.on(signal, onSignal);
  const parentWatch = watchParent(onSignal);
  const stopListening = () => {
    clearInterval(parentWatch);
    for (const signal of signals) process.off(signal, onSignal);
  };
  return { hasOccurred: () => count > 0, first, second, stopListening };
}

// Calls `onEnd` when the npm that started this process ends: npm may be ended without a signal to its child processes.
function watchParent(onEnd: () => void): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onEnd();
  }, 200);
  return watch.unref();
}
