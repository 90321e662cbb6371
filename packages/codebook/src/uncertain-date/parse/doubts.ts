import type { DateTree } from './edtf-library.ts';
import type { Doubt, Doubts } from './parsed-edtf.ts';

// The edtf package represents the digits of YYYYMMDD as bits, starting with the first digit of the year.
const YEAR_BITS = 0b0000_1111;
const MONTH_BITS = 0b0011_0000;
const DAY_BITS = 0b1100_0000;

function isMarked(mark: DateTree['uncertain'], bits: number): boolean {
  return mark === true || (typeof mark === 'number' && (mark & bits) !== 0);
}

function doubtOn(tree: DateTree, bits: number): Doubt {
  const uncertain = isMarked(tree.uncertain, bits);
  const approximate = isMarked(tree.approximate, bits);
  if (uncertain && approximate) return 'both';
  if (uncertain) return 'uncertain';
  return approximate ? 'approximate' : 'none';
}

/**
 * Returns the qualifier of each part of a date as the edtf package reads it: a mark to the right of a part also
 * qualifies all parts before the mark. A part that the date does not have has `none`.
 */
export function doubtsOf(tree: DateTree, has: { month: boolean; day: boolean }): Doubts {
  return {
    year: doubtOn(tree, YEAR_BITS),
    month: has.month ? doubtOn(tree, MONTH_BITS) : 'none',
    day: has.day ? doubtOn(tree, DAY_BITS) : 'none',
  };
}
