import type { CiteOperation, CreateOperation, Operation } from '@chancery/changesets';
import type { Values } from '@chancery/codebook';
import type { Manifest } from '../manifest.ts';
import { stableDeskId, stableId } from '../stable-id.ts';

/** The id of the record that says what a data set covers of one kind of fact. */
export function coverageIdOf({ key, version }: Manifest, { kind, dataSet }: Manifest['covers'][number]): string {
  return stableId('Coverage', `import ${key} ${version} ${kind} ${dataSet ?? ''}`);
}

/**
 * The operations that record what a data set covers, each with a citation of the source, for a source that has none of
 * it yet. `seed` tells the operations of one changeset from those of another.
 */
export function coverageOperations(manifest: Manifest, source: string, seed: string): Operation[] {
  return manifest.covers.flatMap((covered) => [...recordCoverage(manifest, covered, source, seed)]);
}

/** The operations that record what a data set covers of one kind of fact: the record, and its citation of the source. */
export function recordCoverage(
  manifest: Manifest,
  covered: Manifest['covers'][number],
  source: string,
  seed: string,
): readonly [create: CreateOperation, cite: CiteOperation] {
  const fact = coverageIdOf(manifest, covered);
  const { period, gaps, ...rest } = covered;
  const values: Values = {
    source,
    ...rest,
    period: { edtf: period, basis: 'STATED' },
    ...(gaps === undefined ? {} : { gaps: { edtf: gaps, basis: 'STATED' } }),
  };
  const text = `${seed} ${fact}`;
  return [
    { id: stableDeskId('operation', `${text} create`), kind: 'create', type: 'Coverage', fact, values },
    {
      id: stableDeskId('operation', `${text} cite`),
      kind: 'cite',
      type: 'Coverage',
      fact,
      citation: stableId('Citation', `${text} cite`),
      values: { fact, source, stance: 'SUPPORTS', modality: 'ASSERTED', credibility: manifest.grade.credibility },
    },
  ];
}
