import type { ReasonCode } from '@chancery/measures';
import type { Member, RatedDyadValue } from './comparison.ts';
import type { Contract } from './contract.ts';
import type { MeasureEngine, MeasureRequest } from './measure-engine.ts';
import type { Window } from './window.ts';

/** The other states of a system, ranked by a measure, with the contract needed to reproduce it. */
export interface Ranking extends Contract, Pick<Window, 'year' | 'on'> {
  /** Why no other state has a value; null if one has. */
  readonly reason: string | null;
  readonly reasonCode: ReasonCode | null;
  /** The number of other states with a value. */
  readonly n: number;
  /** All other states that have a value. */
  readonly partners: readonly (RatedDyadValue & { readonly state: Member })[];
}

/** Ranks the other states of the system by the value of a measure with one state, the highest or the lowest first. */
export async function computeRanking(
  engine: MeasureEngine,
  request: MeasureRequest,
  { state, lowest, window }: { readonly state: string; readonly lowest: boolean; readonly window: Window },
): Promise<Ranking> {
  const { contract, members, compare } = await engine.comparison(request, window);
  const all = members.filter(({ id }) => id !== state).map((other) => ({ state: other, ...compare(state, other.id) }));
  const partners = all.filter(({ value }) => value !== null);
  const sign = lowest ? 1 : -1;
  // Equal values keep the order of the population.
  const order = new Map(members.map(({ id }, at) => [id, at]));
  const placeOf = ({ state: { id } }: { state: { id: string } }) => order.get(id) ?? 0;
  partners.sort((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)) || placeOf(a) - placeOf(b));
  return {
    ...contract,
    ...{ year: window.year, on: window.on },
    ...(partners.length > 0
      ? { reason: null, reasonCode: null }
      : {
          reason: all[0]?.reason ?? 'The system of states has no other state at that time.',
          reasonCode: all[0]?.reasonCode ?? 'NOT_IN_SYSTEM',
        }),
    n: partners.length,
    partners,
  };
}
