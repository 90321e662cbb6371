import type { App } from './apps.ts';
import { startChild, stopChild } from './child.ts';
import { type Notes, untilReady } from './ready.ts';
import { reloadingServer } from './reloading-server.ts';

/** A running app. */
export type Server = {
  name: string;
  /** Settles when it serves. */
  ready: Promise<Notes>;
  /** How it ended by itself, in words; pending while it serves. */
  ended: Promise<string>;
  stop: (patience: number) => Promise<void>;
};

/** Starts an app, kept fresh where it names folders to watch. */
export function serve(app: App, say: (line: string) => void): Server {
  if (app.watch) return reloadingServer(app, app.watch, say);
  const child = startChild(app);
  return {
    name: app.name,
    ready: untilReady(child, app.ready),
    ended: child.ended,
    stop: (patience) => stopChild(child, patience),
  };
}
