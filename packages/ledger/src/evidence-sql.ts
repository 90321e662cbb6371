import { assertion, modality, sqlValues, stance } from '@chancery/codebook';

/** Returns a SQL condition that a citation or import batch supports what it is cited for. */
export function supportsSql(alias: string): string {
  return `${alias}.stance = ${sqlValues(stance, assertion.stance)}`;
}

/** Returns a SQL condition that the source of a citation or import batch states what it supports. */
export function assertsSql(alias: string): string {
  return `${supportsSql(alias)} AND ${alias}.modality = ${sqlValues(modality, assertion.modality)}`;
}
