import { found, refused } from '../outcome.ts';
import { monthName } from '../parse/calendar.ts';
import { quote } from '../parse/quote.ts';
import { type PointForm, two } from './point-form.ts';

/** `2.9.2019`: with points the day comes first, everywhere. */
export const dayMonthYearWithPoints: PointForm = (text) => {
  const match = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  return found(`${year}-${two(month)}-${two(day)}`);
};

function inWords(year: string, month: number, day: number): string {
  return `${day} ${monthName(month)} ${year}`;
}

/** `02/09/2019`: with slashes or hyphens half of the world puts the month first, so only a day above 12 decides. */
export const slashed: PointForm = (text) => {
  const match = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (match === null) return null;
  const [, first = '', , second = '', year = ''] = match;
  const [one, other] = [Number(first), Number(second)];
  const eitherMayBeMonth = one >= 1 && one <= 12 && other >= 1 && other <= 12;
  if (!eitherMayBeMonth || one === other) {
    const monthFirst = other > 12 && one <= 12;
    return found(monthFirst ? `${year}-${two(one)}-${two(other)}` : `${year}-${two(other)}-${two(one)}`);
  }
  const readings = `${inWords(year, other, one)} or ${inWords(year, one, other)}`;
  const cures = `“${year}-${two(other)}-${two(one)}” or “${year}-${two(one)}-${two(other)}”`;
  return refused(`${quote(text)} may be ${readings}: write ${cures}.`);
};

/** `2019/9/2`, `2019.09.02`, `2019-9-2`: with the year first the month follows. */
export const yearFirst: PointForm = (text) => {
  const match = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match === null) return null;
  const [, year = '', , month = '', day = ''] = match;
  return found(`${year}-${two(month)}-${two(day)}`);
};

/** `9/2019`, `09.2019`. */
export const monthAndYear: PointForm = (text) => {
  const match = /^(\d{1,2})[./](\d{4})$/.exec(text);
  if (match === null) return null;
  const [, month = '', year = ''] = match;
  return found(`${year}-${two(month)}`);
};

/** `2019/09` may be a month or two years. */
export const yearSlash: PointForm = (text) => {
  const match = /^(\d{4})\/(\d{1,2})$/.exec(text);
  if (match === null) return null;
  const [, year = '', short = ''] = match;
  const number = Number(short);
  const month = number >= 1 && number <= 12 ? `write “${year}-${two(short)}” for ${monthName(number)} ${year}` : null;
  const isRun = number > Number(year.slice(2));
  const run = isRun ? `write “${year}/${year.slice(0, 2)}${two(short)}” for the two years` : null;
  const cures = [month, run].filter((cure) => cure !== null).join(', or ');
  return refused(`${quote(text)} is not clear${cures === '' ? '' : `: ${cures}`}.`);
};

/** `2.9.19` and `19`: years cut short. */
export const shortYear: PointForm = (text) => {
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text))
    return refused(`Write the year of ${quote(text)} with four digits.`);
  if (!/^\d{1,3}$/.test(text)) return null;
  return refused(
    `${quote(text)} is not a whole year: write four digits, or a decade or century in words (“1990s”, “19th century”).`,
  );
};
