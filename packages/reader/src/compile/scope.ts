import { type TypeName, tableOf } from '@chancery/codebook';

/** Which state of the register is read: the head, or a past revision; and the day on which `on` falls by default. */
export interface Scope {
  /** Distinguishes scopes where results may be shared. */
  readonly name: string;
  /** The schema that holds the rows. */
  readonly schema: 'register' | 'history';
  /** SQL for the number of the revision, for a past one. */
  readonly revision?: string;
  /** SQL for the default of `on`. */
  readonly on: string;
}

/** The table of a type, or another table of the register, in a scope. */
export function tableIn(scope: Scope, type: TypeName | 'fact' | 'tombstone'): string {
  return `${scope.schema}.${type === 'fact' || type === 'tombstone' ? type : tableOf(type)}`;
}

/** The condition that a row stood in the scope, to follow another with AND; empty at the head. */
export function stood(scope: Scope, alias: string): string {
  return scope.revision === undefined
    ? ''
    : ` AND ${alias}.rev_from <= ${scope.revision} AND ${alias}.rev_to > ${scope.revision}`;
}
