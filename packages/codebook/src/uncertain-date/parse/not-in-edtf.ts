import { explainInvalidDate } from './common-mistakes.ts';
import type { Bounds } from './parsed-edtf.ts';
import { quote } from './quote.ts';

/** Returns the problem of a date such as `201X~`, which is not EDTF, and suggests the valid form if there is one. */
function qualifiedDigits(text: string, bare: string): string {
  const mark = /[?~%]/.exec(text)?.[0] ?? '~';
  const without = bare.replace(/(-XX)+$|X{1,2}$/, '');
  const suggestion = /^\d{2,4}(-\d{2})?$/.test(without) ? `: write “${without}${mark}”` : '';
  return `A date cannot have both X and ${mark}, as in ${quote(text)}${suggestion}.`;
}

/** Returns the problem of a date whose digits are valid but whose form is not EDTF, with what to write if possible. */
export function explainNotInEdtf(text: string, bare: string, { earliest, latest }: Bounds): string {
  if (/[?~%]{2}/.test(text)) {
    return `${quote(text)} has two marks in one place: write “%” for “uncertain and approximate”.`;
  }
  if (text !== bare && bare.includes('X')) return qualifiedDigits(text, bare);
  if (text !== bare && /[YS]/.test(bare)) {
    return `A year written with Y or S cannot also be marked with ? ~ or %, as in ${quote(text)}.`;
  }
  if (text !== bare) {
    return `Put ?, ~ or % after the whole date or next to a part of it, as in “2019-09~” or “2019?-09-02”, not as in ${quote(text)}.`;
  }
  if (earliest !== null && earliest === latest) return `${quote(text)} can only be one day: write “${earliest}”.`;
  if (bare.includes('X')) {
    return `X is not allowed at this position in ${quote(text)}: write the possible dates as a set, as in “[2018-09,2019-09]”.`;
  }
  return explainInvalidDate(text);
}
