/** Ctrl-C and its like: the first asks to stop, the second to hurry. */
export type Interruption = {
  now: () => boolean;
  first: Promise<'interrupted'>;
  again: Promise<'hurry'>;
  /** Gives the signals back to Node. */
  ignore: () => void;
};

const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Listens for the signals that end a program. */
export function interruption(): Interruption {
  let count = 0;
  let stop: (how: 'interrupted') => void;
  let hurry: (how: 'hurry') => void;
  const first = new Promise<'interrupted'>((resolve) => {
    stop = resolve;
  });
  const again = new Promise<'hurry'>((resolve) => {
    hurry = resolve;
  });
  const heard = () => {
    count += 1;
    if (count === 1) stop('interrupted');
    else hurry('hurry');
  };
  for (const signal of signals) process.on(signal, heard);
  const orphaned = onOrphaned(heard);
  const ignore = () => {
    clearInterval(orphaned);
    for (const signal of signals) process.off(signal, heard);
  };
  return { now: () => count > 0, first, again, ignore };
}

// An npm that was killed takes with it what it started, as the terminal would.
function onOrphaned(heard: () => void): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    heard();
  }, 200);
  return watch.unref();
}
