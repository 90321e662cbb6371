import { unmeasured } from '@chancery/measures';
import {
  daysOfYear,
  exerciseStatuses,
  type MeasureData,
  type Period,
  type Seen,
  type SystemState,
  yearOf,
} from '@chancery/reader';
import { apiError } from '../errors.ts';
import { type MeasureName, measureOf } from './catalogue.ts';
import { compareAlliances } from './compare-alliances.ts';
import { compareEvents } from './compare-events.ts';
import { compareExercises } from './compare-exercises.ts';
import { compareMemberships } from './compare-memberships.ts';
import { compareVotes, votersIn } from './compare-votes.ts';
import {
  type Compare,
  type Comparison,
  type DyadValue,
  incomparable,
  type Member,
  membersIn,
  notInSystem,
  populationIn,
  type RatedDyadValue,
} from './comparison.ts';
import { type Contract, contractOf } from './contract.ts';
import { type Coverage, coverageOf, type DataSet, dataSetOf } from './coverage.ts';
import { type MeasureOptions, type SettledOptions, settle } from './options.ts';
import { type Window, windowOfYear } from './window.ts';

/** What is asked for: which measure, by which options, of the register as who sees it. */
export interface MeasureRequest {
  readonly name: MeasureName;
  readonly options?: MeasureOptions | null | undefined;
  readonly seen: Seen;
}

/** Two states. */
export type Pair = readonly [one: string, other: string];

/** A value with all that one needs to check it. */
export type MeasuredValue = Contract & RatedDyadValue & Pick<Window, 'year' | 'on'>;

/** What two are to one another in one year. */
export interface SeriesPoint extends RatedDyadValue {
  readonly year: number;
}

/** A measure of two, year by year. */
export type MeasuredSeries = Contract & { readonly from: number; readonly to: number; readonly points: SeriesPoint[] };

/** A window in which any two states can be compared, with its contract. */
export type MeasuredComparison = Comparison & { readonly contract: Contract };

/** The most years of one series. */
export const maxYears = 300;

/** Reckons measures from the register. */
export interface MeasureEngine {
  /** One measure of two, in one window. */
  readonly value: (asked: MeasureRequest, pair: Pair, window: Window) => Promise<MeasuredValue>;
  /** One measure of two, in each year from one to another. */
  readonly series: (asked: MeasureRequest, pair: Pair, from: number, to: number) => Promise<MeasuredSeries>;
  /** All states of the system in one window, and how any two of them compare. */
  readonly comparison: (asked: MeasureRequest, window: Window) => Promise<MeasuredComparison>;
  /** The states of the system in a window. */
  readonly members: (
    seen: Seen,
    system: SettledOptions['system'],
    window: Window,
  ) => Promise<ReadonlyMap<string, Member>>;
  /** All states of the register, with their numbers in a system. */
  readonly states: (seen: Seen, system: SettledOptions['system']) => Promise<readonly SystemState[]>;
  /** What the register covers of a data set over a span of days. */
  readonly coverage: (
    seen: Seen,
    dataSet: DataSet,
    span: Period,
    rule: SettledOptions['coverage'],
  ) => Promise<Coverage>;
}

/** Makes what computes measures from data. */
export function createMeasureEngine(data: MeasureData): MeasureEngine {
  const members = async (seen: Seen, system: SettledOptions['system'], window: Window) =>
    membersIn(await data.system(seen, system), window);
  return {
    members,
    states: (seen, system) => data.system(seen, system),
    coverage: async (seen, dataSet, span, rule) =>
      coverageOf(await data.coverages(seen), dataSet, span, { rule, seen }),
    value: async ({ name, options, seen }, pair, window) => {
      const settled = settle(name, options ?? {});
      const computed = await computing(data, { name, settled, seen, of: pair }, window);
      const { compare } = computed.within(window);
      return {
        ...contractOf(name, settled, seen.revision, computed.coverage),
        ...compare(...pair),
        year: window.year,
        on: window.on,
      };
    },
    series: async ({ name, options, seen }, pair, from, to) => {
      checkYears(from, to);
      const settled = settle(name, options ?? {});
      const span = { from: daysOfYear(from).from, to: daysOfYear(to).to };
      const computed = await computing(data, { name, settled, seen, of: pair }, { ...span, on: null });
      const points = Array.from({ length: to - from + 1 }, (_, at): SeriesPoint => {
        const window = windowOfYear(from + at);
        return { year: window.year, ...computed.within(window).compare(...pair) };
      });
      return { ...contractOf(name, settled, seen.revision, computed.coverage), from, to, points };
    },
    comparison: async ({ name, options, seen }, window) => {
      const settled = settle(name, options ?? {});
      const computed = await computing(data, { name, settled, seen }, window);
      const { members: population, compare } = computed.within(window);
      return {
        contract: contractOf(name, settled, seen.revision, computed.coverage),
        window,
        members: [...population.values()],
        compare,
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
  if (to < from) throw apiError('BAD_USER_INPUT', 'The years run from the earlier to the later.');
  if (to - from >= maxYears)
    throw apiError(
      'BAD_USER_INPUT',
      `At most ${maxYears} years can be asked for at once, and these are ${to - from + 1}.`,
    );
}

interface Comparing {
  readonly name: MeasureName;
  readonly settled: SettledOptions;
  readonly seen: Seen;
  /** Only these two are compared. */
  readonly of?: Pair;
}

/** What is read for a measure over a span of days, and what compares within any window of it. */
interface Computing {
  readonly coverage: Coverage;
  readonly within: (window: Window) => {
    readonly members: ReadonlyMap<string, Member>;
    readonly compare: Comparison['compare'];
  };
}

/** Reads what a measure needs over some days, once. */
async function computing(
  data: MeasureData,
  { name, settled, seen, of }: Comparing,
  span: Period & Pick<Window, 'on'>,
): Promise<Computing> {
  const { basis, minimum, ...measure } = measureOf(name);
  // Votes and exercises are those of the calendar year, whichever day of it is asked for.
  const isYearly = basis === 'VOTES' || basis === 'EXERCISES';
  const days = isYearly ? { from: daysOfYear(yearOf(span.from)).from, to: daysOfYear(yearOf(span.to)).to } : span;
  const coverage = coverageOf(await data.coverages(seen), dataSetOf(name, settled), days, {
    rule: settled.coverage,
    seen,
  });
  const states = await data.system(seen, settled.system);
  const { compare, votersOf } = await comparer(
    data,
    { name, settled, seen, of, sources: coverage.sources },
    span,
    days,
  );
  const isCount =
    basis === 'MEMBERSHIPS' || basis === 'EXERCISES' ? 'of' in measure && measure.of !== 'jaccard' : false;
  const within: Computing['within'] = (window) => {
    const missing = coverage.missing(isYearly ? daysOfYear(window.year) : window);
    if (missing)
      return { members: membersIn(states, window), compare: () => judged(missing, { minimum, isSample: false }) };
    const voters = votersOf?.(window.year);
    const members = voters ? populationIn(states, window, (id) => voters.has(id)) : membersIn(states, window);
    const outside = incomparable(
      'NOT_IN_SYSTEM',
      voters ? `One of the two was no voter of the General Assembly in ${window.year}.` : notInSystem(window, settled),
    );
    const compareIn = compare(members, window);
    return {
      members,
      compare: (one, other) => {
        if (!members.has(one) || !members.has(other)) return judged(outside, { minimum, isSample: false });
        const compared = compareIn(one, other);
        const isNothing = coverage.isSample && isCount && compared.value === 0;
        return judged(isNothing ? noneInSample(compared) : compared, { minimum, isSample: coverage.isSample });
      },
    };
  };
  return { coverage, within };
}

function judged(compared: DyadValue, { minimum, isSample }: { minimum: number; isSample: boolean }): RatedDyadValue {
  const hasValue = compared.value !== null;
  return {
    ...compared,
    belowMinimum: hasValue && compared.n < minimum,
    completeness: hasValue ? (isSample ? 'SAMPLE' : 'COMPLETE') : null,
  };
}

function noneInSample({ n, unknown }: DyadValue): DyadValue {
  return { ...unmeasured('TOO_FEW', 'The register holds a sample, and none of it is of the two.', n), unknown };
}

interface Comparer {
  readonly compare: Compare;
  /** Of votes: who could vote in a year. */
  readonly votersOf?: (year: number) => ReadonlySet<string>;
}

async function comparer(
  data: MeasureData,
  {
    name,
    settled,
    seen,
    of,
    sources,
  }: Comparing & { readonly of: Pair | undefined; readonly sources: readonly string[] | undefined },
  span: Period & Pick<Window, 'on'>,
  days: Period,
): Promise<Comparer> {
  const measure = measureOf(name);
  const request = { ...seen, from: days.from, to: days.to, ...(of ? { of } : {}), sources };
  switch (measure.basis) {
    case 'VOTES': {
      const votes = await data.votes(request);
      return { compare: compareVotes(votes, measure, settled), votersOf: (year) => votersIn(votes, year) };
    }
    case 'ALLIANCES':
      return { compare: compareAlliances(await data.obligations(request), measure, settled) };
    case 'MEMBERSHIPS':
      return { compare: compareMemberships(await data.memberships(request), measure, settled) };
    case 'EXERCISES': {
      const statuses = name === 'ANNOUNCED_EXERCISES' ? exerciseStatuses.announced : exerciseStatuses.held;
      return { compare: compareExercises(await data.exercises(request, statuses), measure) };
    }
    case 'EVENTS':
      // On a day all events up to it count, as on the ladder.
      return {
        compare: compareEvents(
          await data.events(span.on === null ? request : { ...request, from: Number.NEGATIVE_INFINITY }),
          measure,
        ),
      };
    default:
      return measure satisfies never;
  }
}
