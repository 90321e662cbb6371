import { failure, type Outcome, success } from '../outcome.ts';
import { explainCommonMistake } from './common-mistakes.ts';
import type { End, ParsedEdtf } from './parsed-edtf.ts';
import { readPoint } from './point.ts';
import { quote } from './quote.ts';

/**
 * Returns the problem of an end that is not a full date, such as 08 in “2019-07/08”. ISO 8601 allows this short form,
 * but in EDTF 08 alone is a century. Suggests the full form if that is a date.
 */
function shortEnd(start: string, end: string): string {
  const head = end.length === 2 && /^\d{4}(-\d{2}){1,2}$/.test(start) ? start.slice(0, -2) : '';
  const isDate = head !== '' && readPoint(head + end).ok;
  const suggestion = isDate ? `: write “${start}/${head}${end}”` : '';
  return `An interval needs a full date at each end, not ${quote(end)}${suggestion}.`;
}

function readEnd(text: string): Outcome<End> {
  if (text === '..') return success('open');
  if (text === '') return success('unknown');
  return readPoint(text);
}

/** Returns a bound of one end of an interval: an infinity for an open end, null for an unknown one. */
export function boundOf(end: End, side: 'earliest' | 'latest'): string | null {
  if (end === 'unknown') return null;
  if (end === 'open') return side === 'earliest' ? '-infinity' : 'infinity';
  return end[side];
}

/** Parses `start/end`. An end may also be open (`..`) or unknown (empty), which do not mean the same. */
export function readInterval(text: string): Outcome<ParsedEdtf> {
  const [first = '', second = '', ...more] = text.split('/');
  if (more.length > 0)
    return failure(explainCommonMistake(text) ?? `An interval has one slash: ${quote(text)} has ${more.length + 1}.`);
  if (text === '/') return failure('“/” is not a date: leave the field empty, or mark the date as unknown.');
  for (const end of [first, second]) {
    if (/^[?~%]?\d{1,3}[?~%]?$/.test(end)) return failure(shortEnd(first, end));
  }
  const start = readEnd(first);
  if (!start.ok) return start;
  const end = readEnd(second);
  if (!end.ok) return end;
  const earliest = boundOf(start.value, 'earliest');
  const latest = boundOf(end.value, 'latest');
  if (earliest !== null && latest !== null && earliest > latest) {
    return failure(`The interval ${quote(text)} ends before it starts: write the earlier date first.`);
  }
  return success({ form: 'interval', start: start.value, end: end.value });
}
