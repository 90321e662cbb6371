import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './apps.ts';
import type { Child } from './child.ts';

/** What a server adds to the line that all is up, such as a set-up link. */
export type Notes = string[];

/** Waits until the child serves, for as long as it lives: loading a register may take its time. */
export function untilReady(child: Child, ready: App['ready']): Promise<Notes> {
  return ready === 'message' ? messageOf(child) : answerAt(ready.answersAt, child);
}

function messageOf({ process: child }: Child): Promise<Notes> {
  return new Promise((resolve) => {
    child.on('message', (message: { ready?: boolean; notes?: string[] }) => {
      if (message.ready) resolve(message.notes ?? []);
    });
  });
}

async function answerAt(address: string, { process: child }: Child): Promise<Notes> {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(60_000) });
      return [];
    } catch {
      // Nobody listens yet.
      await sleep(50);
    }
  }
  return new Promise(() => undefined);
}
