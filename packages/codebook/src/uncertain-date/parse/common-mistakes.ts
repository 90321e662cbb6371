import { quote } from './quote.ts';

/** Replaces dots and slashes by hyphens and pads months and days to two digits. */
function withHyphens(text: string): string {
  return text
    .split(/[./-]/)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** Common ways of writing dates that are not EDTF, each with a message that says what to write. */
const MISTAKES: readonly [RegExp, (text: string) => string][] = [
  [
    /^[+-][\dX]/,
    (text) => `The year in ${quote(text)} cannot be recorded: years run from 0001 to 9999 and have no sign.`,
  ],
  [/^\d{8}$/, (text) => `Write “${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}” for ${quote(text)}.`],
  [/^\d{5,7}$/, (text) => `${quote(text)} is not a year of four digits, and years run from 0001 to 9999.`],
  [/^\d$/, (text) => `${quote(text)} is not a date: write the year with four digits.`],
  [/^\d{4}[./-]\d{1,2}([./-]\d{1,2})?$/, (text) => `Write “${withHyphens(text)}” for ${quote(text)}.`],
  [/^\d{4}-\d{4}$/, (text) => `Write “${text.replace('-', '/')}” for ${quote(text)}: an interval has a slash.`],
  [
    /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/,
    (text) => `Write ${quote(text)} with the year first: year, month, day, as in “2019-09-02”.`,
  ],
  [/^\d{4}-W\d/, (text) => `${quote(text)} is a week: write its days, as in “2019-07-01/2019-07-07”.`],
  [/^\d{4}-\d{3}$/, (text) => `${quote(text)} is a day of the year: write the month and day.`],
];

/** Returns the problem of a text that is a common mistake, with what to write instead; null for any other text. */
export function explainCommonMistake(text: string): string | null {
  const mistake = MISTAKES.find(([pattern]) => pattern.test(text));
  return mistake === undefined ? null : mistake[1](text);
}

/**
 * Returns the problem of a text that is not a date in EDTF. It says what to write instead of a common mistake, and
 * lists valid forms for any other text.
 */
export function explainInvalidDate(text: string): string {
  return (
    explainCommonMistake(text) ??
    `${quote(text)} is not a date in EDTF. Valid forms are “2019-09-02”, “2019-07~”, “2019”, “199X”, “2001/2010”.`
  );
}
