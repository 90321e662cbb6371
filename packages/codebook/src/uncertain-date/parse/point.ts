import { found, type Outcome, refused } from '../outcome.ts';
import { type Sketch, sketchCalendar } from './calendar-point.ts';
import { doubtsOf } from './doubts.ts';
import { dateTree } from './edtf-library.ts';
import { sketchLongYear } from './long-year.ts';
import { misshapen, misshapenDate } from './misshapen.ts';
import { notInEdtf } from './not-in-edtf.ts';
import type { Point } from './reading.ts';

const CALENDAR = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/;

/** `199` and `19` are the decade and century: the same years as `199X` and `19XX`, which nobody takes for a slip. */
function asYearMask(bare: string): string {
  return /^\d{2,3}$/.test(bare) ? bare.padEnd(4, 'X') : bare;
}

function sketch(text: string, bare: string): Outcome<Sketch> {
  const calendar = CALENDAR.exec(asYearMask(bare));
  if (calendar !== null) {
    const [, year = '', month, day] = calendar;
    return sketchCalendar(bare, year, month ?? null, day ?? null);
  }
  return sketchLongYear(bare) ?? refused(misshapenDate(bare) ?? misshapen(text));
}

/** One spelling for what EDTF spells in two ways: `199X`, not `199`; `2019~`, not `~2019`. */
function canonical(text: string): string {
  return asYearMask(text).replace(/^([?~%])(\d{4})$/, '$2$1');
}

/** Reads a single date in EDTF: not an interval, not a set. */
export function readPoint(text: string): Outcome<Point> {
  const bare = text.replace(/[?~%]/g, '');
  const sketched = sketch(text, bare);
  if (!sketched.ok) return sketched;
  const tree = dateTree(text);
  if (tree === null) return refused(notInEdtf(text, bare, sketched.value));
  const { shape } = sketched.value;
  const parts = {
    month: shape.kind === 'division' || (shape.kind === 'calendar' && shape.month !== null),
    day: shape.kind === 'calendar' && shape.day !== null,
  };
  return found({ ...sketched.value, text: canonical(text), doubts: doubtsOf(tree, parts) });
}
