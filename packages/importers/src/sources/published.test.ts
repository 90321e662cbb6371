// The published files of each source, where they are at hand: as many rows and facts as its manifest says, and nothing in
// them that its importer does not know.
import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { entriesOf, type Reading } from '../importer.ts';
import type { GivenFile } from '../reading/text-of-file.ts';
import { importers } from './index.ts';

const repository = resolve(import.meta.dirname, '../../../..');
const folder = resolve(repository, process.env.CHANCERY_DATA ?? '../shared/data');

/** A file of the folder, packed or not. */
function published(name: string): GivenFile | undefined {
  const found = [name, `${name}.gz`].find((each) => existsSync(join(folder, each)));
  return found === undefined ? undefined : { name: found, open: () => createReadStream(join(folder, found)) };
}

describe.each(importers)('$manifest.key', (importer) => {
  const { manifest } = importer;

  it('has as many rows and facts as its manifest says', async () => {
    const files = manifest.files.map(({ name }) => published(name));
    if (files.includes(undefined)) {
      console.warn(`${folder} has not all files of ${manifest.key}: set CHANCERY_DATA to run this test.`);
      return;
    }
    const reading: Reading = { rows: 0, problems: [], notes: [] };
    const counts: Record<string, number> = {};
    const keys = new Set<string>();
    for await (const { type, key } of entriesOf(importer, files as GivenFile[], reading)) {
      counts[type] = (counts[type] ?? 0) + 1;
      keys.add(key);
    }
    expect(reading.problems).toEqual([]);
    expect(reading.rows).toBe(manifest.files.reduce((sum, { rows }) => sum + rows, 0));
    expect(counts).toEqual(manifest.facts);
    expect(reading.notes).toHaveLength(manifest.notes);
    expect(keys.size).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
  }, 300_000);
});
