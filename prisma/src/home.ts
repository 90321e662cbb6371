import { accessSync, constants } from 'node:fs';
import { makePassable } from './embedded-postgres/folder-access.ts';
import { StorageError } from './storage-error.ts';

/**
 * Creates the data folder if it is missing. Other users may pass through a new folder, but not list it.
 * @throws StorageError if the folder cannot be created or written to
 */
export function makeHome(home: string): void {
  try {
    makePassable(home);
    accessSync(home, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StorageError(
      'CANNOT_START',
      `The data folder ${home} cannot be created or cannot be written to. Set CHANCERY_HOME to another folder.`,
      {
        cause,
      },
    );
  }
}
