import { sqlValues, stance } from '@chancery/codebook';
import { citationsSql } from '../compile/citations-sql.ts';
import type { Handle } from '../compile/handle.ts';
import { asOfSql, tableSql } from '../compile/scope.ts';

/** SQL for the Admiralty grade of a citation (alias `cited`) of a source (alias `src`). */
export const gradeSql = 'src.reliability || cited.credibility';
/** SQL for the order of citations, best grade first. */
export const bestFirstSql = 'cited.credibility, src.reliability';

/** Returns an SQL condition: a citation or import batch, given by the alias of its row, supports its facts. */
export function supportsSql(alias: string): string {
  return `${alias}.stance = ${sqlValues(stance, 'SUPPORTS')}`;
}

/**
 * Returns a query that selects `select` from the supporting citations of a fact (alias `cited`) and their sources
 * (alias `src`). `after` is SQL that follows the conditions.
 */
export function supportingCitationsSql({ id, scope }: Handle, select: string, after = ''): string {
  return `(SELECT ${select} FROM ${citationsSql(scope, id)} cited JOIN ${tableSql(scope, 'Source')} src ON src.id = cited.source_id${asOfSql(scope, 'src')}
    WHERE ${supportsSql('cited')}${after})`;
}

/**
 * Returns SQL for the {@link Support} of a fact. It does not depend on the field, so that one column of the result row
 * serves all fields of all concrete types.
 */
export function supportSql(handle: Handle): string {
  const combinations = supportingCitationsSql(
    handle,
    `cited.field, ${gradeSql} AS grade, src.independence_group, row_number() OVER (ORDER BY ${bestFirstSql}) AS place`,
    ` GROUP BY cited.field, ${bestFirstSql}, src.independence_group`,
  );
  return `(SELECT coalesce(json_agg(json_build_array(s.field, s.grade, s.independence_group) ORDER BY s.place), '[]'::json) FROM ${combinations} s)`;
}

/**
 * The support of a fact: each combination of field, grade and independence group once, best grade first. The field is
 * null for citations of the fact as a whole.
 */
export type Support = readonly (readonly [field: string | null, grade: string, group: string])[];

/** Returns the support of one field: from citations of the field and from citations of the fact as a whole. */
export function supportOf(support: unknown, name: string): Support {
  return (support as Support).filter(([field]) => field === null || field === name);
}
