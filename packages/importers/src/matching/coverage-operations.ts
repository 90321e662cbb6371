import type { CiteOperation, CreateOperation, Operation } from '@chancery/changesets';
import { assertedSupport, type Values } from '@chancery/codebook';
import type { Manifest } from '../manifest.ts';
import { stableDeskId, stableId } from '../stable-id.ts';

/** Returns the stable id of the `Coverage` record of a data set for one kind of fact and one `dataSet`. */
export function coverageIdOf({ key, version }: Manifest, { kind, dataSet }: Manifest['covers'][number]): string {
  return stableId('Coverage', `import ${key} ${version} ${kind} ${dataSet ?? ''}`);
}

/**
 * Returns the operations that create all `Coverage` records of a data set, each with a citation of the source. None of
 * these records may exist yet. `seed` is a text that differs by changeset; the ids of operations and citations are
 * derived from it.
 */
export function coverageOperations(manifest: Manifest, source: string, seed: string): Operation[] {
  return manifest.covers.flatMap((covered) => [...coverageOperationPair(manifest, covered, source, seed)]);
}

/**
 * Returns the two operations that create the `Coverage` record for one kind of fact and cite the source for that
 * record.
 */
export function coverageOperationPair(
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
      values: { fact, source, ...assertedSupport, credibility: manifest.grade.credibility },
    },
  ];
}
