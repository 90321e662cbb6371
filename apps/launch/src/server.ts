import type { Notes } from './ready.ts';

/** A server that the launcher has started and restarts: the API or the admin. */
export type Server = {
  name: string;
  /** Resolves when the server serves for the first time; stays pending if it ends before that. */
  ready: Promise<Notes>;
  /** Resolves with a sentence when the server is not restarted any more. Stays pending when it is stopped. */
  failed: Promise<string>;
  /** Stops the server soon, so that it is started again. `reason` is a phrase for the log. */
  restart: (reason: string) => Promise<void>;
  /** Stops the server, by force after `timeout` milliseconds. */
  stop: (timeout: number) => Promise<void>;
};
