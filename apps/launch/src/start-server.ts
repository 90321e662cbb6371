import type { App } from './apps.ts';
import { startChild, stopChild } from './child.ts';
import { untilReady } from './ready.ts';
import { reloadingServer } from './reloading-server.ts';
import type { Server } from './server.ts';

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
