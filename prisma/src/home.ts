import { accessSync, constants } from 'node:fs';
import { makePassable } from './embedded-postgres/reach.ts';
import { StorageError } from './storage-error.ts';

/** Makes the data folder if it is missing, so that others may pass through it to files of their own but see nothing. */
export function makeHome(home: string): void {
  try {
    makePassable(home);
    accessSync(home, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StorageError('CANNOT_START', `The data folder ${home} cannot be written to: set CHANCERY_HOME`, {
      cause,
    });
  }
}
