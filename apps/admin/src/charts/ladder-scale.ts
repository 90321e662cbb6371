/** The events of one year of a ladder. */
export interface LadderYear {
  /** Null for events without a date. */
  readonly year: number | null;
  readonly cooperation: number;
  readonly conflict: number;
  readonly n: number;
}

/** The scale of a ladder. One unit has the same height above the line and below it. */
export interface LadderScale {
  /** The years from first to last, including those without events. */
  readonly years: readonly LadderYear[];
  /** Events without a date, which have their own column. */
  readonly undated: LadderYear | undefined;
  readonly top: number;
  readonly bottom: number;
  /** Values of the axis, cooperation above zero and conflict below. */
  readonly ticks: readonly number[];
}

/** The minimum number of years of a ladder, so that two events do not fill the page. */
const minYears = 16;

/** Computes the scale of a ladder that ends at the year `until` or at its last event, whichever is later. */
export function ladderScale(ladderYears: readonly LadderYear[], until: number): LadderScale {
  const dated = ladderYears.flatMap(({ year, ...sums }) => (year === null ? [] : [{ year, ...sums }]));
  const last = Math.max(until, ...dated.map(({ year }) => year));
  const first = Math.min(last - minYears + 1, ...dated.map(({ year }) => year));
  const years = Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    return dated.find((entry) => entry.year === year) ?? { year, cooperation: 0, conflict: 0, n: 0 };
  });
  const highest = Math.max(0, ...ladderYears.map(({ cooperation }) => cooperation));
  const lowest = Math.max(0, ...ladderYears.map(({ conflict }) => conflict));
  const step = stepFor(Math.max(highest, lowest));
  const top = Math.max(step, Math.ceil(highest / step) * step);
  const bottom = Math.max(step, Math.ceil(lowest / step) * step);
  const ticks = Array.from({ length: Math.round((top + bottom) / step) + 1 }, (_, at) => at * step - bottom);
  return { years, undated: ladderYears.find(({ year }) => year === null), top, bottom, ticks };
}

/** Returns a step of 1, 2 or 5 times a power of ten, at least 1, that divides the greatest value into at most five parts. */
function stepFor(greatest: number): number {
  const rough = Math.max(greatest, 4) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= rough) ?? 10 * power;
}
