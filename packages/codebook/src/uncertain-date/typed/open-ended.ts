import { found, type Outcome, refused } from '../outcome.ts';
import { readPoint } from '../parse/point.ts';
import { quote } from '../parse/quote.ts';
import { after, before } from './neighbour.ts';
import { typedPoint } from './typed-point.ts';

type Beyond = (point: string) => Outcome<string>;

/** “Before 2019” leaves 2019 out: the interval is given by the neighbour of the date that is named. */
const beyond =
  (neighbour: typeof before, interval: (edtf: string) => string): Beyond =>
  (edtf) => {
    const point = readPoint(edtf);
    const next = point.ok ? neighbour(point.value) : null;
    return next === null ? refused(`Nothing can be said to be before or after ${quote(edtf)}.`) : found(interval(next));
  };

const FORMS: readonly [RegExp, Beyond][] = [
  [/^until (.+), start unknown$/i, (edtf) => found(`/${edtf}`)],
  [/^from (.+), end unknown$/i, (edtf) => found(`${edtf}/`)],
  [
    /^(?:before or (?:in|on)|(?:in|on) or before|until|till|up to|by|no later than|not later than|at the latest(?: in| on)?) (.+)$/i,
    (edtf) => found(`../${edtf}`),
  ],
  [
    /^(?:after or (?:in|on)|(?:in|on) or after|since|no earlier than|not earlier than|not before|starting(?: in| on)?|from) (.+?)(?: on| onwards?)?$/i,
    (edtf) => found(`${edtf}/..`),
  ],
  [/^(.+) (?:onwards?|and after|or later)$/i, (edtf) => found(`${edtf}/..`)],
  [/^(.+) (?:or earlier|and before)$/i, (edtf) => found(`../${edtf}`)],
  [/^(?:before|earlier than|prior to) (.+)$/i, beyond(before, (edtf) => `../${edtf}`)],
  [/^(?:after|later than) (.+)$/i, beyond(after, (edtf) => `${edtf}/..`)],
  [/^(?:throughout|all of|the whole of) (\d.*|[a-z]+ \d{4}.*)$/i, (edtf) => found(`${edtf}/${edtf}`)],
];

/** `before 2019`, `since 2001`, `from 2001, end unknown`; null if the text is not of such a form. */
export function openEnded(text: string): Outcome<string> | null {
  for (const [pattern, interval] of FORMS) {
    const rest = pattern.exec(text)?.[1];
    const point = rest === undefined ? null : typedPoint(rest);
    if (point !== null) return point.ok ? interval(point.value) : point;
  }
  return null;
}
