import { sqlValues, stance } from '@chancery/codebook';
import { citationsOf } from '../compile/citations-sql.ts';
import type { Handle } from '../compile/handle.ts';
import { asOf, tableIn } from '../compile/scope.ts';

/** SQL for the Admiralty grade of a citation (alias `cited`) of a source (alias `src`). */
export const gradeSql = 'src.reliability || cited.credibility';
/** SQL for the order of citations, best grade first. */
export const bestFirst = 'cited.credibility, src.reliability';

/** SQL condition that a row of citations or import batches, given by its alias, supports its facts. */
export function supportsSql(alias: string): string {
  return `${alias}.stance = ${sqlValues(stance, 'SUPPORTS')}`;
}

/** SQL for a query over the supporting citations of a fact (alias `cited`) and their sources (alias `src`). */
export function supportingSql({ id, scope }: Handle, select: string, after = ''): string {
  return `(SELECT ${select} FROM ${citationsOf(scope, id)} cited JOIN ${tableIn(scope, 'Source')} src ON src.id = cited.source_id${asOf(scope, 'src')}
    WHERE ${supportsSql('cited')}${after})`;
}

/**
 * SQL for the support of a fact: each combination of field, grade and independence group once, best grade first. One
 * column serves all fields of all concrete types.
 */
export function supportSql(handle: Handle): string {
  const combinations = supportingSql(
    handle,
    `cited.field, ${gradeSql} AS grade, src.independence_group, row_number() OVER (ORDER BY ${bestFirst}) AS place`,
    ` GROUP BY cited.field, ${bestFirst}, src.independence_group`,
  );
  return `(SELECT coalesce(json_agg(json_build_array(s.field, s.grade, s.independence_group) ORDER BY s.place), '[]'::json) FROM ${combinations} s)`;
}

/** The support of a fact, as `supportSql` returns it. */
export type Support = readonly (readonly [field: string | null, grade: string, group: string])[];

/** Returns the support of a field: citations for the field, and citations for the fact as a whole. */
export function supportOf(support: unknown, name: string): Support {
  return (support as Support).filter(([field]) => field === null || field === name);
}
