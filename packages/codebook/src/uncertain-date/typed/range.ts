import { type Outcome, success } from '../outcome.ts';
import { type Qualifier, takeQualifier, withQualifier } from './qualifiers.ts';
import { readTypedPoint } from './typed-point.ts';

/** Short forms of intervals from ISO 8601 and English: `2019-07/08` is July to August 2019. */
const SHORT: readonly [RegExp, string][] = [
  [/^(\d{4}-)(\d{2}[?~%]?)\/(\d{2}[?~%]?)$/, '$1$2/$1$3'],
  [/^(\d{4}-\d{2}-)(\d{2}[?~%]?)\/(\d{2}[?~%]?)$/, '$1$2/$1$3'],
  [/^(\d{4}-)(\d{2}-\d{2}[?~%]?)\/(\d{2}-\d{2}[?~%]?)$/, '$1$2/$1$3'],
  [/^([a-z]+\.?) (\d{1,2})(?: ?- ?| to )(\d{1,2}),? (\d{4})$/i, '$1 $2, $4/$1 $3, $4'],
];

const SEPARATORS: readonly RegExp[] = [/ (?:to|until|till|through|thru) /gi, / ?\/ ?/g, / - /g, /-/g];
const PRESENT = /^(?:the )?(?:present|present day|now|today|date|this day|ongoing|\.\.)$/i;

/** Returns every way to split a text into two parts at a separator, from left to right. */
export function splits(text: string, separator: RegExp): [string, string][] {
  return [...text.matchAll(separator)].map((match) => [
    text.slice(0, match.index).trim(),
    text.slice(match.index + match[0].length).trim(),
  ]);
}

/**
 * Reads the first of two dates, completing it with parts of the next date: `2` in “2 to 5 September 2019” is 2
 * September 2019. Does not take over the qualifiers of the next date. Null if the form of the text is not known.
 */
export function completeFrom(text: string, next: string): Outcome<string> | null {
  const complete = readTypedPoint(text);
  if (complete?.ok) return complete;
  const tokens = next.replace(/ ?\(.*\)$/, '').split(' ');
  for (let from = 1; from < tokens.length; from += 1) {
    const point = readTypedPoint(`${text} ${tokens.slice(from).join(' ')}`);
    if (point?.ok) return point;
  }
  return complete;
}

function between(start: string, end: string, shared: Qualifier | null): Outcome<string> | null {
  const marked = (edtf: string): string => (shared === null ? edtf : withQualifier(edtf, shared));
  if (PRESENT.test(end)) {
    const since = readTypedPoint(start);
    return since?.ok ? success(`${marked(since.value)}/..`) : since;
  }
  const last = readTypedPoint(end);
  const first = completeFrom(start, end);
  if (first === null || last === null) return null;
  if (!first.ok) return first;
  return last.ok ? success(`${marked(first.value)}/${marked(last.value)}`) : last;
}

function readSplits(text: string, separators: readonly RegExp[], shared: Qualifier | null): Outcome<string> | null {
  let refusal: Outcome<string> | null = null;
  for (const separator of separators) {
    for (const [start, end] of splits(text, separator)) {
      const interval = between(start, end, shared);
      if (interval?.ok) return interval;
      refusal ??= interval;
    }
  }
  return refusal;
}

/**
 * Converts `2001-2010`, `between July and August 2019` or `2 to 5 September 2019` to an interval; null for other texts.
 */
export function readRange(text: string): Outcome<string> | null {
  const short = SHORT.find(([pattern]) => pattern.test(text));
  const full = short === undefined ? text : text.replace(short[0], short[1]);
  // A qualifier after a comma applies to both dates; one in parentheses applies to the last.
  const marked = /, [a-z ]+$/i.test(full) ? takeQualifier(full) : null;
  const unmarked = (marked?.rest ?? full).replace(/^(?:the years|the period) /i, '');
  const qualifier = marked?.qualifier ?? null;
  const inner = /^between (.+)$/i.exec(unmarked)?.[1];
  if (inner !== undefined) return readSplits(inner, [/ and /gi], qualifier);
  return readSplits(unmarked.replace(/^from /i, ''), SEPARATORS, qualifier);
}
