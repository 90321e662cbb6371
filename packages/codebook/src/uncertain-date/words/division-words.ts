import { divisionOf, spansNewYear } from '../parse/divisions.ts';
import { ofYearWords } from './year-words.ts';

/** Returns the two years of a season that spans New Year: `2019–20`, or `1999–2000` at the turn of a century. */
function twoYears(year: number): string {
  const next = year + 1;
  return next % 100 === 0 ? `${year}–${next}` : `${year}–${String(next % 100).padStart(2, '0')}`;
}

/** Returns a season, quarter or other division of a year in words. */
export function divisionWords(year: string, code: number): string {
  const division = divisionOf(code);
  const { name, hemisphere, precision } = division;
  if (precision !== 'SEASON') {
    const of = ofYearWords(year);
    return `the ${name}${of.startsWith(' of ') ? of : ` of${of}`}`;
  }
  const two = spansNewYear(division) && /^[1-9]\d{3}$/.test(year);
  const named = two ? `${name} ${twoYears(Number(year))}` : `${name}${ofYearWords(year)}`;
  return hemisphere === null ? named : `${named} (${hemisphere} hemisphere)`;
}
