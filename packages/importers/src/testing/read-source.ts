import { Readable } from 'node:stream';
import { type Importer, type ReadReport, readSourceRecords } from '../importer.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import type { SourceRecord } from '../source-record.ts';

/** Returns a file in memory with the given name and content. */
export function fileOf(name: string, text: string | Buffer): GivenFile {
  return { name, open: () => Readable.from([Buffer.from(text)]) };
}

/** Reads files to the end and returns all source records, with the number of rows, the problems and the notes. */
export async function readSource(
  importer: Importer,
  files: readonly GivenFile[],
): Promise<ReadReport & { readonly records: SourceRecord[] }> {
  const report: ReadReport = { rows: 0, problems: [], notes: [] };
  const records: SourceRecord[] = [];
  for await (const record of readSourceRecords(importer, files, report)) records.push(record);
  return { ...report, records };
}
