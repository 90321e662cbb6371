import { daysInMonth, monthName } from './calendar.ts';
import { candidates, extremes } from './digits.ts';
import { DIVISIONS } from './divisions.ts';
import { quote } from './quote.ts';

/** Returns a hint for “1998-99”, which many people write for several years; empty for other texts. */
function severalYearsHint(year: string, month: string): string {
  const isYearSpan = /^\d{4}$/.test(year) && Number(month) > Number(year.slice(2));
  return isYearSpan ? ` For several years, write “${year}/${year.slice(0, 2)}${month}”.` : '';
}

function monthProblem(text: string, year: string, month: string, day: string | null): string | null {
  if (month === '00') {
    return `There is no month 00 in ${quote(text)}: if the month is not known, write the year alone or “${year}-XX”.`;
  }
  if (DIVISIONS.has(Number(month))) {
    return day === null
      ? null
      : `${quote(text)} has a day, but ${month} is a season or quarter, not a month: leave the day out.`;
  }
  if (candidates(month, 1, 12).length > 0) return null;
  if (month.includes('X')) return `No month from 01 to 12 matches ${month} in ${quote(text)}.`;
  const hint = day === null ? severalYearsHint(year, month) : '';
  return `There is no month ${month} in ${quote(text)}: months are 01 to 12, seasons and quarters 21 to 41.${hint}`;
}

function dayProblem(text: string, year: string, month: string, day: string): string | null {
  if (day === '00') {
    return `There is no day 00 in ${quote(text)}: if the day is not known, write “${year}-${month}” or “${year}-${month}-XX”.`;
  }
  if (extremes(year, month, day) !== null) return null;
  if (/^\d{6}$/.test(year + month)) {
    const length = daysInMonth(Number(year), Number(month));
    return `${quote(text)} is not a day of the calendar: ${monthName(Number(month))} ${year} has ${length} days.`;
  }
  return `No day of the calendar matches ${quote(text)}.`;
}

/** Returns the problem of digits that match no date of the calendar from 0001 to 9999; null if they match one. */
export function calendarProblem(text: string, year: string, month: string | null, day: string | null): string | null {
  if (/^0000-00(-00)?$/.test(text)) {
    return `${quote(text)} is how some programs write “no date”: leave the field empty, or mark the date as unknown.`;
  }
  if (year === '0000') {
    return `Year 0000 in ${quote(text)} cannot be recorded: years run from 0001 to 9999.`;
  }
  if (month === null) return null;
  return monthProblem(text, year, month, day) ?? (day === null ? null : dayProblem(text, year, month, day));
}
