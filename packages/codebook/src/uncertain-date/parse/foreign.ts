import { quote } from './quote.ts';

/** Something in a text that is no EDTF at all, and what the text would be in EDTF, for the parser to confirm. */
export interface Foreign {
  readonly fault: string;
  readonly instead: string | null;
}

const LONGEST = 500;

function oddCharacter(text: string): Foreign | null {
  const odd = [...text].find((char) => !/^[ -~]$/u.test(char));
  if (odd === undefined) return null;
  const code = `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/^[\p{C}\p{Z}]$/u.test(odd)) return { fault: `The date holds an invisible character (${code})`, instead: null };
  if (/^[\p{Pd}\u2212]$/u.test(odd)) {
    return { fault: `${quote(odd)} (${code}) is not the plain hyphen`, instead: text.replace(/[\p{Pd}\u2212]/gu, '-') };
  }
  if (/^[\p{Nd}]$/u.test(odd) || /[\uFF01-\uFF5E]/u.test(odd)) {
    return {
      fault: `${quote(odd)} (${code}) is not a plain digit, letter or sign`,
      instead: text.normalize('NFKC'),
    };
  }
  return { fault: `The character ${quote(odd)} (${code}) cannot stand in a date`, instead: null };
}

/** The syntax of 2012, which many manuals still show. */
const OLD_SYNTAX: readonly [RegExp, string, (text: string) => string | null][] = [
  [/^unknown$/i, '“unknown” is not a date: leave the field empty, or mark the date as unknown', () => null],
  [
    /unknown/i,
    '“unknown” is the EDTF of 2012; an end that is not known is left out',
    (text) => text.replace(/unknown/gi, ''),
  ],
  [/open/i, '“open” is the EDTF of 2012; an open end is written with two dots', (text) => text.replace(/open/gi, '..')],
  [/[\du]u/, '“u” is the EDTF of 2012; a digit that is not stated is X', (text) => text.replace(/u/g, 'X')],
  [/[\dx]x/, 'A digit that is not stated is written with a capital X', (text) => text.replace(/x/g, 'X')],
  [/^y-?\d/, 'A long year begins with a capital Y', (text) => text.toUpperCase()],
  [/\d[es]\d/, 'E and S in a year are capitals', (text) => text.toUpperCase()],
  [/\^/, '“^” is the EDTF of 2012; a season has no name behind it', (text) => text.replace(/\^[^/,]*/g, '')],
  [
    /^[\dX?~%/-]*\([\dX?~%/()-]+$/,
    'Parentheses are the EDTF of 2012; a mark stands beside the part that it doubts',
    () => null,
  ],
];

const CLOCK = /[T ]\d{1,2}:?\d{2}(:?\d{2}(\.\d+)?)?\s*(Z|UTC|[+-]\d{2}(:?\d{2})?)?/g;

function clockTime(text: string): Foreign | null {
  if (!/\d(T\d|[T ]+\d{1,2}:\d)/.test(text)) return null;
  return { fault: 'The register records days, not times of day', instead: text.replace(CLOCK, '') };
}

function oldSyntax(text: string): Foreign | null {
  const found = OLD_SYNTAX.find(([pattern]) => pattern.test(text));
  return found === undefined ? null : { fault: found[1], instead: found[2](text) };
}

/** `2001..2010` is how some write an interval; in EDTF the two dots mean a run only inside a set. */
function looseDots(text: string): Foreign | null {
  const dots = /^([^/[\]{},]*)\.\.+([^/[\]{},]*)$/.exec(text);
  if (dots === null || text === '..') return null;
  const [, start = '', end = ''] = dots;
  return { fault: 'An interval is written with a slash', instead: `${start || '..'}/${end || '..'}` };
}

/** What in a text cannot be EDTF by its characters or its age; null when nothing speaks against reading it. */
export function foreign(text: string): Foreign | null {
  if (text === '') return { fault: 'The date is empty', instead: null };
  if (text.length > LONGEST) return { fault: `A date has at most ${LONGEST} characters`, instead: null };
  const odd = oddCharacter(text) ?? clockTime(text) ?? oldSyntax(text) ?? looseDots(text);
  if (odd !== null) return odd;
  return text.includes(' ')
    ? { fault: `A date in EDTF has no spaces, as ${quote(text)} has`, instead: text.replaceAll(' ', '') }
    : null;
}
