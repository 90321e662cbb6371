import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Script } from '../migrations.ts';
import { StorageError } from '../storage-error.ts';
import {
  anyHeader,
  type Content,
  chunkName,
  formatVersion,
  type Header,
  headerName,
  headerSchema,
  type Manifest,
  manifestName,
  manifestSchema,
  nameOf,
} from './archive-format.ts';
import { contentCounter } from './copy-rows.ts';
import { damaged, type Entry, foreign, readArchive } from './read-archive.ts';

/** An archive to read: its file, its passphrase if it is encrypted, and the migrations of this release. */
export type Archive = { file: string; passphrase: string | undefined; shipped: readonly Script[] };

/**
 * Reads a whole archive and checks it against its manifest: sizes, rows and hashes, the order of its entries, and that
 * this release knows its format and its migrations. Calls `onChunk` for each chunk of rows, with the number of its
 * table in the manifest, and waits for it. Returns the manifest.
 * @throws StorageError with one line that says what is wrong with the archive and what to do
 */
export async function readVerified(
  { file, passphrase, shipped }: Archive,
  onChunk: (chunk: Buffer, table: number, header: Header) => Promise<void> = async () => undefined,
): Promise<Manifest> {
  const entries = readArchive(file, passphrase);
  const header = readHeader(file, await entries.next(), shipped);
  if (header instanceof StorageError) {
    // A damaged header may look like one of another release. Reading the rest finds out.
    for await (const _ of entries);
    throw header;
  }
  const counters = header.tables.map(contentCounter);
  let table = 0;
  let number = 1;
  for await (const { name, data } of entries) {
    if (name === manifestName) {
      const manifest = parse(file, manifestSchema, data);
      checkManifest(
        file,
        header,
        manifest,
        counters.map(({ content }) => content()),
      );
      if (!(await entries.next()).done) throw damaged(file, 'there are entries after its manifest');
      return manifest;
    }
    while (table < header.tables.length && !isChunk(name, header, table, number)) {
      table += 1;
      number = 1;
    }
    if (table === header.tables.length) throw damaged(file, `the entry ${name.slice(0, 200)} is not expected there`);
    counters[table]?.add(data);
    await onChunk(data, table, header);
    number += 1;
  }
  throw damaged(file, 'it ends too early, without its manifest');
}

function isChunk(name: string, { tables }: Header, table: number, number: number): boolean {
  const at = tables[table];
  return at !== undefined && name === chunkName(at, number);
}

/** Returns the header of an archive, or the error to throw if this release cannot restore the archive. */
function readHeader(
  file: string,
  { value: first }: IteratorResult<Entry, void>,
  shipped: readonly Script[],
): Header | StorageError {
  if (first?.name !== headerName) throw foreign(file);
  const { version, application } = parse(file, anyHeader, first.data);
  if (version > formatVersion) return newer(file, application, `its format is ${version}, not ${formatVersion}`);
  const header = parse(file, headerSchema, first.data);
  const byName = new Map(shipped.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of header.migrations) {
    const known = byName.get(name);
    if (!known) return newer(file, application, `it has migration ${name}`);
    if (known.checksum === checksum) continue;
    return new StorageError(
      'EDITED_MIGRATION',
      `${file} was made with another text of migration ${name} than that of this release. Restore it with the release that made it (${application}).`,
    );
  }
  return header;
}

function newer(file: string, application: string, reason: string): StorageError {
  return new StorageError(
    'NEWER_BACKUP',
    `${file} was made by a newer release of Chancery (${application}): ${reason}. Restore it with that release or a later one.`,
  );
}

function parse<Schema extends z.ZodType>(file: string, schema: Schema, data: Buffer): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(data.toString('utf8'));
  } catch (error) {
    throw damaged(file, error);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.path[0] === 'format') throw foreign(file);
  throw damaged(file, `${issue?.path.join('.')}: ${issue?.message}`);
}

function checkManifest(file: string, header: Header, manifest: Manifest, contents: readonly Content[]): void {
  const { sequences: _sequences, ...rest } = manifest;
  const tables = manifest.tables.map(({ schema, name, columns }) => ({ schema, name, columns }));
  if (!isDeepStrictEqual({ ...rest, tables }, header)) throw damaged(file, 'its manifest does not match its header');
  for (const [at, { rows, bytes, sha256, ...table }] of manifest.tables.entries()) {
    if (isDeepStrictEqual(contents[at], { rows, bytes, sha256 })) continue;
    throw damaged(file, `the rows of ${nameOf(table)} are not those of its manifest`);
  }
}
