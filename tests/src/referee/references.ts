import type { FactTypeName } from '@chancery/codebook';
import type { RegisterNode, RegisterState } from './register-state.ts';
import { storedDate } from './values.ts';

/** A reference to an actor by id, by code, or by both. */
export interface Reference {
  readonly id?: string | null;
  readonly code?: string | null;
  readonly scheme?: string | null;
}

/**
 * Returns the fact of the given types that a reference names on a day, or null if there is none. A code without a
 * scheme is one of `defaultScheme`. If the reference has both an id and a code, they must name the same fact.
 */
export function resolveReference(
  state: RegisterState,
  { id, code, scheme }: Reference,
  types: readonly FactTypeName[],
  on: string,
  defaultScheme: string,
): RegisterNode | null {
  const isOf = (node: RegisterNode | null) => (node && types.includes(node.__typename as FactTypeName) ? node : null);
  const byId = typeof id === 'string' ? isOf(state.fact(id)) : undefined;
  const byCode =
    typeof code === 'string' ? factsWithCode(state, code, scheme ?? defaultScheme, on).find(isOf) : undefined;
  if (typeof id === 'string' && typeof code === 'string')
    return byId && byCode && byId.row.id === byCode.row.id ? byId : null;
  return byId ?? byCode ?? null;
}

/** Returns the facts that have a code on a day. */
function factsWithCode(state: RegisterState, code: string, scheme: string, on: string): RegisterNode[] {
  return state
    .all('ExternalCode')
    .filter(({ row }) => {
      const period = storedDate(row, 'validity');
      const [from, to] = [period?.earliest ?? '-infinity', period?.latest ?? 'infinity'];
      return row.value === code && row.scheme === scheme && from <= on && on <= to;
    })
    .flatMap(({ row }) => state.fact(row.of_id) ?? []);
}
