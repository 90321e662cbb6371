import { assertedSupport, modality, sqlValues, stance } from '@chancery/codebook';

/** Returns an SQL condition: a citation or import batch, given by the alias of its row, supports its facts. */
export function supportsSql(alias: string): string {
  return `${alias}.stance = ${sqlValues(stance, assertedSupport.stance)}`;
}

/**
 * Returns an SQL condition: a citation or import batch, given by the alias of its row, supports and asserts its facts.
 */
export function assertsSql(alias: string): string {
  return `${supportsSql(alias)} AND ${alias}.modality = ${sqlValues(modality, assertedSupport.modality)}`;
}
