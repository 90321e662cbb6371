import { type TypeName, tableOf } from '@chancery/codebook';

/** The state of the register that is read (the head or a past revision), and the day on which spells are read. */
export interface Scope {
  /** Identifies the scope in cache keys. */
  readonly name: string;
  /** The database schema to read. */
  readonly schema: 'register' | 'history';
  /** SQL for the number of a past revision; undefined at the head. */
  readonly revision?: string;
  /** Whether facts of withheld sources are left out. */
  readonly withholds: boolean;
  /** SQL for the day on which spells are read if a field has no argument `on`. */
  readonly on: string;
}

/**
 * SQL for the revision since which the same facts have been withheld as now; 0 if none are, or if a setting shows them
 * nevertheless. `h` is the alias of `ledger.head`.
 */
export const withheldSql = 'CASE WHEN h.shows_withheld THEN 0 ELSE h.withheld END';

/** SQL for a table of the register in a scope, without withheld rows. */
export function tableIn(scope: Scope, type: TypeName | 'fact' | 'tombstone'): string {
  const table = `${scope.schema}.${type === 'fact' || type === 'tombstone' ? type : tableOf(type)}`;
  if (!scope.withholds) return table;
  const conditions =
    type === 'Citation' ? [isVisibleSql('t.fact_id'), isVisibleSql('t.source_id')] : [isVisibleSql('t.id')];
  return `(SELECT t.* FROM ${table} t WHERE ${conditions.join(' AND ')})`;
}

/** SQL conditions that a row was current at the revision of the scope; none at the head. */
export function asOfConditions({ revision }: Scope, alias: string): string[] {
  return revision === undefined ? [] : [`${alias}.rev_from <= ${revision}`, `${alias}.rev_to > ${revision}`];
}

/** SQL for the conditions of {@link asOfConditions}, each preceded by AND, to append to other conditions. */
export function asOf(scope: Scope, alias: string): string {
  return asOfConditions(scope, alias)
    .map((condition) => ` AND ${condition}`)
    .join('');
}

/** SQL conditions that the fact with the id is not withheld; none if the scope includes withheld facts. */
export function visibilityConditions(scope: Scope, id: string): string[] {
  return scope.withholds ? [isVisibleSql(id)] : [];
}

/** SQL for the id of a link target: NULL if the target is withheld. */
export function visibleIdSql(scope: Scope, id: string): string {
  return scope.withholds ? `(CASE WHEN ${isVisibleSql(id)} THEN ${id} END)` : id;
}

// With each merge, the ledger also lists facts that require a withheld fact.
function isVisibleSql(id: string): string {
  return `NOT EXISTS (SELECT FROM ledger.withheld_fact wh WHERE wh.id = ${id})`;
}
