import { failure, type Outcome, success } from '../outcome.ts';
import { readCalendarDate, type UnmarkedDate } from './calendar-point.ts';
import { explainCommonMistake, explainInvalidDate } from './common-mistakes.ts';
import { doubtsOf } from './doubts.ts';
import { dateTree } from './edtf-library.ts';
import { readLongYear } from './long-year.ts';
import { explainNotInEdtf } from './not-in-edtf.ts';
import type { Point } from './parsed-edtf.ts';

const CALENDAR = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/;

/** Converts the decade `199` and the century `19` to `199X` and `19XX`, which cannot be mistaken for typing errors. */
function asYearMask(bare: string): string {
  return /^\d{2,3}$/.test(bare) ? bare.padEnd(4, 'X') : bare;
}

function readUnmarked(text: string, bare: string): Outcome<UnmarkedDate> {
  const calendar = CALENDAR.exec(asYearMask(bare));
  if (calendar !== null) {
    const [, year = '', month, day] = calendar;
    return readCalendarDate(bare, year, month ?? null, day ?? null);
  }
  return readLongYear(bare) ?? failure(explainCommonMistake(bare) ?? explainInvalidDate(text));
}

/** Chooses one of two equivalent EDTF spellings: `199X`, not `199`; `2019~`, not `~2019`. */
function canonical(text: string): string {
  return asYearMask(text).replace(/^([?~%])(\d{4})$/, '$2$1');
}

/** Parses a single date in EDTF, which is neither an interval nor a set. */
export function readPoint(text: string): Outcome<Point> {
  const bare = text.replace(/[?~%]/g, '');
  const unmarked = readUnmarked(text, bare);
  if (!unmarked.ok) return unmarked;
  const tree = dateTree(text);
  if (tree === null) return failure(explainNotInEdtf(text, bare, unmarked.value));
  const { shape } = unmarked.value;
  const parts = {
    month: shape.kind === 'division' || (shape.kind === 'calendar' && shape.month !== null),
    day: shape.kind === 'calendar' && shape.day !== null,
  };
  return success({ ...unmarked.value, text: canonical(text), doubts: doubtsOf(tree, parts) });
}
