import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './apps.ts';
import type { Child } from './child.ts';

/** Lines that a server adds to the launcher's announcement “Chancery is ready”, such as a set-up link. */
export type Notes = string[];

/**
 * Waits until the child serves, then resolves with its notes; a child that signals by responding at a URL has none.
 * There is no timeout, because loading a register may take long. If the child ends first, the promise stays pending.
 */
export function waitUntilReady(child: Child, ready: App['ready']): Promise<Notes> {
  return ready === 'message' ? readyMessage(child) : responseAt(ready.respondsAt, child);
}

function readyMessage({ process: child }: Child): Promise<Notes> {
  return new Promise((resolve) => {
    child.on('message', (message: { ready?: boolean; notes?: string[] }) => {
      if (message.ready) resolve(message.notes ?? []);
    });
  });
}

async function responseAt(url: string, { process: child }: Child): Promise<Notes> {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(60_000) });
      return [];
    } catch {
      // The server does not listen yet.
      await sleep(50);
    }
  }
  return new Promise(() => undefined);
}
