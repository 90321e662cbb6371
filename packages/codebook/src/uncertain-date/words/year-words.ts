import { FIRST_YEAR } from '../parse/calendar.ts';
import { ordinal, yearName } from './numbers.ts';

/** The first and last year of `201X`, `20XX` and the like; null if the X are not at the end. */
function spanOf(mask: string): { low: number; high: number } | null {
  if (!/^\d+X+$/.test(mask)) return null;
  return { low: Math.max(FIRST_YEAR, Number(mask.replaceAll('X', '0'))), high: Number(mask.replaceAll('X', '9')) };
}

/**
 * A year, decade, century or millennium as its digits say it. The 2000s may be ten years or a hundred, so a decade that
 * ends in 0 is told by its first and last year; a century is by its number, though strictly it starts a year later.
 */
export function yearWords(mask: string): string {
  if (!mask.includes('X')) return yearName(Number(mask));
  const span = spanOf(mask);
  if (span === null) return `a year written ${mask}`;
  if (/^\d{3}X$/.test(mask) && mask[2] !== '0' && span.low >= 1000) return `the ${span.low}s`;
  if (/^\d{2}XX$/.test(mask)) return `the ${ordinal(Number(mask.slice(0, 2)) + 1)} century`;
  return `the years ${yearName(span.low)} to ${span.high}`;
}

/** What follows a month or season whose year lacks digits: `of some year in the 2010s`. */
export function ofYearWords(mask: string): string {
  if (!mask.includes('X')) return ` ${yearWords(mask)}`;
  if (mask === 'XXXX') return ' of an unstated year';
  return spanOf(mask) === null ? ` of ${yearWords(mask)}` : ` of some year in ${yearWords(mask)}`;
}
