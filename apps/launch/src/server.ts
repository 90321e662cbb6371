import type { Notes } from './ready.ts';

/** A running app. */
export type Server = {
  name: string;
  /** Resolves when it serves. */
  ready: Promise<Notes>;
  /** Resolves with a phrase that says how it ended; pending while it runs or may restart. */
  ended: Promise<string>;
  /** Stops it, by force after `timeout` milliseconds. */
  stop: (timeout: number) => Promise<void>;
};
