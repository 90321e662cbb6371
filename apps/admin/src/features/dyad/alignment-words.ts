import { wordsOf } from '@chancery/codebook';
import type { SeriesPartsFragment } from '../../generated/register/graphql.ts';

type Point = SeriesPartsFragment['points'][number];
type ReasonCode = NonNullable<Point['reasonCode']>;
/** The coverage of one source of the data set of a statistic. */
export type Coverage = SeriesPartsFragment['coverage'][number];

/** Why a year has no number, in a few words. */
const shortReasons: Readonly<Record<ReasonCode, string>> = {
  NOT_COVERED: 'no complete data',
  WITHHELD: 'not public',
  NOT_IN_SYSTEM: 'not in the system',
  TOO_FEW: 'nothing to compare',
  NO_VARIANCE: 'no variation',
  UNKNOWN_DATES: 'dates not known',
};

/** Says in a few words why a year has no number. */
export function shortReason(code: Point['reasonCode'] | undefined): string {
  return code ? shortReasons[code] : 'no data';
}

/** Describes the coverage of a source in a sentence, without the name of the source. */
export function coverageWords({ from, to, gaps, completeness, isWithheld, population }: Coverage): string {
  const years = from === null || to === null ? 'Years not stated' : from === to ? `${from}` : `${from} to ${to}`;
  const exceptions = gaps ? `, without ${wordsOf(gaps).replace(/^both /, '')}` : '';
  const kind = completeness === 'COMPLETE' ? 'complete' : 'a sample only';
  return `${years}${exceptions}: ${kind}; ${population}.${isWithheld ? ' Its terms do not allow it to be shown to the public.' : ''}`;
}

/** Returns the latest year whose number has enough cases to be the headline. */
export function headlineOf(points: readonly Point[]): (Point & { readonly value: number }) | undefined {
  return points.findLast(
    (point): point is Point & { readonly value: number } => point.value !== null && !point.belowMinimum,
  );
}

/** Counts the years whose number is based on fewer cases than the minimum. */
export function countWeakYears(points: readonly Point[]): number {
  return points.filter(({ belowMinimum }) => belowMinimum).length;
}
