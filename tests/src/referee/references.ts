import type { FactTypeName } from '@chancery/codebook';
import type { RegisterState, Thing } from './register-state.ts';
import { storedDate } from './values.ts';

/** An actor by its id or by a code. */
export interface Reference {
  readonly id?: string | null;
  readonly code?: string | null;
  readonly scheme?: string | null;
}

/** What a reference leads to on a day; both parts must agree where both are given. */
export function referTo(
  state: RegisterState,
  { id, code, scheme }: Reference,
  types: readonly FactTypeName[],
  on: string,
  usual: string,
): Thing | null {
  const isOf = (thing: Thing | null) => (thing && types.includes(thing.__typename as FactTypeName) ? thing : null);
  const byId = typeof id === 'string' ? isOf(state.fact(id)) : undefined;
  const byCode = typeof code === 'string' ? called(state, code, scheme ?? usual, on).find(isOf) : undefined;
  if (typeof id === 'string' && typeof code === 'string')
    return byId && byCode && byId.row.id === byCode.row.id ? byId : null;
  return byId ?? byCode ?? null;
}

/** The facts that have a code on a day. */
function called(state: RegisterState, code: string, scheme: string, on: string): Thing[] {
  return state
    .all('ExternalCode')
    .filter(({ row }) => {
      const period = storedDate(row, 'validity');
      const [from, to] = [period?.earliest ?? '-infinity', period?.latest ?? 'infinity'];
      return row.value === code && row.scheme === scheme && from <= on && on <= to;
    })
    .flatMap(({ row }) => state.fact(row.of_id) ?? []);
}
