import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { GivenFile } from '@chancery/importers';
import type { Pool } from 'pg';

/** A file of an import as the desk keeps it, without its bytes. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** What its source calls it, once that is known. */
  readonly role: string | null;
}

const pieceSize = 512 * 1024;

/** Keeps the bytes of a file piece by piece as they come; returns how many there were, and their SHA-256. */
export async function storeBytes(
  desk: Pool,
  fileId: string,
  bytes: AsyncIterable<Buffer>,
): Promise<{ size: number; digest: string }> {
  const hash = createHash('sha256');
  let held: Buffer[] = [];
  let [size, heldSize, ordinal] = [0, 0, 0];
  const put = async () => {
    if (heldSize === 0) return;
    await desk.query('INSERT INTO desk.import_file_part (file_id, ordinal, bytes) VALUES ($1, $2, $3)', [
      fileId,
      ordinal,
      Buffer.concat(held),
    ]);
    [held, heldSize, ordinal] = [[], 0, ordinal + 1];
  };
  for await (const piece of bytes) {
    hash.update(piece);
    held.push(piece);
    size += piece.length;
    heldSize += piece.length;
    if (heldSize >= pieceSize) await put();
  }
  await put();
  return { size, digest: hash.digest('hex') };
}

/** A stored file as importers read it: under the name by which its source calls it, and never whole in memory. */
export function givenFile(desk: Pool, { id, name, role }: StoredFile): GivenFile {
  return { name: role ?? name, open: () => Readable.from(pieces(desk, id)) };
}

async function* pieces(desk: Pool, fileId: string): AsyncGenerator<Buffer> {
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
