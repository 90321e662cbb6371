import { found, type Outcome, refused } from '../outcome.ts';
import { misshapenDate } from './misshapen.ts';
import { readPoint } from './point.ts';
import { quote } from './quote.ts';
import type { End, Reading } from './reading.ts';

/** “2019-07/08” is ISO 8601's short form, which EDTF does not have: 08 alone would be the ninth century. */
function shortEnd(start: string, end: string): string {
  const head = end.length === 2 && /^\d{4}(-\d{2}){1,2}$/.test(start) ? start.slice(0, -2) : '';
  const isDate = head !== '' && readPoint(head + end).ok;
  const cure = isDate ? `: write “${start}/${head}${end}”` : '';
  return `An interval needs a full date at each end, not ${quote(end)}${cure}.`;
}

function readEnd(text: string): Outcome<End> {
  if (text === '..') return found('open');
  if (text === '') return found('unknown');
  return readPoint(text);
}

/** The bound of one end of an interval. */
export function boundOf(end: End, side: 'earliest' | 'latest'): string | null {
  if (end === 'unknown') return null;
  if (end === 'open') return side === 'earliest' ? '-infinity' : 'infinity';
  return end[side];
}

/** Reads `start/end`. Either end may be open (`..`) or unknown (nothing), which are not the same. */
export function readInterval(text: string): Outcome<Reading> {
  const [first = '', second = '', ...more] = text.split('/');
  if (more.length > 0)
    return refused(misshapenDate(text) ?? `An interval has one slash: ${quote(text)} has ${more.length + 1}.`);
  if (text === '/') return refused('“/” says nothing: leave the field empty, or mark the date as unknown.');
  for (const end of [first, second]) {
    if (/^[?~%]?\d{1,3}[?~%]?$/.test(end)) return refused(shortEnd(first, end));
  }
  const start = readEnd(first);
  if (!start.ok) return start;
  const end = readEnd(second);
  if (!end.ok) return end;
  const earliest = boundOf(start.value, 'earliest');
  const latest = boundOf(end.value, 'latest');
  if (earliest !== null && latest !== null && earliest > latest) {
    return refused(`The interval ${quote(text)} ends before it starts.`);
  }
  return found({ form: 'interval', start: start.value, end: end.value });
}
