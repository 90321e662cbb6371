import { found, type Outcome } from '../outcome.ts';
import { type Mark, takeMark, withMark } from './doubt-marks.ts';
import { typedPoint } from './typed-point.ts';

/** ISO 8601's short form: `2019-07/08` is July to August 2019. */
const SHORT: readonly [RegExp, string][] = [
  [/^(\d{4}-)(\d{2}[?~%]?)\/(\d{2}[?~%]?)$/, '$1$2/$1$3'],
  [/^(\d{4}-\d{2}-)(\d{2}[?~%]?)\/(\d{2}[?~%]?)$/, '$1$2/$1$3'],
  [/^(\d{4}-)(\d{2}-\d{2}[?~%]?)\/(\d{2}-\d{2}[?~%]?)$/, '$1$2/$1$3'],
  [/^([a-z]+\.?) (\d{1,2})(?: ?- ?| to )(\d{1,2}),? (\d{4})$/i, '$1 $2, $4/$1 $3, $4'],
];

const SEPARATORS: readonly RegExp[] = [/ (?:to|until|till|through|thru) /gi, / ?\/ ?/g, / - /g, /-/g];
const STILL = /^(?:the )?(?:present|present day|now|today|date|this day|ongoing|\.\.)$/i;

/** Every way to cut a text in two at a separator. */
export function cuts(text: string, separator: RegExp): [string, string][] {
  return [...text.matchAll(separator)].map((match) => [
    text.slice(0, match.index).trim(),
    text.slice(match.index + match[0].length).trim(),
  ]);
}

/**
 * A date that may have left out what the next one says: `2` of “2 to 5 September 2019”. It never takes over the doubt
 * of the next one.
 */
export function elided(text: string, next: string): Outcome<string> | null {
  const whole = typedPoint(text);
  if (whole?.ok) return whole;
  const tokens = next.replace(/ ?\(.*\)$/, '').split(' ');
  for (let from = 1; from < tokens.length; from += 1) {
    const point = typedPoint(`${text} ${tokens.slice(from).join(' ')}`);
    if (point?.ok) return point;
  }
  return whole;
}

function between(start: string, end: string, shared: Mark | null): Outcome<string> | null {
  const marked = (edtf: string): string => (shared === null ? edtf : withMark(edtf, shared));
  if (STILL.test(end)) {
    const since = typedPoint(start);
    return since?.ok ? found(`${marked(since.value)}/..`) : since;
  }
  const last = typedPoint(end);
  const first = elided(start, end);
  if (first === null || last === null) return null;
  if (!first.ok) return first;
  return last.ok ? found(`${marked(first.value)}/${marked(last.value)}`) : last;
}

function cutAndRead(text: string, separators: readonly RegExp[], shared: Mark | null): Outcome<string> | null {
  let refusal: Outcome<string> | null = null;
  for (const separator of separators) {
    for (const [start, end] of cuts(text, separator)) {
      const interval = between(start, end, shared);
      if (interval?.ok) return interval;
      refusal ??= interval;
    }
  }
  return refusal;
}

/** `2001-2010`, `between July and August 2019`, `2 to 5 September 2019`; null if the text is no range of dates. */
export function range(text: string): Outcome<string> | null {
  const short = SHORT.find(([pattern]) => pattern.test(text));
  const full = short === undefined ? text : text.replace(short[0], short[1]);
  // A doubt behind a comma is of both dates; one in parentheses clings to the last.
  const taken = /, [a-z ]+$/i.test(full) ? takeMark(full) : null;
  const said = (taken?.rest ?? full).replace(/^(?:the years|the period) /i, '');
  const mark = taken?.mark ?? null;
  const inner = /^between (.+)$/i.exec(said)?.[1];
  if (inner !== undefined) return cutAndRead(inner, [/ and /gi], mark);
  return cutAndRead(said.replace(/^from /i, ''), SEPARATORS, mark);
}
