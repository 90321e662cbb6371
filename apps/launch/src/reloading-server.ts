import { watch } from 'node:fs';
import type { App } from './apps.ts';
import { type Child, startChild, stopChild } from './child.ts';
import { type Notes, untilReady } from './ready.ts';
import type { Server } from './server.ts';

// Editors write a file in several steps, and a switch of branches writes many.
const settled = 150;

/** A server that is started anew when its sources change; one that ended by itself waits for the next change. */
export function reloadingServer(app: App, folders: string[], say: (line: string) => void): Server {
  let serves: (notes: Notes) => void;
  const ready = new Promise<Notes>((resolve) => {
    serves = resolve;
  });
  let child: Child;
  let meant = false;
  const begin = () => {
    meant = false;
    child = startChild(app);
    untilReady(child, app.ready).then((notes) => serves(notes));
    child.ended.then((how) => {
      if (!meant) say(`The ${app.name} ${how}; it starts anew with the next change`);
    });
  };
  const end = async (patience: number) => {
    meant = true;
    await stopChild(child, patience);
  };

  let turn = Promise.resolve();
  const again = () => {
    turn = turn.then(async () => {
      await end(5000);
      begin();
      say(`The ${app.name} was started anew`);
    });
  };
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, file) => {
      if (file?.endsWith('.test.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(again, settled);
    }),
  );
  begin();
  return {
    name: app.name,
    ready,
    ended: new Promise(() => undefined),
    stop: async (patience) => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(timer);
      await turn;
      await end(patience);
    },
  };
}
