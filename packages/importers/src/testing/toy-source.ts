import type { StoredFact } from '@chancery/changesets';
import type { FieldValue } from '@chancery/codebook';
import type { Importer } from '../importer.ts';
import type { Lookup } from '../matching/lookup.ts';
import { planImport } from '../matching/plan-import.ts';
import type { PlannedRow } from '../matching/planned.ts';
import type { Entry } from '../source-record.ts';
import { stableDeskId } from '../stable-id.ts';
import { fileOf } from './read-source.ts';
import { standing, toyLookup } from './toy-lookup.ts';

/** A stated date. */
export const dated = (edtf: string): FieldValue => ({ edtf, basis: 'STATED' });
/** An entry without its place in a file. */
export type Told = Omit<Entry, 'file' | 'line'>;

/** A source that tells these entries, one a line. */
export function telling(entries: readonly Told[]): Importer {
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
      files: [{ name: 'toy.csv', rows: entries.length, columns: { n: { meaning: 'Number of the entry' } } }],
      facts: {},
      notes: 0,
    },
    begin: () => (line) => {
      const entry = entries[Number(line.needed('n'))];
      return entry ? [{ ...entry, file: line.file, line: line.number }] : [];
    },
  };
}

/** What becomes of entries. */
export async function planned(
  entries: readonly Told[],
  lookup: Lookup = toyLookup([]),
  answers: Readonly<Record<string, string | null>> = {},
  importId = stableDeskId('import', 'one'),
): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = [];
  const files = [fileOf('toy.csv', `n\n${entries.map((_, at) => `${at}\n`).join('')}`)];
  const plan = {
    importer: telling(entries),
    files,
    answers: new Map(Object.entries(answers)),
    importId,
    grade: { reliability: 'B', credibility: 2 } as const,
  };
  for await (const batch of planImport(plan, lookup)) rows.push(...batch);
  return rows;
}

/** The rows of the entries themselves, without the source and its batches. */
export const told = (rows: readonly PlannedRow[]) =>
  rows.filter(({ type }) => type !== 'Source' && type !== 'ImportBatch');
/** What becomes of each entry, in a word. */
export const outcomes = (rows: readonly PlannedRow[]) => told(rows).map(({ outcome }) => outcome);

const toySource = { ...standing('Source', 'import toy 1', { name: 'A toy list, 1' }), label: 'A toy list' };

/** A fact that the source brought in before, with the source and the batch. */
export function broughtBefore(fact: StoredFact): StoredFact[] {
  const batch = standing('ImportBatch', 'earlier', { title: 'Earlier', source: toySource.id });
  return [toySource, batch, { ...fact, batch: { id: batch.id, line: 2 } }];
}
