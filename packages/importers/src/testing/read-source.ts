import { Readable } from 'node:stream';
import { entriesOf, type Importer, type Reading } from '../importer.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import type { Entry } from '../source-record.ts';

/** A file of a text or of bytes. */
export function fileOf(name: string, text: string | Buffer): GivenFile {
  return { name, open: () => Readable.from([Buffer.from(text)]) };
}

/** All that a source says in files, and what is wrong with them. */
export async function readSource(
  importer: Importer,
  files: readonly GivenFile[],
): Promise<Reading & { readonly entries: Entry[] }> {
  const reading: Reading = { rows: 0, problems: [], notes: [] };
  const entries: Entry[] = [];
  for await (const entry of entriesOf(importer, files, reading)) entries.push(entry);
  return { ...reading, entries };
}
