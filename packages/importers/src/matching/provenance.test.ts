// The source of an import and its coverage are created once: together, or the coverage later if the source lacks it.
import { expect, it } from '@jest/globals';
import { cowIgo } from '../sources/cow-igo/index.ts';
import { stableDeskId } from '../stable-id.ts';
import { coverageIdOf } from './coverage-operations.ts';
import type { PlannedRow } from './planned.ts';
import { type ImportSource, Provenance, sourceIdOf } from './provenance.ts';

const { manifest } = cowIgo;
const details = { importId: stableDeskId('import', 'one'), grade: manifest.grade };
const source = sourceIdOf(manifest);
const file = 'cow_igo_v3_organizations.csv';
const coverage = new Set(manifest.covers.map((covered) => coverageIdOf(manifest, covered)));

/**
 * Returns three groups of rows: for missing coverage, before the first line of a file, and before the first line of
 * another.
 */
function rowsFor(importSource: ImportSource): readonly (readonly PlannedRow[])[] {
  const provenance = new Provenance(manifest, details, importSource);
  return [
    provenance.createMissingCoverage(file),
    provenance.batch(file, 2).before,
    provenance.batch('other', 2).before,
  ];
}
const types = (rows: readonly (readonly PlannedRow[])[]) => rows.map((group) => group.map(({ type }) => type));

it('a new source is created with its coverage, which cites it, and neither is created twice', () => {
  const rows = rowsFor({ source, isStored: false });
  expect(types(rows)).toEqual([[], ['Source', 'Coverage', 'ImportBatch'], ['ImportBatch']]);
  const row = rows.flat().find(({ type }) => type === 'Coverage');
  expect(row).toMatchObject({
    outcome: 'CREATE',
    key: 'coverage MEMBERSHIPS COW_IGO',
    label: 'Intergovernmental Organizations, 3.0: Memberships',
    operations: [
      {
        kind: 'create',
        values: {
          source,
          kind: 'MEMBERSHIPS',
          dataSet: 'COW_IGO',
          period: { edtf: '1816/2014' },
          completeness: 'COMPLETE',
        },
      },
      { kind: 'cite', values: { source, stance: 'SUPPORTS' } },
    ],
  });
  expect(row?.fact).toBe([...coverage][0]);
});

it('a source without coverage gets it, whether or not any other fact is imported', () => {
  expect(types(rowsFor({ source, isStored: true, existingCoverage: new Set() }))).toEqual([
    ['Coverage'],
    ['ImportBatch'],
    ['ImportBatch'],
  ]);
});

it('coverage that exists or was retired is not created again', () => {
  expect(types(rowsFor({ source, isStored: true, existingCoverage: coverage }))).toEqual([
    [],
    ['ImportBatch'],
    ['ImportBatch'],
  ]);
  expect(types(rowsFor({ source, isStored: false, existingCoverage: coverage }))[1]).toEqual(['Source', 'ImportBatch']);
});
