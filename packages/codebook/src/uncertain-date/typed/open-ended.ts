import { failure, type Outcome, success } from '../outcome.ts';
import { readPoint } from '../parse/point.ts';
import { quote } from '../parse/quote.ts';
import { dateAfter, dateBefore } from './adjacent-date.ts';
import { readTypedPoint } from './typed-point.ts';

type ToInterval = (point: string) => Outcome<string>;

/** Returns a function that makes an interval next to a date, without the date itself: “before 2019” ends with 2018. */
const excluding =
  (adjacent: typeof dateBefore, interval: (edtf: string) => string): ToInterval =>
  (edtf) => {
    const point = readPoint(edtf);
    const next = point.ok ? adjacent(point.value) : null;
    return next === null
      ? failure(`A date before or after ${quote(edtf)} cannot be recorded, because ${quote(edtf)} has no known bounds.`)
      : success(interval(next));
  };

const FORMS: readonly [RegExp, ToInterval][] = [
  [/^until (.+), start unknown$/i, (edtf) => success(`/${edtf}`)],
  [/^from (.+), end unknown$/i, (edtf) => success(`${edtf}/`)],
  [
    /^(?:before or (?:in|on)|(?:in|on) or before|until|till|up to|by|no later than|not later than|at the latest(?: in| on)?) (.+)$/i,
    (edtf) => success(`../${edtf}`),
  ],
  [
    /^(?:after or (?:in|on)|(?:in|on) or after|since|no earlier than|not earlier than|not before|starting(?: in| on)?|from) (.+?)(?: on| onwards?)?$/i,
    (edtf) => success(`${edtf}/..`),
  ],
  [/^(.+) (?:onwards?|and after|or later)$/i, (edtf) => success(`${edtf}/..`)],
  [/^(.+) (?:or earlier|and before)$/i, (edtf) => success(`../${edtf}`)],
  [/^(?:before|earlier than|prior to) (.+)$/i, excluding(dateBefore, (edtf) => `../${edtf}`)],
  [/^(?:after|later than) (.+)$/i, excluding(dateAfter, (edtf) => `${edtf}/..`)],
  [/^(?:throughout|all of|the whole of) (\d.*|[a-z]+ \d{4}.*)$/i, (edtf) => success(`${edtf}/${edtf}`)],
];

/**
 * Converts `before 2019`, `since 2001`, `from 2001, end unknown` or `throughout 2019` to an interval in EDTF; null for
 * other texts.
 */
export function readOpenEndedRange(text: string): Outcome<string> | null {
  for (const [pattern, interval] of FORMS) {
    const rest = pattern.exec(text)?.[1];
    const point = rest === undefined ? null : readTypedPoint(rest);
    if (point !== null) return point.ok ? interval(point.value) : point;
  }
  return null;
}
