import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { GivenFile } from '@chancery/importers';
import type { Pool } from 'pg';
import { limits } from '../limits/limits.ts';

/** An uploaded file of an import, without its bytes. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** The name that the file has in its source; null until the file is recognized. */
  readonly role: string | null;
  /** Its head as it is stored; null or absent until it is first read. */
  readonly head?: unknown;
}

const partSize = 512 * 1024;

/**
 * Stores the bytes of a file in parts as they arrive. Returns the number of bytes and their SHA-256 digest in
 * hexadecimal.
 */
export async function storeBytes(
  desk: Pool,
  fileId: string,
  bytes: AsyncIterable<Buffer>,
): Promise<{ size: number; digest: string }> {
  const hash = createHash('sha256');
  let buffered: Buffer[] = [];
  let [size, bufferedSize, ordinal] = [0, 0, 0];
  const flush = async () => {
    if (bufferedSize === 0) return;
    await desk.query('INSERT INTO desk.import_file_part (file_id, ordinal, bytes) VALUES ($1, $2, $3)', [
      fileId,
      ordinal,
      Buffer.concat(buffered),
    ]);
    [buffered, bufferedSize, ordinal] = [[], 0, ordinal + 1];
  };
  for await (const chunk of bytes) {
    hash.update(chunk);
    buffered.push(chunk);
    size += chunk.length;
    bufferedSize += chunk.length;
    if (bufferedSize >= partSize) await flush();
  }
  await flush();
  return { size, digest: hash.digest('hex') };
}

/**
 * Returns a stored file in the form that importers read: with its name in the source, if known, the limits of its text,
 * and read part by part.
 */
export function givenFile(desk: Pool, { id, name, role }: StoredFile): GivenFile {
  return { name: role ?? name, open: () => Readable.from(readParts(desk, id)), limits: limits.importText };
}

/**
 * Reads the first parts of a file, up to `maxBytes` and at least one part. `isWhole` is true if these are all its bytes.
 */
export async function readStart(
  desk: Pool,
  fileId: string,
  maxBytes: number,
): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of readParts(desk, fileId)) {
    if (parts.length > 0 && size + part.length > maxBytes) return { bytes: Buffer.concat(parts), isWhole: false };
    parts.push(part);
    size += part.length;
  }
  return { bytes: Buffer.concat(parts), isWhole: true };
}

async function* readParts(desk: Pool, fileId: string): AsyncGenerator<Buffer> {
  for (let ordinal = 0; ; ordinal += 1) {
    const { rows } = await desk.query<{ bytes: Buffer }>(
      'SELECT bytes FROM desk.import_file_part WHERE file_id = $1 AND ordinal = $2',
      [fileId, ordinal],
    );
    const [part] = rows;
    if (!part) return;
    yield part.bytes;
  }
}
