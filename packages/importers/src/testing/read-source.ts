import { Readable } from 'node:stream';
import { type Importer, type Reading, readSourceRecords } from '../importer.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import type { SourceRecord } from '../source-record.ts';

/** Returns a file with the given content. */
export function fileOf(name: string, text: string | Buffer): GivenFile {
  return { name, open: () => Readable.from([Buffer.from(text)]) };
}

/** Reads all source records of files, with problems and notes. */
export async function readSource(
  importer: Importer,
  files: readonly GivenFile[],
): Promise<Reading & { readonly records: SourceRecord[] }> {
  const reading: Reading = { rows: 0, problems: [], notes: [] };
  const records: SourceRecord[] = [];
  for await (const record of readSourceRecords(importer, files, reading)) records.push(record);
  return { ...reading, records };
}
