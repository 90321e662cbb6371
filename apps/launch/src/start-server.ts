import { reloadingServer } from './reloading-server.ts';
import type { Server } from './server.ts';
import { type SupervisionOptions, supervisedServer } from './supervision/supervised-server.ts';

/** Starts and supervises a server. If its app has folders to watch, it is restarted after each change in them instead. */
export function serve(options: SupervisionOptions): Server {
  const app = options.app(false);
  return app.watch ? reloadingServer(app, app.watch, options.log) : supervisedServer(options);
}
