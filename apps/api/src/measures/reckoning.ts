import { daysOfYear, exerciseStatuses, type MeasureData, type Period, type Seen } from '@chancery/reader';
import { fault } from '../faults.ts';
import { type MeasureName, measureOf } from './catalogue.ts';
import { allianceSchemes, compareAlliances } from './compare-alliances.ts';
import { compareEvents } from './compare-events.ts';
import { compareExercises } from './compare-exercises.ts';
import { compareMemberships } from './compare-memberships.ts';
import { compareVotes } from './compare-votes.ts';
import { type Compare, type Compared, type Comparison, type Member, membersIn } from './comparison.ts';
import { type Contract, contractOf } from './contract.ts';
import { type MeasureOptions, type SettledOptions, settle } from './options.ts';
import { type Window, windowOfYear } from './window.ts';

/** What is asked for: which measure, by which options, of the register as who sees it. */
export interface Asked {
  readonly name: MeasureName;
  readonly options?: MeasureOptions | null | undefined;
  readonly seen: Seen;
}

/** Two states. */
export type Pair = readonly [one: string, other: string];

/** A value with all that one needs to check it. */
export type MeasuredValue = Contract & Compared & Pick<Window, 'year' | 'on'>;

/** What two are to one another in one year. */
export interface SeriesPoint extends Compared {
  readonly year: number;
}

/** A measure of two, year by year. */
export type MeasuredSeries = Contract & { readonly from: number; readonly to: number; readonly points: SeriesPoint[] };

/** A window in which any two states can be compared, with its contract. */
export type MeasuredComparison = Comparison & { readonly contract: Contract };

/** The most years of one series. */
export const mostYears = 300;

/** Reckons measures from the register. */
export interface Reckoning {
  /** One measure of two, in one window. */
  readonly value: (asked: Asked, pair: Pair, window: Window) => Promise<MeasuredValue>;
  /** One measure of two, in each year from one to another. */
  readonly series: (asked: Asked, pair: Pair, from: number, to: number) => Promise<MeasuredSeries>;
  /** All states of the system in one window, and how any two of them compare. */
  readonly comparison: (asked: Asked, window: Window) => Promise<MeasuredComparison>;
  /** The states of the system in a window. */
  readonly members: (
    seen: Seen,
    system: SettledOptions['system'],
    window: Window,
  ) => Promise<ReadonlyMap<string, Member>>;
}

/** Makes what reckons measures from data. */
export function reckoning(data: MeasureData): Reckoning {
  const members = async (seen: Seen, system: SettledOptions['system'], window: Window) =>
    membersIn(await data.system(seen, system), window);
  return {
    members,
    value: async ({ name, options, seen }, pair, window) => {
      const settled = settle(name, options ?? {});
      const compare = await comparer(data, { name, settled, seen, of: pair }, window);
      const compared = compare(await members(seen, settled.system, window), window)(...pair);
      return { ...contractOf(name, settled, seen.revision), ...compared, year: window.year, on: window.on };
    },
    series: async ({ name, options, seen }, pair, from, to) => {
      checkYears(from, to);
      const settled = settle(name, options ?? {});
      const span = { from: daysOfYear(from).from, to: daysOfYear(to).to };
      const compare = await comparer(data, { name, settled, seen, of: pair }, { ...span, on: null });
      const states = await data.system(seen, settled.system);
      const points = Array.from({ length: to - from + 1 }, (_, at): SeriesPoint => {
        const window = windowOfYear(from + at);
        return { year: window.year, ...compare(membersIn(states, window), window)(...pair) };
      });
      return { ...contractOf(name, settled, seen.revision), from, to, points };
    },
    comparison: async ({ name, options, seen }, window) => {
      const settled = settle(name, options ?? {});
      const compare = await comparer(data, { name, settled, seen }, window);
      const known = await members(seen, settled.system, window);
      return {
        contract: contractOf(name, settled, seen.revision),
        window,
        members: [...known.values()],
        compare: compare(known, window),
      };
    },
  };
}

/**
 * Checks the years of a series.
 * @throws GraphQLError BAD_USER_INPUT for years that are none, in the wrong order or too many.
 */
export function checkYears(from: number, to: number): void {
  windowOfYear(from);
  windowOfYear(to);
  if (to < from) throw fault('BAD_USER_INPUT', 'The years run from the earlier to the later.');
  if (to - from >= mostYears)
    throw fault(
      'BAD_USER_INPUT',
      `At most ${mostYears} years can be asked for at once, and these are ${to - from + 1}.`,
    );
}

interface Comparing {
  readonly name: MeasureName;
  readonly settled: SettledOptions;
  readonly seen: Seen;
  /** Only these two are compared. */
  readonly of?: Pair;
}

/** Reads what a measure needs over some days, once, and gives what compares within any window of them. */
async function comparer(
  data: MeasureData,
  { name, settled, seen, of }: Comparing,
  span: Period & Pick<Window, 'on'>,
): Promise<Compare> {
  const measure = measureOf(name);
  const { from, to } = span;
  const request = { ...seen, from, to, ...(of ? { of } : {}) };
  // Votes and exercises are those of the calendar year, whichever day of it is asked for.
  const ofYears = {
    ...request,
    from: daysOfYear(Math.floor(from / 10_000)).from,
    to: daysOfYear(Math.floor(to / 10_000)).to,
  };
  switch (measure.basis) {
    case 'VOTES':
      return compareVotes(await data.votes(ofYears), measure, settled);
    case 'ALLIANCES':
      return compareAlliances(await data.obligations(request, allianceSchemes[settled.alliances]), measure, settled);
    case 'MEMBERSHIPS':
      return compareMemberships(
        await data.memberships(request, settled.organizations === 'ALL' ? null : settled.organizations),
        measure,
        settled,
      );
    case 'EXERCISES': {
      const statuses = name === 'ANNOUNCED_EXERCISES' ? exerciseStatuses.announced : exerciseStatuses.held;
      return compareExercises(await data.exercises(ofYears, statuses), measure, settled);
    }
    case 'EVENTS':
      // On a day all events up to it count, as on the ladder.
      return compareEvents(
        await data.events(span.on === null ? request : { ...request, from: Number.NEGATIVE_INFINITY }),
        measure,
      );
    default:
      throw new Error(`nobody reckons ${measure satisfies never}`);
  }
}
