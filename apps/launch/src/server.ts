import type { Notes } from './ready.ts';

/** A server that the launcher has started: the API or the admin. */
export type Server = {
  name: string;
  /** Resolves when the server serves; stays pending if it ends before that. */
  ready: Promise<Notes>;
  /** Resolves with a phrase that says how the server ended; never resolves if the server restarts on changes. */
  ended: Promise<string>;
  /** Stops the server, by force after `timeout` milliseconds. */
  stop: (timeout: number) => Promise<void>;
};
