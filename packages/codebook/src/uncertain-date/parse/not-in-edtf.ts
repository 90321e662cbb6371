import { misshapen } from './misshapen.ts';
import { quote } from './quote.ts';
import type { Bounds } from './reading.ts';

/** `201X~` is not EDTF, though its meaning is plain: name the form that is. */
function doubtedDigits(text: string, bare: string): string {
  const mark = /[?~%]/.exec(text)?.[0] ?? '~';
  const without = bare.replace(/(-XX)+$|X{1,2}$/, '');
  const cure = /^\d{2,4}(-\d{2})?$/.test(without) ? `: write “${without}${mark}”` : '';
  return `A date cannot have both X and ${mark}, as in ${quote(text)}${cure}.`;
}

/** The sentence for a date whose digits are sound but which EDTF does not write so. */
export function notInEdtf(text: string, bare: string, { earliest, latest }: Bounds): string {
  if (/[?~%]{2}/.test(text)) {
    return `${quote(text)} has two marks in one place: write “%” for “uncertain and approximate”.`;
  }
  if (text !== bare && bare.includes('X')) return doubtedDigits(text, bare);
  if (text !== bare && /[YS]/.test(bare)) {
    return `A year written with Y or S cannot also be marked with ? ~ or %, as in ${quote(text)}.`;
  }
  if (text !== bare) {
    return `A mark of doubt stands after the whole date or beside a part of it, as in “2019-09~” or “2019?-09-02”, not as in ${quote(text)}.`;
  }
  if (earliest !== null && earliest === latest) return `${quote(text)} can only be one day: write “${earliest}”.`;
  if (bare.includes('X')) {
    return `X cannot stand where it does in ${quote(text)}: write the dates that are possible as a set, as in “[2018-09,2019-09]”.`;
  }
  return misshapen(text);
}
