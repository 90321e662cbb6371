import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { codeOf, messageOf } from '../connect.ts';
import { StorageError } from '../storage-error.ts';
import { encryption } from './encryption.ts';

// Fast compression: archives are about a tenth larger than with the default level, in half the time.
const gzipLevel = 3;

/** An archive that is being written, to a file of the same name with the suffix `.partial`. */
export type ArchiveWriter = {
  /** Appends an entry, and waits until most of it is written. */
  add: (name: string, data: Buffer) => Promise<void>;
  /** Completes the archive: flushes the file to disk, and gives it its name. */
  finish: () => Promise<void>;
  /** Removes the unfinished file. */
  discard: () => Promise<void>;
};

/**
 * Creates the archive `file`, which is compressed and, with a passphrase, encrypted. Only its owner can read it.
 * @throws StorageError `BACKUP_FAILED` if the file exists or cannot be created
 */
export async function createArchive(file: string, passphrase: string | undefined): Promise<ArchiveWriter> {
  refuseExisting(file);
  const partial = `${file}.partial`;
  const target = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
  await once(target, 'open').catch((cause: unknown) => {
    const reason =
      codeOf(cause) === 'EEXIST'
        ? 'it exists: another backup is writing it, or one was killed. Delete it if no backup is running'
        : `${messageOf(cause)}. Choose a file that this user may write`;
    throw new StorageError('BACKUP_FAILED', `The backup cannot be written to ${partial}: ${reason}.`, { cause });
  });
  const tar = pack();
  const compressed = createGzip({ level: gzipLevel });
  const written =
    passphrase === undefined
      ? pipeline(Readable.from(tar), compressed, target)
      : pipeline(Readable.from(tar), compressed, encryption(passphrase), target);
  // Reported by the next `add` or by `finish`.
  written.catch(() => undefined);
  return {
    add: async (name, data) => {
      const added = new Promise<void>((resolve, reject) => {
        const entry = tar.entry({ name, size: data.length, mode: 0o600 }, (error) =>
          error ? reject(error) : resolve(),
        );
        entry.end(data);
      });
      // Without this, the reason of a failed write would be hidden by the error of the entry.
      await Promise.race([added, written]);
    },
    finish: async () => {
      tar.finalize();
      await written;
      refuseExisting(file);
      await rename(partial, file);
      await syncFolder(dirname(file));
    },
    discard: async () => {
      tar.destroy();
      await written.catch(() => undefined);
      await rm(partial, { force: true });
    },
  };
}

function refuseExisting(file: string): void {
  if (!existsSync(file)) return;
  throw new StorageError(
    'BACKUP_FAILED',
    `${file} exists, and a backup does not overwrite files. Choose another name than ${basename(file)}.`,
  );
}

// The new name is on disk only when its folder is.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
