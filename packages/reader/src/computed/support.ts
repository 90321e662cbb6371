import { citationsOf } from '../compile/citations-sql.ts';
import type { Handle } from '../compile/handle.ts';
import { stood, tableIn } from '../compile/scope.ts';

/** The Admiralty grade of a citation (`cited`) of a source (`said`), and the order in which better ones come first. */
export const gradeSql = 'said.reliability || cited.credibility';
export const bestFirst = 'cited.credibility, said.reliability';

/** SQL over the supporting citations of a fact (`cited`) with their sources (`said`). */
export function supporting({ id, scope }: Handle, select: string, after = ''): string {
  return `(SELECT ${select} FROM ${citationsOf(scope, id)} cited JOIN ${tableIn(scope, 'Source')} said ON said.id = cited.source_id${stood(scope, 'said')}
    WHERE cited.stance = 'SUPPORTS'${after})`;
}

/**
 * SQL for all the support of a fact: field, grade and independence group, each combination once, best grade first. One
 * column serves all the fields of all the types that the fact may have.
 */
export function supportSql(handle: Handle): string {
  const each = supporting(
    handle,
    `cited.field, ${gradeSql} AS grade, said.independence_group, row_number() OVER (ORDER BY ${bestFirst}) AS place`,
    ` GROUP BY cited.field, ${bestFirst}, said.independence_group`,
  );
  return `(SELECT coalesce(json_agg(json_build_array(each.field, each.grade, each.independence_group) ORDER BY each.place), '[]'::json) FROM ${each} each)`;
}

/** All the support of a fact, as its column has it. */
export type Support = readonly (readonly [field: string | null, grade: string, group: string])[];

/** The support of a field: what is cited for it, and what is cited for the fact as a whole. */
export function supportOf(support: unknown, name: string): Support {
  return (support as Support).filter(([field]) => field === null || field === name);
}
