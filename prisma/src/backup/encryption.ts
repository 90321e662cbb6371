// Encryption with a passphrase in the format of age (age-encryption.org/v1): scrypt and ChaCha20-Poly1305. The program
// `age` reads such files, too.
import { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { StorageError } from '../storage-error.ts';

/** The first bytes of an encrypted archive. */
export const encryptedStart = 'age-encryption.org/v1\n';

/** A step of a stream pipeline. */
type Step = (source: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;

/** Returns the pipeline step that encrypts with a passphrase. */
export function encryption(passphrase: string): Step {
  return async function* encrypt(source) {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    yield* await encrypter.encrypt(ReadableStream.from(source));
  };
}

/**
 * Returns the pipeline step that decrypts with a passphrase. It throws a StorageError if the passphrase is wrong, which
 * cannot be told from a damaged beginning of the file, and an Error at the first damaged part.
 */
export function decryption(passphrase: string, file: string): Step {
  return async function* decrypt(source) {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const decrypted = await decrypter.decrypt(ReadableStream.from(source)).catch((cause: unknown) => {
      throw new StorageError(
        'WRONG_PASSPHRASE',
        `${file} cannot be decrypted: CHANCERY_BACKUP_PASSPHRASE is not the passphrase that it was written with, or its beginning is damaged.`,
        { cause },
      );
    });
    yield* decrypted;
  };
}
