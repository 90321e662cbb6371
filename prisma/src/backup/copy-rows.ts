import { createHash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type Content, chunkBytes, type Table } from './archive-format.ts';
import { columnList, quoted, type StoredTable } from './stored-tables.ts';

/**
 * Reads all rows of a table in the text format of COPY, in the order of the primary key, byte by byte. `columns` are
 * the columns to read; `key` is the primary key of the table. Calls `onChunk` for each chunk and waits for it. Returns
 * the numbers of rows and bytes, and the hash.
 */
export async function copyOut(
  client: pg.Client,
  table: Table & Pick<StoredTable, 'key'>,
  onChunk: (chunk: Buffer) => Promise<void>,
): Promise<Content> {
  // The collation of a column can differ between servers, and with it the order.
  const order = table.key.map(({ name, isCollated }) => pg.escapeIdentifier(name) + (isCollated ? ' collate "C"' : ''));
  const rows = `select ${columnList(table)} from only ${quoted(table)} order by ${order.join(', ')}`;
  const counter = contentCounter();
  let parts: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    const chunk = Buffer.concat(parts);
    parts = [];
    size = 0;
    counter.add(chunk);
    await onChunk(chunk);
  };
  for await (const part of client.query(copyTo(`copy (${rows}) to stdout`))) {
    parts.push(part);
    size += part.length;
    if (size >= chunkBytes) await flush();
  }
  if (size > 0) await flush();
  return counter.content();
}

/** Counts the rows and bytes of a table in the text format of COPY, and computes their hash. */
export function contentCounter(): { add: (chunk: Buffer) => void; content: () => Content } {
  const hash = createHash('sha256');
  let rows = 0;
  let bytes = 0;
  return {
    add: (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
      // A line feed ends a row. Those in values are escaped.
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
    },
    content: () => ({ rows, bytes, sha256: hash.copy().digest('hex') }),
  };
}

/** Loads rows into a table that was truncated in the same transaction. */
export type Loading = { write: (chunk: Buffer) => Promise<void>; end: () => Promise<void> };

/** Starts to load rows in the text format of COPY. Call `end` after the last chunk and wait for it. */
export function copyIn(client: pg.Client, table: Table): Loading {
  // Frozen rows need no later VACUUM.
  const stream = client.query(copyFrom(`copy ${quoted(table)} (${columnList(table)}) from stdin with (freeze)`));
  const done = finished(stream);
  // Reported by the next write or by end.
  done.catch(() => undefined);
  return {
    write: async (chunk) => {
      const written = new Promise<void>((resolve, reject) => {
        stream.write(chunk, (error) => (error ? reject(error) : resolve()));
      });
      await Promise.race([written, done]);
    },
    end: async () => {
      stream.end();
      await done;
    },
  };
}
