// Reads the published files of each source, if they are available: rows and facts are as many as the manifest states,
// there are no problems, and all records are valid in the codebook.
import { describe, expect } from '@jest/globals';
import { type ReadReport, readSourceRecords } from '../importer.ts';
import { coveredYears } from '../testing/covered-years.ts';
import { itWithPublished } from '../testing/it-with-published.ts';
import { recordChecker } from '../testing/record-checker.ts';
import { countEnds, countRightCensored } from '../testing/right-censored.ts';
import { importers } from './index.ts';

describe.each(importers)('$manifest.key', (importer) => {
  const { manifest } = importer;

  itWithPublished(
    { of: manifest },
    'has as many rows and facts as its manifest states, and only valid records',
    async (files) => {
      const report: ReadReport = { rows: 0, problems: [], notes: [] };
      const counts: Record<string, number> = {};
      const keys = new Set<string>();
      const problemsOf = recordChecker();
      const invalid: string[] = [];
      const years = new Set<string>();
      const ends = { all: 0, unknown: 0, open: 0 };
      for await (const record of readSourceRecords(importer, files, report)) {
        counts[record.type] = (counts[record.type] ?? 0) + 1;
        keys.add(record.key);
        invalid.push(...problemsOf(record));
        countEnds(ends, record);
        for (const year of coveredYears(record)) years.add(year);
      }
      expect(report.problems).toEqual([]);
      expect(invalid.slice(0, 10)).toEqual([]);
      expect(report.rows).toBe(manifest.files.reduce((sum, { rows }) => sum + rows, 0));
      expect(counts).toEqual(manifest.facts);
      expect(report.notes).toHaveLength(manifest.notes);
      // Right-censored spells have an unknown end, not an open one.
      expect(ends).toEqual({ all: ends.all, unknown: await countRightCensored(manifest), open: 0 });
      const [covered] = manifest.covers;
      const [from = '', to = ''] = covered?.period.split('/') ?? [];
      const sorted = [...years].sort();
      if (sorted.length > 0) expect([sorted[0], to >= (sorted.at(-1) ?? '')]).toEqual([from, true]);
      expect(keys.size).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
    },
  );
});
