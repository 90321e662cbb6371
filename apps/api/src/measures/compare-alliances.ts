import { allianceScales, crossTable, portfolios, type Tie } from '@chancery/measures';
import { covers, type Obligations, overlap, type Period } from '@chancery/reader';
import type { TableMeasure } from './catalogue.ts';
import { type Compare, incomparable, uncovered, withinSystem } from './comparison.ts';
import type { SettledOptions } from './options.ts';
import { tableOptions } from './table-options.ts';

/** The scheme of the codes by which the alliances of a source are known. */
export const allianceSchemes = { COW: 'COW_ALLIANCE', COW_BY_DYAD: 'COW_ALLIANCE_DYAD', ATOP: 'ATOP' } as const;

const sources = {
  COW: 'alliances of the Correlates of War',
  COW_BY_DYAD: 'alliances of the Correlates of War by dyad and year',
  ATOP: 'alliances of ATOP',
} as const;

/** Compares portfolios of alliances: the strongest obligation toward every state of the system. */
export function compareAlliances(obligations: Obligations, measure: TableMeasure, options: SettledOptions): Compare {
  const scale = allianceScales[options.scale];
  const how = tableOptions(options);
  return (members, window) => {
    if (!covers(obligations.coverage, window.year)) {
      const none = incomparable(uncovered(sources[options.alliances], obligations.coverage));
      return () => none;
    }
    const system = [...members.keys()];
    const ties = portfolios(system, tiesIn(obligations, options, window), scale.levels.length - 1);
    const places = new Map(system.map((state, at) => [state, at]));
    // A target that was given no weight is left out.
    const given = options.targetWeights;
    const weights = given && Float64Array.from(members.values(), ({ code }) => given.get(code) ?? Number.NaN);
    const compare = (one: string, other: string) => {
      const [x, y] = [ties.get(one), ties.get(other)];
      if (!x || !y) throw new Error(`${x ? other : one} is in the system, and has no portfolio`);
      const first = options.selfTies ? x : without(x, places.get(one), places.get(other));
      const table = crossTable(scale, first, y, weights ?? undefined);
      return { ...measure.of(table, how), unknown: null };
    };
    return withinSystem(members, window, options, compare);
  };
}

/** The ties that hold on a day of the window. */
export function* tiesIn(
  { owed }: Obligations,
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
