import type { Notes } from './ready.ts';

/** A running app. */
export type Server = {
  name: string;
  /** Settles when it serves. */
  ready: Promise<Notes>;
  /** How it ended by itself, in words; pending while it serves. */
  ended: Promise<string>;
  stop: (patience: number) => Promise<void>;
};
