import type { StoredFact } from '@chancery/changesets';
import type { FieldValue } from '@chancery/codebook';
import type { Importer } from '../importer.ts';
import type { Lookup } from '../matching/lookup.ts';
import { planImport } from '../matching/plan-import.ts';
import type { PlannedRow } from '../matching/planned.ts';
import type { SourceRecord } from '../source-record.ts';
import { stableDeskId } from '../stable-id.ts';
import { fileOf } from './read-source.ts';
import { storedFact, toyLookup } from './toy-lookup.ts';

/** Returns a date value with the basis `STATED`. */
export const statedDate = (edtf: string): FieldValue => ({ edtf, basis: 'STATED' });
/** A source record without its file and line. */
export type ToyRecord = Omit<SourceRecord, 'file' | 'line'>;

/** Returns an importer that returns one of these records for each line. The column `n` has the index of the record. */
export function toyImporter(records: readonly ToyRecord[]): Importer {
  return {
    manifest: {
      key: 'toy',
      title: 'A toy list',
      publisher: 'Nobody',
      version: '1',
      citation: 'Nobody 2026.',
      licence: { terms: 'CC0', republish: true },
      coverage: '1900/..',
      covers: [],
      grade: { reliability: 'B', credibility: 2 },
      files: [{ name: 'toy.csv', rows: records.length, columns: { n: { meaning: 'Number of the record' } } }],
      facts: {},
      notes: 0,
    },
    begin: () => (line) => {
      const record = records[Number(line.required('n'))];
      return record ? [{ ...record, file: line.file, line: line.number }] : [];
    },
  };
}

/** Plans the import of a file with one line for each record, and returns all rows. */
export async function planRows(
  records: readonly ToyRecord[],
  lookup: Lookup = toyLookup([]),
  answers: Readonly<Record<string, string | null>> = {},
  importId = stableDeskId('import', 'one'),
): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = [];
  const files = [fileOf('toy.csv', `n\n${records.map((_, index) => `${index}\n`).join('')}`)];
  const plan = {
    importer: toyImporter(records),
    files,
    answers: new Map(Object.entries(answers)),
    importId,
    grade: { reliability: 'B', credibility: 2 } as const,
  };
  for await (const batch of planImport(plan, lookup)) rows.push(...batch);
  return rows;
}

/** Returns the rows without those that create the source and its batches. */
export const recordRows = (rows: readonly PlannedRow[]) =>
  rows.filter(({ type }) => type !== 'Source' && type !== 'ImportBatch');
/** Returns the outcomes of the rows without those that create the source and its batches. */
export const outcomes = (rows: readonly PlannedRow[]) => recordRows(rows).map(({ outcome }) => outcome);

const toySource = { ...storedFact('Source', 'import toy 1', { name: 'A toy list, 1' }), label: 'A toy list' };

/** Returns a stored fact that the toy source imported before, preceded by the source and the batch. */
export function factWithImport(fact: StoredFact): StoredFact[] {
  const batch = storedFact('ImportBatch', 'earlier', { title: 'Earlier', source: toySource.id });
  return [toySource, batch, { ...fact, batch: { id: batch.id, line: 2 } }];
}
