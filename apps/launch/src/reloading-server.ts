import { watch } from 'node:fs';
import type { App } from './apps.ts';
import { type Child, startChild, stopChild } from './child.ts';
import { type Notes, waitUntilReady } from './ready.ts';
import type { Server } from './server.ts';

// Waits this long after the last change, in milliseconds: editors save in several steps, and git changes many files.
const debounce = 150;

/**
 * Starts a server and restarts it after each change in `folders`, except in `.test.ts` files. If the server ends by
 * itself, it stays down until the next change.
 */
export function reloadingServer(app: App, folders: string[], log: (line: string) => void): Server {
  let resolveReady: (notes: Notes) => void;
  const ready = new Promise<Notes>((resolve) => {
    resolveReady = resolve;
  });
  let child: Child;
  let stopping = false;
  const start = () => {
    stopping = false;
    child = startChild(app);
    waitUntilReady(child, app.ready).then((notes) => resolveReady(notes));
    child.ended.then((how) => {
      if (!stopping) log(`The ${app.name} ${how}. It restarts after the next change.`);
    });
  };
  const stop = async (timeout: number) => {
    stopping = true;
    await stopChild(child, timeout);
  };

  let restarts = Promise.resolve();
  const restart = () => {
    restarts = restarts.then(async () => {
      await stop(5000);
      start();
      log(`The ${app.name} was restarted`);
    });
  };
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, file) => {
      if (file?.endsWith('.test.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(restart, debounce);
    }),
  );
  start();
  return {
    name: app.name,
    ready,
    failed: new Promise(() => undefined),
    restart: async () => restart(),
    stop: async (timeout) => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      await restarts;
      await stop(timeout);
    },
  };
}
