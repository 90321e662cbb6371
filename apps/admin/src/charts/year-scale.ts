/** One year of a chart: a number, or the reason why there is none. */
export interface ChartYear {
  readonly year: number;
  readonly value: number | null;
  readonly n: number;
  readonly reason: string | null;
  /** The code of the reason. Adjacent years with the same code form one gap. */
  readonly reasonCode?: string | null;
  /** Whether the number is based on too few cases to be reliable. Such a number is drawn hollow. */
  readonly belowMinimum?: boolean;
}

/** The axis of a chart by year. */
export interface YearScale {
  readonly bottom: number;
  readonly top: number;
  readonly ticks: readonly number[];
}

/** Computes the axis: between `ends`, if they are given, otherwise from 0 to the highest value or above. */
export function yearScale(years: readonly ChartYear[], ends?: readonly [bottom: number, top: number]): YearScale {
  if (ends) {
    const [bottom, top] = ends;
    return { bottom, top, ticks: [bottom, (bottom + top) / 2, top] };
  }
  const highest = Math.max(0, ...years.map(({ value }) => value ?? 0));
  const power = 10 ** Math.floor(Math.log10(Math.max(2, highest) / 2));
  const step = [1, 2, 5, 10].map((times) => times * power).find((candidate) => candidate * 2 >= highest) ?? 10 * power;
  const wholeStep = Math.max(1, step);
  return { bottom: 0, top: 2 * wholeStep, ticks: [0, wholeStep, 2 * wholeStep] };
}

/**
 * Returns the gaps of a chart, each as the indexes of its first and last year. A gap is a run of adjacent years that have
 * no number for the same reason.
 */
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

/** Returns the index of the first year in which at least one of several series has a number; 0 if none has any. */
export function firstYearIndex(series: readonly (readonly ChartYear[])[]): number {
  const first = Math.min(
    ...series.map((years) => years.findIndex(({ value }) => value !== null)).filter((at) => at >= 0),
  );
  return Number.isFinite(first) ? first : 0;
}
