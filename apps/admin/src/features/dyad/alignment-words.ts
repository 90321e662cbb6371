import { wordsOf } from '@chancery/codebook';
import type { SeriesPartsFragment } from '../../generated/register/graphql.ts';
import { texts } from './texts.tsx';

type Point = SeriesPartsFragment['points'][number];
type ReasonCode = NonNullable<Point['reasonCode']>;
/** What one source covers of the data set of a statistic. */
export type Coverage = SeriesPartsFragment['coverage'][number];

const shortReasons: Readonly<Record<ReasonCode, string>> = texts.alignment.shortReasons;

/** Says in a few words why a year has no number. */
export function shortReason(code: Point['reasonCode'] | undefined): string {
  return code ? shortReasons[code] : texts.alignment.noReason;
}

/** Describes the coverage of a source in a sentence, without the name of the source. */
export function coverageWords({ from, to, gaps, completeness, isWithheld, population }: Coverage): string {
  const { coverage } = texts.alignment;
  const sentence = coverage.sentence(
    coverage.years(from, to),
    gaps ? wordsOf(gaps).replace(/^both /, '') : undefined,
    completeness === 'COMPLETE',
    population,
  );
  return isWithheld ? `${sentence} ${coverage.withheld}` : sentence;
}

/** Returns the latest year whose number is based on enough cases to be the headline, if there is one. */
export function headlineOf(points: readonly Point[]): (Point & { readonly value: number }) | undefined {
  return points.findLast(
    (point): point is Point & { readonly value: number } => point.value !== null && !point.belowMinimum,
  );
}

/** Counts the years whose number is based on fewer cases than the minimum. */
export function countWeakYears(points: readonly Point[]): number {
  return points.filter(({ belowMinimum }) => belowMinimum).length;
}
