/** What a chart shows of one year: a number, or why there is none. */
export interface ChartYear {
  readonly year: number;
  readonly value: number | null;
  readonly n: number;
  readonly reason: string | null;
  /** Why there is no number, as a code: runs of years are told apart by it. */
  readonly reasonCode?: string | null;
  /** Whether the number rests on too few things to say much: it is drawn hollow. */
  readonly belowMinimum?: boolean;
}

/** The axis of a chart by year. */
export interface YearScale {
  readonly bottom: number;
  readonly top: number;
  readonly ticks: readonly number[];
}

/** The axis for values: between ends that are given, or from 0 as high as they reach. */
export function yearScale(years: readonly ChartYear[], ends?: readonly [bottom: number, top: number]): YearScale {
  if (ends) {
    const [bottom, top] = ends;
    return { bottom, top, ticks: [bottom, (bottom + top) / 2, top] };
  }
  const highest = Math.max(0, ...years.map(({ value }) => value ?? 0));
  const power = 10 ** Math.floor(Math.log10(Math.max(2, highest) / 2));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one * 2 >= highest) ?? 10 * power;
  const whole = Math.max(1, step);
  return { bottom: 0, top: 2 * whole, ticks: [0, whole, 2 * whole] };
}

/** The runs of years without a number for one reason, by their places. */
export function gapsOf(years: readonly ChartYear[]): { readonly from: number; readonly to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  for (const [at, { value, reasonCode }] of years.entries()) {
    if (value !== null) continue;
    const last = gaps.at(-1);
    if (last?.to === at - 1 && years[at - 1]?.reasonCode === reasonCode) last.to = at;
    else gaps.push({ from: at, to: at });
  }
  return gaps;
}

/** The places of the first and the last year that the charts of several measures share: where any has a number, to the end. */
export function shownFrom(all: readonly (readonly ChartYear[])[]): number {
  const first = Math.min(...all.map((years) => years.findIndex(({ value }) => value !== null)).filter((at) => at >= 0));
  return Number.isFinite(first) ? first : 0;
}
