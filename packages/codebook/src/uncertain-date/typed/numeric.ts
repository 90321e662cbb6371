import { failure, success } from '../outcome.ts';
import { monthName } from '../parse/calendar.ts';
import { quote } from '../parse/quote.ts';
import { type PointForm, twoDigits } from './point-form.ts';

/** Reads `2.9.2019`. With dots, the day always comes first. */
export const dayMonthYearWithPoints: PointForm = (text) => {
  const match = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  return success(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
};

function inWords(year: string, month: number, day: number): string {
  return `${day} ${monthName(month)} ${year}`;
}

/**
 * Reads `31/12/2019`. With slashes or hyphens the day or the month may come first, so a date is refused as ambiguous
 * unless one number is above 12 or both are equal.
 */
export const dayMonthYearWithSlashes: PointForm = (text) => {
  const match = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (match === null) return null;
  const [, first = '', , second = '', year = ''] = match;
  const [a, b] = [Number(first), Number(second)];
  const eitherMayBeMonth = a >= 1 && a <= 12 && b >= 1 && b <= 12;
  if (!eitherMayBeMonth || a === b) {
    const monthFirst = b > 12 && a <= 12;
    return success(monthFirst ? `${year}-${twoDigits(a)}-${twoDigits(b)}` : `${year}-${twoDigits(b)}-${twoDigits(a)}`);
  }
  const readings = `${inWords(year, b, a)} or ${inWords(year, a, b)}`;
  const suggestions = `“${year}-${twoDigits(b)}-${twoDigits(a)}” or “${year}-${twoDigits(a)}-${twoDigits(b)}”`;
  return failure(`${quote(text)} may be ${readings}: write ${suggestions}.`);
};

/** Reads `2019/9/2`, `2019.09.02` and `2019-9-2`. After the year, the month comes first. */
export const yearMonthDay: PointForm = (text) => {
  const match = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match === null) return null;
  const [, year = '', , month = '', day = ''] = match;
  return success(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
};

/** Reads a month and a year: `9/2019`, `09.2019`. */
export const monthAndYear: PointForm = (text) => {
  const match = /^(\d{1,2})[./](\d{4})$/.exec(text);
  if (match === null) return null;
  const [, month = '', year = ''] = match;
  return success(`${year}-${twoDigits(month)}`);
};

/** Refuses `2019/09`, which may be a month or two years. */
export const yearAndNumber: PointForm = (text) => {
  const match = /^(\d{4})\/(\d{1,2})$/.exec(text);
  if (match === null) return null;
  const [, year = '', short = ''] = match;
  const number = Number(short);
  const month =
    number >= 1 && number <= 12 ? `write “${year}-${twoDigits(short)}” for ${monthName(number)} ${year}` : null;
  const isYearSpan = number > Number(year.slice(2));
  const years = isYearSpan ? `write “${year}/${year.slice(0, 2)}${twoDigits(short)}” for the two years` : null;
  const suggestions = [month, years].filter((suggestion) => suggestion !== null).join(', or ');
  return failure(`${quote(text)} is ambiguous${suggestions === '' ? '' : `: ${suggestions}`}.`);
};

/** Refuses years with fewer than four digits: `2.9.19`, `19`, `199`. */
export const shortYear: PointForm = (text) => {
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text))
    return failure(`Write the year of ${quote(text)} with four digits.`);
  if (!/^\d{1,3}$/.test(text)) return null;
  return failure(
    `${quote(text)} is not a complete year: write four digits, or a decade or century in words (“1990s”, “19th century”).`,
  );
};
