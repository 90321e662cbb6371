import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { supervision } from './limits.ts';

const { probeInterval, missedProbes } = supervision;

/**
 * Probes a server at a URL until it hangs, then resolves with a phrase that says so. Any response counts as an answer,
 * whatever its status. Stays pending once `signal` is aborted.
 */
export async function untilItHangs(url: string, signal: AbortSignal): Promise<string> {
  let missed = 0;
  while (!signal.aborted) {
    const pause = sleep(probeInterval, undefined, { ref: false });
    missed = (await answers(url)) ? 0 : missed + 1;
    if (missed >= missedProbes) return `did not answer for ${(missed * probeInterval) / 1000} s and was killed`;
    await pause;
  }
  return new Promise(() => undefined);
}

// Each probe opens a connection of its own, so that a probe does not depend on what became of the one before.
function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: probeInterval }, (response) => {
      response.resume();
      resolve(true);
    });
    request.once('timeout', () => request.destroy());
    request.once('close', () => resolve(false));
    // The launcher reports how the process ended; a refused connection says less.
    request.once('error', () => resolve(false));
  });
}
