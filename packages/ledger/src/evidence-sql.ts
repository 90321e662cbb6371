import { assertion, modality, sqlValues, stance } from '@chancery/codebook';

/** Returns the SQL condition that a row of citations or import batches, given by its alias, supports its facts. */
export function supportsSql(alias: string): string {
  return `${alias}.stance = ${sqlValues(stance, assertion.stance)}`;
}

/** Returns the SQL condition that a row of citations or import batches supports its facts and asserts them. */
export function assertsSql(alias: string): string {
  return `${supportsSql(alias)} AND ${alias}.modality = ${sqlValues(modality, assertion.modality)}`;
}
