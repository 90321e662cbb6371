// The source of an import, and what it covers, are recorded once: with the source, or later where it was made without.
import { expect, it } from '@jest/globals';
import { cowIgo } from '../sources/cow-igo/index.ts';
import { stableDeskId } from '../stable-id.ts';
import { coverageIdOf } from './coverage-operations.ts';
import type { PlannedRow } from './planned.ts';
import { Provenance, type StandingSource, sourceIdOf } from './provenance.ts';

const { manifest } = cowIgo;
const making = { importId: stableDeskId('import', 'one'), grade: manifest.grade };
const source = sourceIdOf(manifest);
const file = 'cow_igo_v3_organizations.csv';
const coverage = new Set(manifest.covers.map((covered) => coverageIdOf(manifest, covered)));

/** What is made before a line of a file is cited, and before another. */
function madeBy(standing: StandingSource): readonly (readonly PlannedRow[])[] {
  const provenance = new Provenance(manifest, making, standing);
  return [provenance.coverageOfStanding(file), provenance.batch(file, 2).before, provenance.batch('other', 2).before];
}
const types = (rows: readonly (readonly PlannedRow[])[]) => rows.map((each) => each.map(({ type }) => type));

it('a new source is made with what it covers, cited by itself, and neither is made twice', () => {
  const rows = madeBy({ source, isThere: false });
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

it('a source that was made before its coverage was recorded gets it, whether or not anything else comes', () => {
  expect(types(madeBy({ source, isThere: true, recorded: new Set() }))).toEqual([
    ['Coverage'],
    ['ImportBatch'],
    ['ImportBatch'],
  ]);
});

it('coverage that stands or was retired is left alone', () => {
  expect(types(madeBy({ source, isThere: true, recorded: coverage }))).toEqual([[], ['ImportBatch'], ['ImportBatch']]);
  expect(types(madeBy({ source, isThere: false, recorded: coverage }))[1]).toEqual(['Source', 'ImportBatch']);
});
