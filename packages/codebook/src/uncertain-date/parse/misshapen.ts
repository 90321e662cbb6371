import { quote } from './quote.ts';

/** The text with hyphens for other signs, and its months and days in two digits. */
function dashed(text: string): string {
  return text
    .split(/[./-]/)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** Ways in which people and programs write dates that are not EDTF, each with what to write instead. */
const HABITS: readonly [RegExp, (text: string) => string][] = [
  [/^[+-][\dX]/, (text) => `The year in ${quote(text)} cannot be recorded: years run from 0001 to 9999.`],
  [/^\d{8}$/, (text) => `Write “${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}” for ${quote(text)}.`],
  [/^\d{5,7}$/, (text) => `${quote(text)} is not a year of four digits, and years run from 0001 to 9999.`],
  [/^\d$/, (text) => `${quote(text)} is not a date: write the year with four digits.`],
  [/^\d{4}[./-]\d{1,2}([./-]\d{1,2})?$/, (text) => `Write “${dashed(text)}” for ${quote(text)}.`],
  [/^\d{4}-\d{4}$/, (text) => `Write “${text.replace('-', '/')}” for ${quote(text)}: an interval has a slash.`],
  [
    /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/,
    (text) => `Write ${quote(text)} with the year first: year, month, day, as in “2019-09-02”.`,
  ],
  [/^\d{4}-W\d/, (text) => `${quote(text)} is a week: write its days, as in “2019-07-01/2019-07-07”.`],
  [/^\d{4}-\d{3}$/, (text) => `${quote(text)} counts the days of the year: write month and day.`],
];

/** The sentence for a text that somebody wrote as a date by habit; null if no habit is known to us. */
export function misshapenDate(text: string): string | null {
  const habit = HABITS.find(([pattern]) => pattern.test(text));
  return habit === undefined ? null : habit[1](text);
}

/** The sentence for a text that has not the form of a date in EDTF. */
export function misshapen(text: string): string {
  return (
    misshapenDate(text) ??
    `${quote(text)} is not a date in EDTF. Forms that are: “2019-09-02”, “2019-07~”, “2019”, “199X”, “2001/2010”.`
  );
}
