import { wordsOf } from '@chancery/codebook';
import type { SeriesPartsFragment } from '../../generated/register/graphql.ts';

type Point = SeriesPartsFragment['points'][number];
type ReasonCode = NonNullable<Point['reasonCode']>;
/** What one source covers of the data set of a statistic. */
export type Coverage = SeriesPartsFragment['coverage'][number];

/** Why a year has no number, in a few words for a chart. */
const shortReasons: Readonly<Record<ReasonCode, string>> = {
  NOT_COVERED: 'no complete data',
  WITHHELD: 'not public',
  NOT_IN_SYSTEM: 'not in the system',
  TOO_FEW: 'nothing to compare',
  NO_VARIANCE: 'no variation',
  UNKNOWN_DATES: 'dates not known',
};

/** Why a year has no number, in a few words. */
export function shortReason(code: Point['reasonCode'] | undefined): string {
  return code ? shortReasons[code] : 'no data';
}

/** What a source covers, in a sentence without its name. */
export function coverageWords({ from, to, gaps, completeness, isWithheld, population }: Coverage): string {
  const years = from === null || to === null ? 'Years not stated' : from === to ? `${from}` : `${from} to ${to}`;
  const without = gaps ? `, without ${wordsOf(gaps).replace(/^both /, '')}` : '';
  const kind = completeness === 'COMPLETE' ? 'complete' : 'a sample only';
  return `${years}${without}: ${kind}; ${population}.${isWithheld ? ' Its terms do not allow it to be shown to the public.' : ''}`;
}

/** The latest year with a number that says enough to be a headline. */
export function headlineOf(points: readonly Point[]): (Point & { readonly value: number }) | undefined {
  return points.findLast(
    (point): point is Point & { readonly value: number } => point.value !== null && !point.belowMinimum,
  );
}

/** How many years have a number that rests on too few things. */
export function weakYears(points: readonly Point[]): number {
  return points.filter(({ belowMinimum }) => belowMinimum).length;
}
