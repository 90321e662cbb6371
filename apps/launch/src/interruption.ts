/** Signals to stop, such as Ctrl-C: the first asks for an orderly stop, the second for an immediate one. */
export type Interruption = {
  hasOccurred: () => boolean;
  first: Promise<'interrupted'>;
  second: Promise<'hurry'>;
  /** Stops listening, so that the signals have their default effect again. */
  stopListening: () => void;
};

const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Listens for signals to stop, and for the end of the npm that started this process. */
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

// Treats the end of the npm that started this process as a signal to stop, as the end of a terminal is (SIGHUP).
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
