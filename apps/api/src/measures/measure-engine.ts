import { noStatistic } from '@chancery/measures';
import {
  daysOfYear,
  exerciseStatuses,
  type MeasureData,
  type Period,
  type RegisterView,
  type SystemState,
  yearOf,
} from '@chancery/reader';
import { apiError } from '../errors.ts';
import { limits } from '../limits/limits.ts';
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
  type Member,
  membersIn,
  noDyadValue,
  notInSystemReason,
  populationIn,
  type RatedDyadValue,
} from './comparison.ts';
import { type Contract, contractOf } from './contract.ts';
import { type Coverage, coverageOf, type DataSet, dataSetOf } from './coverage.ts';
import { type MeasureOptions, type ResolvedOptions, resolveOptions } from './options.ts';
import { type Window, windowOfYear } from './window.ts';

/** A request for a measure: its name and options, the revision to read, and whether withheld facts count. */
export interface MeasureRequest {
  readonly name: MeasureName;
  readonly options?: MeasureOptions | null | undefined;
  readonly view: RegisterView;
}

/** The ids of two states. */
export type Pair = readonly [a: string, b: string];

/** The value of a measure for two states, with its window and the contract needed to reproduce it. */
export type MeasuredValue = Contract & RatedDyadValue & Pick<Window, 'year' | 'on'>;

/** The value of a measure for two states in one year. */
export interface SeriesPoint extends RatedDyadValue {
  readonly year: number;
}

/** A measure of two states, with one point for each year, and the contract needed to reproduce it. */
export type MeasuredSeries = Contract & { readonly from: number; readonly to: number; readonly points: SeriesPoint[] };

/** The comparison of the states of a window, with the contract needed to reproduce its values. */
export type MeasuredComparison = Comparison & { readonly contract: Contract };

/** Computes measures from the register. */
export interface MeasureEngine {
  /** Computes a measure of two states in one window. */
  readonly value: (request: MeasureRequest, pair: Pair, window: Window) => Promise<MeasuredValue>;
  /** Computes a measure of two states in each year from `from` to `to`. */
  readonly series: (request: MeasureRequest, pair: Pair, from: number, to: number) => Promise<MeasuredSeries>;
  /** Returns the states that the measure compares in one window, and a function that compares any two of them. */
  readonly comparison: (request: MeasureRequest, window: Window) => Promise<MeasuredComparison>;
  /** Returns the states of the system in a window, by id. */
  readonly members: (
    view: RegisterView,
    system: ResolvedOptions['system'],
    window: Window,
  ) => Promise<ReadonlyMap<string, Member>>;
  /** Returns all states of the register, each with its numbers in a system, if it has any. */
  readonly states: (view: RegisterView, system: ResolvedOptions['system']) => Promise<readonly SystemState[]>;
  /** Returns what the register covers of a data set over a span of days; see `coverageOf`. */
  readonly coverage: (
    view: RegisterView,
    dataSet: DataSet,
    span: Period,
    rule: ResolvedOptions['coverage'],
  ) => Promise<Coverage>;
}

/** Creates a measure engine that reads its data from `data`. */
export function createMeasureEngine(data: MeasureData): MeasureEngine {
  const members = async (view: RegisterView, system: ResolvedOptions['system'], window: Window) =>
    membersIn(await data.system(view, system), window);
  return {
    members,
    states: (view, system) => data.system(view, system),
    coverage: async (view, dataSet, span, rule) =>
      coverageOf(await data.coverages(view), dataSet, span, { rule, view }),
    value: async ({ name, options, view }, pair, window) => {
      const resolved = resolveOptions(name, options ?? {});
      const prepared = await prepare(data, { name, resolved, view, of: pair }, window);
      const { compare } = prepared.within(window);
      return {
        ...contractOf(name, resolved, view.revision, prepared.coverage),
        ...compare(...pair),
        year: window.year,
        on: window.on,
      };
    },
    series: async ({ name, options, view }, pair, from, to) => {
      checkYears(from, to);
      const resolved = resolveOptions(name, options ?? {});
      const span = { from: daysOfYear(from).from, to: daysOfYear(to).to };
      const prepared = await prepare(data, { name, resolved, view, of: pair }, { ...span, on: null });
      const points = Array.from({ length: to - from + 1 }, (_, at): SeriesPoint => {
        const window = windowOfYear(from + at);
        return { year: window.year, ...prepared.within(window).compare(...pair) };
      });
      return { ...contractOf(name, resolved, view.revision, prepared.coverage), from, to, points };
    },
    comparison: async ({ name, options, view }, window) => {
      const resolved = resolveOptions(name, options ?? {});
      const prepared = await prepare(data, { name, resolved, view }, window);
      const { members: population, compare } = prepared.within(window);
      return {
        contract: contractOf(name, resolved, view.revision, prepared.coverage),
        window,
        members: [...population.values()],
        compare,
      };
    },
  };
}

/**
 * Checks the first and the last year of a series.
 * @throws GraphQLError BAD_USER_INPUT for invalid years, years in the wrong order or too many years.
 */
export function checkYears(from: number, to: number): void {
  windowOfYear(from);
  windowOfYear(to);
  if (to < from) throw apiError('BAD_USER_INPUT', 'The first year (from) must not be later than the last year (to).');
  if (to - from >= limits.years)
    throw apiError('BAD_USER_INPUT', `At most ${limits.years} years can be requested at once, not ${to - from + 1}.`);
}

interface ComparisonRequest {
  readonly name: MeasureName;
  readonly resolved: ResolvedOptions;
  readonly view: RegisterView;
  /** If set, only these two states are compared. */
  readonly of?: Pair;
}

/** The data of a measure over a span of days, ready to compare states in any window within the span. */
interface PreparedMeasure {
  readonly coverage: Coverage;
  readonly within: (window: Window) => {
    readonly members: ReadonlyMap<string, Member>;
    readonly compare: Comparison['compare'];
  };
}

/** Reads the data that a measure needs over a span of days, and prepares the comparison in windows within it. */
async function prepare(
  data: MeasureData,
  { name, resolved, view, of }: ComparisonRequest,
  span: Period & Pick<Window, 'on'>,
): Promise<PreparedMeasure> {
  const { basis, minimum, ...measure } = measureOf(name);
  // Votes and exercises are counted by calendar year, even when a day is requested.
  const isYearly = basis === 'VOTES' || basis === 'EXERCISES';
  const days = isYearly ? { from: daysOfYear(yearOf(span.from)).from, to: daysOfYear(yearOf(span.to)).to } : span;
  const coverage = coverageOf(await data.coverages(view), dataSetOf(name, resolved), days, {
    rule: resolved.coverage,
    view,
  });
  const states = await data.system(view, resolved.system);
  const { compare, votersOf } = await comparer(
    data,
    { name, resolved, view, of, sources: coverage.sources },
    span,
    days,
  );
  const isCount =
    basis === 'MEMBERSHIPS' || basis === 'EXERCISES' ? 'of' in measure && measure.of !== 'jaccard' : false;
  const within: PreparedMeasure['within'] = (window) => {
    const missing = coverage.missing(isYearly ? daysOfYear(window.year) : window);
    if (missing)
      return { members: membersIn(states, window), compare: () => rate(missing, { minimum, isSample: false }) };
    const voters = votersOf?.(window.year);
    const members = voters ? populationIn(states, window, (id) => voters.has(id)) : membersIn(states, window);
    const outside = noDyadValue(
      'NOT_IN_SYSTEM',
      voters
        ? `The register has no ballot of at least one of the two states in the General Assembly in ${window.year}.`
        : notInSystemReason(window, resolved),
    );
    const compareIn = compare(members, window);
    return {
      members,
      compare: (a, b) => {
        if (!members.has(a) || !members.has(b)) return rate(outside, { minimum, isSample: false });
        const compared = compareIn(a, b);
        const isEmptySample = coverage.isSample && isCount && compared.value === 0;
        return rate(isEmptySample ? noneInSample(compared) : compared, { minimum, isSample: coverage.isSample });
      },
    };
  };
  return { coverage, within };
}

function rate(compared: DyadValue, { minimum, isSample }: { minimum: number; isSample: boolean }): RatedDyadValue {
  const hasValue = compared.value !== null;
  return {
    ...compared,
    belowMinimum: hasValue && compared.n < minimum,
    completeness: hasValue ? (isSample ? 'SAMPLE' : 'COMPLETE') : null,
  };
}

function noneInSample({ n, unknown }: DyadValue): DyadValue {
  return {
    ...noStatistic(
      'TOO_FEW',
      'The count is 0, but the register holds only a sample, so the true number is unknown.',
      n,
    ),
    unknown,
  };
}

interface Comparer {
  readonly compare: Compare;
  /** For votes: returns the ids of the states that could vote in a year. */
  readonly votersOf?: (year: number) => ReadonlySet<string>;
}

async function comparer(
  data: MeasureData,
  {
    name,
    resolved,
    view,
    of,
    sources,
  }: ComparisonRequest & { readonly of: Pair | undefined; readonly sources: readonly string[] | undefined },
  span: Period & Pick<Window, 'on'>,
  days: Period,
): Promise<Comparer> {
  const measure = measureOf(name);
  const request = { ...view, from: days.from, to: days.to, ...(of ? { of } : {}), sources };
  switch (measure.basis) {
    case 'VOTES': {
      const votes = await data.votes(request);
      return { compare: compareVotes(votes, measure, resolved), votersOf: (year) => votersIn(votes, year) };
    }
    case 'ALLIANCES':
      return { compare: compareAlliances(await data.obligations(request), measure, resolved) };
    case 'MEMBERSHIPS':
      return { compare: compareMemberships(await data.memberships(request), measure, resolved) };
    case 'EXERCISES': {
      const statuses = name === 'ANNOUNCED_EXERCISES' ? exerciseStatuses.announced : exerciseStatuses.held;
      return { compare: compareExercises(await data.exercises(request, statuses), measure) };
    }
    case 'EVENTS':
      // For a day, all events up to that day count.
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
