import { FIRST_YEAR } from '../parse/calendar.ts';
import { ordinal, yearName } from './numbers.ts';

/** Returns the first and last year of a mask such as `201X` or `20XX`; null unless every X follows all digits. */
function spanOf(mask: string): { low: number; high: number } | null {
  if (!/^\d+X+$/.test(mask)) return null;
  return { low: Math.max(FIRST_YEAR, Number(mask.replaceAll('X', '0'))), high: Number(mask.replaceAll('X', '9')) };
}

/**
 * Returns a year, decade, century or millennium in words. “The 2000s” may mean ten or a hundred years, so such a decade
 * is given by its first and last year. `18XX` is “the 19th century”, although strictly that century began in 1801.
 */
export function yearWords(mask: string): string {
  if (!mask.includes('X')) return yearName(Number(mask));
  const span = spanOf(mask);
  if (span === null) return `a year written ${mask}`;
  if (/^\d{3}X$/.test(mask) && mask[2] !== '0' && span.low >= 1000) return `the ${span.low}s`;
  if (/^\d{2}XX$/.test(mask)) return `the ${ordinal(Number(mask.slice(0, 2)) + 1)} century`;
  return `the years ${yearName(span.low)} to ${span.high}`;
}

/**
 * Returns the words for the year that follow the words for a month or season, with a space before them: ` 2019`, or
 * ` of some year in the 2010s` if digits are missing.
 */
export function ofYearWords(mask: string): string {
  if (!mask.includes('X')) return ` ${yearWords(mask)}`;
  if (mask === 'XXXX') return ' of an unstated year';
  return spanOf(mask) === null ? ` of ${yearWords(mask)}` : ` of some year in ${yearWords(mask)}`;
}
