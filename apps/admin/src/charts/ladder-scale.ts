import { scaleLinear } from 'd3-scale';

/** The sums of the scored events in one year of a ladder. */
export interface LadderYear {
  /** Null for events without a known year. */
  readonly year: number | null;
  /** The sum of the scores above zero. */
  readonly cooperation: number;
  /** The sum of the scores below zero, as a positive number. */
  readonly conflict: number;
  /** The number of scored events. */
  readonly n: number;
}

/** The scale of a ladder. One unit has the same height above the line and below it. */
export interface LadderScale {
  /** The years from first to last, including those without events. */
  readonly years: readonly LadderYear[];
  /** The sums of events without a known year, which have their own column. */
  readonly undated: LadderYear | undefined;
  readonly top: number;
  /** The lower end of the axis, as a positive number. */
  readonly bottom: number;
  /** Values of the axis, cooperation above zero and conflict below. */
  readonly ticks: readonly number[];
}

/** The minimum number of years of a ladder, so that the bars of a few years do not become too wide. */
const minYears = 16;
/** The minimum length of the axis on either side of the line, so that both sides are shown. */
const minEnd = 1;
/** The approximate number of steps of the axis. */
const tickCount = 4;

/**
 * Computes the scale of a ladder. Its years end at `until` or with the last event, whichever is later, and start with
 * the first event, or earlier if there would be fewer than 16 years.
 */
export function ladderScale(ladderYears: readonly LadderYear[], until: number): LadderScale {
  const dated = ladderYears.flatMap(({ year, ...sums }) => (year === null ? [] : [{ year, ...sums }]));
  const last = Math.max(until, ...dated.map(({ year }) => year));
  const first = Math.min(last - minYears + 1, ...dated.map(({ year }) => year));
  const years = Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    return dated.find((entry) => entry.year === year) ?? { year, cooperation: 0, conflict: 0, n: 0 };
  });
  const lowest = -Math.max(minEnd, ...ladderYears.map(({ conflict }) => conflict));
  const highest = Math.max(minEnd, ...ladderYears.map(({ cooperation }) => cooperation));
  const axis = scaleLinear().domain([lowest, highest]).nice(tickCount);
  const [bottom = lowest, top = highest] = axis.domain();
  const undated = ladderYears.find(({ year }) => year === null);
  return { years, undated, top, bottom: -bottom, ticks: axis.ticks(tickCount) };
}
