import { wordsOf } from '@chancery/codebook';
import type { SeriesPartsFragment } from '../../generated/register/graphql.ts';
import { texts } from './texts.tsx';

type Point = SeriesPartsFragment['points'][number];
type ReasonCode = NonNullable<Point['reasonCode']>;
/** What one source covers of the data that a statistic needs: years, gaps, completeness and population. */
export type Coverage = SeriesPartsFragment['coverage'][number];

const shortReasons: Readonly<Record<ReasonCode, string>> = texts.alignment.shortReasons;

/** Returns a few words that say why a year has no number. */
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

/**
 * Returns the point of the latest year whose number is based on enough cases to be shown as the headline; undefined if
 * there is none.
 */
export function headlineOf(points: readonly Point[]): (Point & { readonly value: number }) | undefined {
  return points.findLast(
    (point): point is Point & { readonly value: number } => point.value !== null && !point.belowMinimum,
  );
}

/** Counts the years whose number is based on fewer cases than the minimum. */
export function countWeakYears(points: readonly Point[]): number {
  return points.filter(({ belowMinimum }) => belowMinimum).length;
}
