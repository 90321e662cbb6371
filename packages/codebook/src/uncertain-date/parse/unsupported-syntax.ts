import { quote } from './quote.ts';

/**
 * Why a text is not EDTF, without a full stop, and a suggested correction, if there is one. Editors see the suggestion
 * only if it parses.
 */
export interface UnsupportedSyntax {
  readonly problem: string;
  readonly suggestion: string | null;
}

const MAX_LENGTH = 500;

function invalidCharacter(text: string): UnsupportedSyntax | null {
  const character = [...text].find((char) => !/^[ -~]$/u.test(char));
  if (character === undefined) return null;
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/^[\p{C}\p{Z}]$/u.test(character))
    return { problem: `The date contains an invisible character (${code}); remove it`, suggestion: null };
  if (/^[\p{Pd}\u2212]$/u.test(character)) {
    return {
      problem: `${quote(character)} (${code}) is not a plain hyphen`,
      suggestion: text.replace(/[\p{Pd}\u2212]/gu, '-'),
    };
  }
  if (/^[\p{Nd}]$/u.test(character) || /[\uFF01-\uFF5E]/u.test(character)) {
    return {
      problem: `${quote(character)} (${code}) is not a plain digit, letter or sign`,
      suggestion: text.normalize('NFKC'),
    };
  }
  return { problem: `The character ${quote(character)} (${code}) is not allowed in a date`, suggestion: null };
}

/** The EDTF syntax of 2012, which many manuals still show, and letters in the wrong case. */
const OLD_SYNTAX: readonly [RegExp, string, (text: string) => string | null][] = [
  [/^unknown$/i, '“unknown” is not a date: leave the field empty, or mark the date as unknown', () => null],
  [
    /unknown/i,
    '“unknown” is EDTF syntax of 2012; an unknown end is left empty',
    (text) => text.replace(/unknown/gi, ''),
  ],
  [
    /open/i,
    '“open” is EDTF syntax of 2012; an open end is written as two dots',
    (text) => text.replace(/open/gi, '..'),
  ],
  [/[\du]u/, '“u” is EDTF syntax of 2012; a missing digit is written as X', (text) => text.replace(/u/g, 'X')],
  [/[\dx]x/, 'A missing digit is written as a capital X', (text) => text.replace(/x/g, 'X')],
  [/^y-?\d/, 'A long year begins with a capital Y', (text) => text.toUpperCase()],
  [/\d[es]\d/, 'E and S in a year must be capitals', (text) => text.toUpperCase()],
  [/\^/, '“^” is EDTF syntax of 2012; a season has no suffix', (text) => text.replace(/\^[^/,]*/g, '')],
  [
    /^[\dX?~%/-]*\([\dX?~%/()-]+$/,
    'Parentheses are EDTF syntax of 2012; put the mark next to the part that it qualifies',
    () => null,
  ],
];

const CLOCK = /[T ]\d{1,2}:?\d{2}(:?\d{2}(\.\d+)?)?\s*(Z|UTC|[+-]\d{2}(:?\d{2})?)?/g;

function clockTime(text: string): UnsupportedSyntax | null {
  if (!/\d(T\d|[T ]+\d{1,2}:\d)/.test(text)) return null;
  return { problem: 'The register records days, not times of day', suggestion: text.replace(CLOCK, '') };
}

function oldSyntax(text: string): UnsupportedSyntax | null {
  const rule = OLD_SYNTAX.find(([pattern]) => pattern.test(text));
  return rule === undefined ? null : { problem: rule[1], suggestion: rule[2](text) };
}

/** Some people write an interval as `2001..2010`. In EDTF, two dots are a range inside a set only. */
function dotsOutsideSet(text: string): UnsupportedSyntax | null {
  const dots = /^([^/[\]{},]*)\.\.+([^/[\]{},]*)$/.exec(text);
  if (dots === null || text === '..') return null;
  const [, start = '', end = ''] = dots;
  return { problem: 'An interval is written with a slash', suggestion: `${start || '..'}/${end || '..'}` };
}

/**
 * Returns why a text cannot be EDTF, judging by its characters and its syntax alone; null if it may be EDTF.
 */
export function unsupportedSyntax(text: string): UnsupportedSyntax | null {
  if (text === '') return { problem: 'The date is empty', suggestion: null };
  if (text.length > MAX_LENGTH)
    return { problem: `The date is longer than the maximum of ${MAX_LENGTH} characters`, suggestion: null };
  const issue = invalidCharacter(text) ?? clockTime(text) ?? oldSyntax(text) ?? dotsOutsideSet(text);
  if (issue !== null) return issue;
  return text.includes(' ')
    ? { problem: `${quote(text)} contains spaces, which EDTF does not allow`, suggestion: text.replaceAll(' ', '') }
    : null;
}
