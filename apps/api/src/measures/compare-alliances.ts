import { allianceScales, crossTable, portfolios, type Tie } from '@chancery/measures';
import { type OwedObligation, type Period, periodsOverlap } from '@chancery/reader';
import type { TableMeasure } from './catalogue.ts';
import type { Compare } from './comparison.ts';
import type { ResolvedOptions } from './options.ts';
import { tableOptions } from './table-options.ts';

/** Compares the alliance portfolios of two states: for each state of the system, the strongest obligation toward it. */
export function compareAlliances(
  obligations: readonly OwedObligation[],
  measure: TableMeasure,
  options: ResolvedOptions,
): Compare {
  const scale = allianceScales[options.scale];
  const formulaOptions = tableOptions(options);
  return (members, window) => {
    const system = [...members.keys()];
    const ties = portfolios(system, tiesIn(obligations, options, window), scale.levels.length - 1);
    const places = new Map(system.map((state, at) => [state, at]));
    // NaN leaves out a target without a weight.
    const { targetWeights } = options;
    const weights =
      targetWeights && Float64Array.from(members.values(), ({ code }) => targetWeights.get(code) ?? Number.NaN);
    return (a, b) => {
      const [x, y] = [ties.get(a), ties.get(b)];
      if (!x || !y) throw new Error(`${x ? b : a} is in the system but has no portfolio`);
      const first = options.selfTies ? x : without(x, places.get(a), places.get(b));
      const table = crossTable(scale, first, y, weights ?? undefined);
      return { ...measure.of(table, formulaOptions), unknown: null };
    };
  };
}

/** Yields the ties of the obligations that hold on at least one day of the window; with EITHER, in both directions. */
export function* tiesIn(
  owed: readonly OwedObligation[],
  { scale, direction }: Pick<ResolvedOptions, 'scale' | 'direction'>,
  window: Period,
): Generator<Tie> {
  const { placeOf } = allianceScales[scale];
  for (const obligation of owed) {
    if (!periodsOverlap(obligation, window)) continue;
    const place = placeOf(obligation.kind);
    yield { from: obligation.owedBy, to: obligation.owedTo, place };
    if (direction === 'EITHER') yield { from: obligation.owedTo, to: obligation.owedBy, place };
  }
}

function without(portfolio: Int8Array, ...places: readonly (number | undefined)[]): Int8Array {
  const reduced = portfolio.slice();
  for (const place of places) if (place !== undefined) reduced[place] = -1;
  return reduced;
}
