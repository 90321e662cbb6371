import type { CiteOperation, CreateOperation, Operation } from '@chancery/changesets';
import { assertion, type Values } from '@chancery/codebook';
import type { Manifest } from '../manifest.ts';
import { stableDeskId, stableId } from '../stable-id.ts';

/** Returns the stable id of the `Coverage` record of a data set for one kind of fact. */
export function coverageIdOf({ key, version }: Manifest, { kind, dataSet }: Manifest['covers'][number]): string {
  return stableId('Coverage', `import ${key} ${version} ${kind} ${dataSet ?? ''}`);
}

/**
 * Returns the operations that create the coverage of a data set, each record with a citation of the source. The source must
 * not have any coverage yet. `seed` makes operation ids unique per changeset.
 */
export function coverageOperations(manifest: Manifest, source: string, seed: string): Operation[] {
  return manifest.covers.flatMap((covered) => [...recordCoverage(manifest, covered, source, seed)]);
}

/** Returns the operations that create the coverage for one kind of fact, and cite the source for it. */
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
      values: { fact, source, ...assertion, credibility: manifest.grade.credibility },
    },
  ];
}
