import { supervision } from './limits.ts';

/**
 * Counts the deaths of one process. The returned function records a death at the time `now` (milliseconds) and returns
 * how long to wait before the restart, in milliseconds; undefined if the process has died too often to be restarted.
 */
export function restartDelays(): (now?: number) => number | undefined {
  let deaths: number[] = [];
  return (now = performance.now()) => {
    deaths = [...deaths.filter((at) => now - at < supervision.period), now];
    if (deaths.length >= supervision.deaths) return undefined;
    return deaths.length === 1 ? 0 : supervision.restartDelay * 2 ** (deaths.length - 2);
  };
}
