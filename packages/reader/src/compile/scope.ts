import { type TypeName, tableOf } from '@chancery/codebook';

/** Which state of the register is read: the head, or a past revision; and the day on which `on` falls by default. */
export interface Scope {
  /** Distinguishes scopes where results may be shared. */
  readonly name: string;
  /** The schema that holds the rows. */
  readonly schema: 'register' | 'history';
  /** SQL for the number of the revision, for a past one. */
  readonly revision?: string;
  /** Whether facts of sources that are withheld are left out. */
  readonly withholds: boolean;
  /** SQL for the default of `on`. */
  readonly on: string;
}

/** SQL for since which revision facts are withheld as they are now; 0 where none is, or where they are shown all the same. `h` is the head. */
export const withheldSql = 'CASE WHEN h.shows_withheld THEN 0 ELSE h.withheld END';

/** The table of a type, or another table of the register, in a scope: without the rows that it withholds. */
export function tableIn(scope: Scope, type: TypeName | 'fact' | 'tombstone'): string {
  const table = `${scope.schema}.${type === 'fact' || type === 'tombstone' ? type : tableOf(type)}`;
  if (!scope.withholds) return table;
  const shown = type === 'Citation' ? [isShown('t.fact_id'), isShown('t.source_id')] : [isShown('t.id')];
  return `(SELECT t.* FROM ${table} t WHERE ${shown.join(' AND ')})`;
}

/** The condition that a row stood in the scope, to follow another with AND; empty at the head. */
export function stood(scope: Scope, alias: string): string {
  return scope.revision === undefined
    ? ''
    : ` AND ${alias}.rev_from <= ${scope.revision} AND ${alias}.rev_to > ${scope.revision}`;
}

/** The conditions under which what an id names is shown in a scope. */
export function shownIn(scope: Scope, id: string): string[] {
  return scope.withholds ? [isShown(id)] : [];
}

/** SQL for an id to which something leads that is shown itself: NULL where what it names is withheld. */
export function idIn(scope: Scope, id: string): string {
  return scope.withholds ? `(CASE WHEN ${isShown(id)} THEN ${id} END)` : id;
}

// Whatever cannot be without a fact that is withheld is withheld with it: the ledger sees to that with each merge.
function isShown(id: string): string {
  return `NOT EXISTS (SELECT FROM ledger.withheld_fact wh WHERE wh.id = ${id})`;
}
