import { failure, success } from '../outcome.ts';
import { quote } from '../parse/quote.ts';
import { monthNumber } from './month-names.ts';
import { type PointForm, twoDigits } from './point-form.ts';

const ORDER = '(?:st|nd|rd|th)?';
const DAY_MONTH_YEAR = new RegExp(`^(?:the )?(\\d{1,2})${ORDER}(?: of)?[ .-]*([a-z]+)\\.?,?[ -]*(\\d{4})$`, 'i');
const MONTH_DAY_YEAR = new RegExp(`^([a-z]+)\\.? ?(\\d{1,2})${ORDER},? (\\d{4})$`, 'i');
const MONTH_YEAR = /^([a-z]+)\.?,?(?: of)?[ -]*(\d{4})$/i;
const YEAR_MONTH_DAY = new RegExp(`^(\\d{4})[ ,-]+([a-z]+)\\.?(?:[ -](\\d{1,2})${ORDER})?$`, 'i');

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string | undefined;
}

function split(text: string): DateParts | null {
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst !== null) return { day: dayFirst[1], month: dayFirst[2] ?? '', year: dayFirst[3] ?? '' };
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  if (monthFirst !== null) return { month: monthFirst[1] ?? '', day: monthFirst[2], year: monthFirst[3] ?? '' };
  const noDay = MONTH_YEAR.exec(text);
  if (noDay !== null) return { month: noDay[1] ?? '', day: undefined, year: noDay[2] ?? '' };
  const yearFirst = YEAR_MONTH_DAY.exec(text);
  return yearFirst === null ? null : { year: yearFirst[1] ?? '', month: yearFirst[2] ?? '', day: yearFirst[3] };
}

/** Reads dates with the name of a month: `2 September 2019`, `Sept 2, 2019`, `July 2019`, `2019 July 2`. */
export const namedMonth: PointForm = (text) => {
  const named = split(text);
  const month = named === null ? null : monthNumber(named.month);
  if (named === null || month === null) return null;
  const { year, day } = named;
  return success(day === undefined ? `${year}-${twoDigits(month)}` : `${year}-${twoDigits(month)}-${twoDigits(day)}`);
};

/** Refuses a month without a year or with a two-digit year: `2 September`, `July`, `Sept '19`. */
export const monthWithoutYear: PointForm = (text) => {
  const bare = /^(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?)?([a-z]+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?$/i.exec(text);
  const shortYear = /^(?:\d{1,2} )?([a-z]+)\.? (?:\d{1,2}, )?'\d{2}$/i.exec(text);
  if (shortYear !== null && monthNumber(shortYear[1] ?? '') !== null) {
    return failure(`Write the year of ${quote(text)} with four digits.`);
  }
  const month = bare === null ? null : monthNumber(bare[2] ?? '');
  if (bare === null || month === null) return null;
  const day = bare[1] ?? bare[3];
  const open = day === undefined ? `XXXX-${twoDigits(month)}` : `XXXX-${twoDigits(month)}-${twoDigits(day)}`;
  return failure(`${quote(text)} has no year. Add the year; if the year is not known, write “${open}”.`);
};
