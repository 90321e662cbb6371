import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { codeOf, messageOf } from '../connect.ts';
import { StorageError } from '../storage-error.ts';
import { maxEntryBytes } from './archive-format.ts';
import { decryption, encryptedStart } from './encryption.ts';

/** An entry of an archive with its whole data. */
export type Entry = { name: string; data: Buffer };

/**
 * Reads the entries of an archive one after the other, decrypted and decompressed.
 * @throws StorageError if the file is missing, not an archive, incomplete or damaged, or if the passphrase is wrong or
 * missing
 */
export async function* readArchive(file: string, passphrase: string | undefined): AsyncGenerator<Entry, void> {
  const isEncrypted = await checkStart(file);
  if (isEncrypted && passphrase === undefined) {
    throw new StorageError(
      'WRONG_PASSPHRASE',
      `${file} is encrypted. Set CHANCERY_BACKUP_PASSPHRASE to the passphrase that it was written with.`,
    );
  }
  const decrypt = isEncrypted && passphrase !== undefined ? decryption(passphrase, file) : new PassThrough();
  const entries = extract();
  const failure = pipeline(createReadStream(file), decrypt, createGunzip(), entries).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    for await (const entry of entries) {
      if ((entry.header.size ?? 0) > maxEntryBytes) throw foreign(file);
      yield { name: entry.header.name, data: await buffer(entry) };
    }
  } catch (error) {
    // The pipeline has the cause; the entries may only say that they were cut off.
    entries.destroy();
    const cause = (await failure)?.error ?? error;
    throw error instanceof StorageError ? error : damaged(file, cause);
  }
  const failed = await failure;
  if (failed) throw damaged(file, failed.error);
}

/** Returns whether the file is encrypted. */
async function checkStart(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    const reason = codeOf(cause) === 'ENOENT' ? 'there is no such file' : messageOf(cause);
    throw new StorageError('INVALID_BACKUP', `${file} cannot be read: ${reason}.`, { cause });
  });
  try {
    const start = Buffer.alloc(encryptedStart.length);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    if (start.toString('latin1', 0, bytesRead) === encryptedStart) return true;
    if (bytesRead > 2 && start[0] === 0x1f && start[1] === 0x8b) return false;
  } catch (cause) {
    throw new StorageError('INVALID_BACKUP', `${file} cannot be read: ${messageOf(cause)}.`, { cause });
  } finally {
    await handle.close();
  }
  throw foreign(file);
}

/** Returns the error for a file that is no archive of Chancery. */
export function foreign(file: string): StorageError {
  return new StorageError(
    'INVALID_BACKUP',
    `${file} is not a backup of Chancery. Name a file that npm run backup has written.`,
  );
}

/** Returns the error for an archive that cannot be read to its end, or whose content is not what its manifest says. */
export function damaged(file: string, cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  // The message of a parser may quote the lines where it stopped.
  const message = messageOf(cause).replace(/\s+/g, ' ');
  const reason = /unexpected end|final chunk|Premature close/i.test(message) ? 'it ends too early' : message;
  return new StorageError(
    'INVALID_BACKUP',
    `${file} is incomplete or damaged: ${reason}. Copy it again, or use another backup.`,
    { cause },
  );
}
