import type { ReasonCode } from '@chancery/measures';
import { allDyads, type ThrowIfCancelled } from './all-dyads.ts';
import type { Member } from './comparison.ts';
import type { Contract } from './contract.ts';
import type { MeasureEngine, MeasureRequest } from './measure-engine.ts';
import type { Window } from './window.ts';

/** A measure for all dyads of a system, with the contract needed to reproduce it. */
export interface Matrix extends Contract, Pick<Window, 'year' | 'on'> {
  /** The states in the order of rows and columns. */
  readonly states: readonly Member[];
  /** The number of dyads with a value. */
  readonly n: number;
  /** The values; null where there is none and on the diagonal. */
  readonly values: readonly (readonly (number | null)[])[];
  /** The number of observations behind each value, in the same layout. */
  readonly compared: readonly (readonly (number | null)[])[];
  readonly reasons: readonly { readonly reason: string; readonly reasonCode: ReasonCode; readonly dyads: number }[];
}

/** Computes a measure for all dyads of a window. */
export async function computeMatrix(
  engine: MeasureEngine,
  request: MeasureRequest,
  window: Window,
  throwIfCancelled: ThrowIfCancelled,
): Promise<Matrix> {
  const comparison = await engine.comparison(request, window);
  const { contract, members } = comparison;
  const empty = () => members.map(() => new Array<number | null>(members.length).fill(null));
  const [values, compared] = [empty(), empty()];
  const reasons = new Map<string, { reasonCode: ReasonCode; dyads: number }>();
  let [row, n] = [0, 0];
  for (const { others } of allDyads(comparison, throwIfCancelled)) {
    for (const [at, { value, reason, reasonCode, n: observations }] of others.entries()) {
      const column = row + 1 + at;
      if (reason !== null && reasonCode !== null)
        reasons.set(reason, { reasonCode, dyads: (reasons.get(reason)?.dyads ?? 0) + 1 });
      else n += 1;
      for (const [i, j] of [
        [row, column],
        [column, row],
      ] as const) {
        (values[i] ?? [])[j] = value;
        (compared[i] ?? [])[j] = observations;
      }
    }
    row += 1;
  }
  return {
    ...contract,
    ...{ year: window.year, on: window.on, states: members, n, values, compared },
    reasons: [...reasons].map(([reason, rest]) => ({ reason, ...rest })),
  };
}
