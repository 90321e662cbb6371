import { failure, success } from '../outcome.ts';
import { quote } from '../parse/quote.ts';
import { type PointForm, twoDigits } from './point-form.ts';

const SEASON =
  /^(spring|summer|autumn|fall|winter)(?: of)?,? (\d{4})(?:[-/](\d{2}|\d{4}))?(?: \((northern|southern) hemisphere\))?$/i;
const YEAR_SEASON = /^(\d{4}) (spring|summer|autumn|fall|winter)$/i;
const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter'];
const FIRST_CODE: Readonly<Record<string, number>> = { northern: 25, southern: 29 };

/** Reads seasons: `autumn 2019`, `winter 2018-19`. A winter with only one year begins in that year. */
export const season: PointForm = (text) => {
  const match = SEASON.exec(text.replace(YEAR_SEASON, '$2 $1'));
  if (match === null) return null;
  const [, name = '', year = '', nextYear, hemisphere] = match;
  const at = SEASON_NAMES.indexOf(name.toLowerCase().replace('fall', 'autumn'));
  const southern = hemisphere?.toLowerCase() === 'southern';
  if (nextYear !== undefined) {
    const next = String(Number(year) + 1);
    const spans = at === (southern ? 1 : 3);
    if (!spans || !next.padStart(4, '0').endsWith(nextYear)) {
      return failure(
        `${quote(text)} is not one season: only a winter (in the southern hemisphere, a summer) spans two consecutive years, as in “winter 2018-19”.`,
      );
    }
  }
  return success(`${year}-${(FIRST_CODE[hemisphere?.toLowerCase() ?? ''] ?? 21) + at}`);
};

const NTH: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  middle: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  last: 4,
  '4th': 4,
};
const SHARE =
  /^(?:the )?(first|second|third|fourth|middle|last|[1-4](?:st|nd|rd|th)) (quarter|half|four months)(?: of)?,? (\d{4})$/i;

/** Reads parts of a year: `Q1 2019`, `first half of 2019`, `the first four months of 2019`. */
export const shareOfYear: PointForm = (text) => {
  const short = /^([qh])([1-4])[ ,/-]*(\d{4})$/i.exec(text.replace(/^(\d{4})[ ,-]*([qh][1-4])$/i, '$2 $1'));
  const long = SHARE.exec(text);
  const unit = (short?.[1] ?? long?.[2] ?? '').toLowerCase();
  const year = short?.[3] ?? long?.[3];
  const nth = Number(short?.[2] ?? NTH[(long?.[1] ?? '').toLowerCase()]);
  if (year === undefined) return null;
  const [base, count] = unit.startsWith('q') ? [33, 4] : unit.startsWith('h') ? [40, 2] : [37, 3];
  const at = /^last /i.test(text.replace(/^the /i, '')) ? count : nth;
  return at > count ? null : success(`${year}-${base + at - 1}`);
};

/** Reads decades: `1990s`. Refuses `1900s`, which may mean ten or a hundred years. */
export const decade: PointForm = (text) => {
  const match = /^(?:the )?(\d{3})0'?s$/i.exec(text);
  const digits = match?.[1];
  if (digits === undefined) return null;
  if (!digits.endsWith('0')) return success(`${digits}X`);
  const century = digits.slice(0, 2);
  return failure(
    `${quote(text)} may mean ten or a hundred years: write “${digits}X” for ${digits}0 to ${digits}9, or “${century}XX” for ${century}00 to ${century}99.`,
  );
};

/** Returns the first and last year that match a mask, as `2000-2009`. There is no year 0000. */
function yearsOf(mask: string): string {
  return `${mask.replaceAll('X', '0').replace('0000', '0001')}-${mask.replaceAll('X', '9')}`;
}

/** Reads `the years 2000 to 2009` if they are a whole decade, century or millennium. */
export const wholeYears: PointForm = (text) => {
  const [, low = '', high = ''] = /^the years (\d{4}) to (\d{1,4})$/i.exec(text) ?? [];
  const digits = low.replace('0001', '0000');
  const masks = [1, 2, 3].map((open) => digits.slice(0, -open).padEnd(4, 'X'));
  const mask = masks.find((candidate) => yearsOf(candidate) === `${low}-${high.padStart(4, '0')}`);
  return mask === undefined ? null : success(mask);
};

/** Reads centuries: `19th century` is 18XX in EDTF, the years 1800 to 1899. */
export const century: PointForm = (text) => {
  const match = /^(?:the )?(\d{1,3})(?:st|nd|rd|th)[ -]century(?: (?:ad|ce))?$/i.exec(text);
  const number = Number(match?.[1] ?? 0);
  return number < 1 || number > 100 ? null : success(`${twoDigits(number - 1)}XX`);
};
