import { failure, success } from '../outcome.ts';
import { monthName } from '../parse/calendar.ts';
import { quote } from '../parse/quote.ts';
import { type PointForm, two } from './point-form.ts';

/** `2.9.2019`: with dots the day always comes first. */
export const dayMonthYearWithPoints: PointForm = (text) => {
  const match = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  return success(`${year}-${two(month)}-${two(day)}`);
};

function inWords(year: string, month: number, day: number): string {
  return `${day} ${monthName(month)} ${year}`;
}

/**
 * `02/09/2019`: with slashes or hyphens the month may come first, so it is refused as ambiguous unless the day is above
 * 12.
 */
export const dayMonthYearWithSlashes: PointForm = (text) => {
  const match = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (match === null) return null;
  const [, first = '', , second = '', year = ''] = match;
  const [a, b] = [Number(first), Number(second)];
  const eitherMayBeMonth = a >= 1 && a <= 12 && b >= 1 && b <= 12;
  if (!eitherMayBeMonth || a === b) {
    const monthFirst = b > 12 && a <= 12;
    return success(monthFirst ? `${year}-${two(a)}-${two(b)}` : `${year}-${two(b)}-${two(a)}`);
  }
  const readings = `${inWords(year, b, a)} or ${inWords(year, a, b)}`;
  const suggestions = `“${year}-${two(b)}-${two(a)}” or “${year}-${two(a)}-${two(b)}”`;
  return failure(`${quote(text)} may be ${readings}: write ${suggestions}.`);
};

/** `2019/9/2`, `2019.09.02`, `2019-9-2`: after a year the month comes first. */
export const yearFirst: PointForm = (text) => {
  const match = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match === null) return null;
  const [, year = '', , month = '', day = ''] = match;
  return success(`${year}-${two(month)}-${two(day)}`);
};

/** `9/2019`, `09.2019`. */
export const monthAndYear: PointForm = (text) => {
  const match = /^(\d{1,2})[./](\d{4})$/.exec(text);
  if (match === null) return null;
  const [, month = '', year = ''] = match;
  return success(`${year}-${two(month)}`);
};

/** Refuses `2019/09`, which may be a month or two years. */
export const yearSlash: PointForm = (text) => {
  const match = /^(\d{4})\/(\d{1,2})$/.exec(text);
  if (match === null) return null;
  const [, year = '', short = ''] = match;
  const number = Number(short);
  const month = number >= 1 && number <= 12 ? `write “${year}-${two(short)}” for ${monthName(number)} ${year}` : null;
  const isYearSpan = number > Number(year.slice(2));
  const years = isYearSpan ? `write “${year}/${year.slice(0, 2)}${two(short)}” for the two years` : null;
  const suggestions = [month, years].filter((suggestion) => suggestion !== null).join(', or ');
  return failure(`${quote(text)} is ambiguous${suggestions === '' ? '' : `: ${suggestions}`}.`);
};

/** Refuses shortened years: `2.9.19` and `19`. */
export const shortYear: PointForm = (text) => {
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text))
    return failure(`Write the year of ${quote(text)} with four digits.`);
  if (!/^\d{1,3}$/.test(text)) return null;
  return failure(
    `${quote(text)} is not a complete year: write four digits, or a decade or century in words (“1990s”, “19th century”).`,
  );
};
