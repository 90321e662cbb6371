import type { App } from './apps.ts';
import { startChild, stopChild } from './child.ts';
import { waitUntilReady } from './ready.ts';
import { reloadingServer } from './reloading-server.ts';
import type { Server } from './server.ts';

/** Starts an app. If the app has folders to watch, it is restarted after each change in them. */
export function serve(app: App, log: (line: string) => void): Server {
  if (app.watch) return reloadingServer(app, app.watch, log);
  const child = startChild(app);
  return {
    name: app.name,
    ready: waitUntilReady(child, app.ready),
    ended: child.ended,
    stop: (timeout) => stopChild(child, timeout),
  };
}
