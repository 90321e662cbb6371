import { supervision } from './supervision/limits.ts';

/** Tells which signals to stop, such as Ctrl-C, this process has received. */
export type Interruption = {
  /** Whether at least one signal has arrived. */
  hasOccurred: () => boolean;
  /** Aborted with the first signal. */
  signal: AbortSignal;
  /** Resolves with the first signal, which asks for an orderly stop. */
  first: Promise<'interrupted'>;
  /** Resolves with a separate second signal, which asks for an immediate stop. */
  second: Promise<'hurry'>;
  /** Stops listening, so that the signals have their default effect again. */
  stopListening: () => void;
};

const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Listens for SIGINT, SIGTERM and SIGHUP. Signals within two seconds of the first count as one: Ctrl-C and a signal to the
 * process group arrive twice, because npm forwards them. If npm started this process, the end of npm asks for an
 * orderly stop, too.
 */
export function listenForInterruption(): Interruption {
  const stopping = new AbortController();
  let firstAt: number | undefined;
  let stop: (how: 'interrupted') => void;
  let hurry: (how: 'hurry') => void;
  const first = new Promise<'interrupted'>((resolve) => {
    stop = resolve;
  });
  const second = new Promise<'hurry'>((resolve) => {
    hurry = resolve;
  });
  const interrupt = () => {
    if (firstAt !== undefined) return;
    firstAt = performance.now();
    stopping.abort();
    stop('interrupted');
  };
  const onSignal = () => {
    if (firstAt !== undefined && performance.now() - firstAt >= supervision.sameSignal) hurry('hurry');
    interrupt();
  };
  for (const signal of signals) process.on(signal, onSignal);
  const parentWatch = watchParent(interrupt);
  const stopListening = () => {
    clearInterval(parentWatch);
    for (const signal of signals) process.off(signal, onSignal);
  };
  return { hasOccurred: () => firstAt !== undefined, signal: stopping.signal, first, second, stopListening };
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
