import { allianceScales, crossTable, portfolios, type Tie } from '@chancery/measures';
import { type OwedObligation, overlap, type Period } from '@chancery/reader';
import type { TableMeasure } from './catalogue.ts';
import type { Compare } from './comparison.ts';
import type { SettledOptions } from './options.ts';
import { tableOptions } from './table-options.ts';

/** Compares portfolios of alliances: the strongest obligation toward every state of the system. */
export function compareAlliances(
  obligations: readonly OwedObligation[],
  measure: TableMeasure,
  options: SettledOptions,
): Compare {
  const scale = allianceScales[options.scale];
  const how = tableOptions(options);
  return (members, window) => {
    const system = [...members.keys()];
    const ties = portfolios(system, tiesIn(obligations, options, window), scale.levels.length - 1);
    const places = new Map(system.map((state, at) => [state, at]));
    // A target that was given no weight is left out.
    const given = options.targetWeights;
    const weights = given && Float64Array.from(members.values(), ({ code }) => given.get(code) ?? Number.NaN);
    return (one, other) => {
      const [x, y] = [ties.get(one), ties.get(other)];
      if (!x || !y) throw new Error(`${x ? other : one} is in the system, and has no portfolio`);
      const first = options.selfTies ? x : without(x, places.get(one), places.get(other));
      const table = crossTable(scale, first, y, weights ?? undefined);
      return { ...measure.of(table, how), unknown: null };
    };
  };
}

/** The ties that hold on a day of the window. */
export function* tiesIn(
  owed: readonly OwedObligation[],
  { scale, direction }: Pick<SettledOptions, 'scale' | 'direction'>,
  window: Period,
): Generator<Tie> {
  const { placeOf } = allianceScales[scale];
  for (const obligation of owed) {
    if (!overlap(obligation, window)) continue;
    const place = placeOf(obligation.kind);
    yield { from: obligation.owes, to: obligation.due, place };
    if (direction === 'EITHER') yield { from: obligation.due, to: obligation.owes, place };
  }
}

function without(portfolio: Int8Array, ...places: readonly (number | undefined)[]): Int8Array {
  const left = portfolio.slice();
  for (const place of places) if (place !== undefined) left[place] = -1;
  return left;
}
