import type { Outcome } from '../outcome.ts';
import { success } from '../outcome.ts';
import { completeFrom, splits } from './range.ts';
import { readTypedPoint } from './typed-point.ts';

const BEYOND = /, (?:or any date|and all dates) ((?:before|after) .+)$/i;

function member(text: string, next: string): Outcome<string> | null {
  const point = completeFrom(text, next);
  if (point !== null) return point;
  for (const [start, end] of splits(text, / to /gi)) {
    const last = readTypedPoint(end);
    const first = completeFrom(start, end);
    if (first?.ok && last?.ok) return success(`${first.value}..${last.value}`);
  }
  return null;
}

function members(text: string, conjunction: 'and' | 'or'): Outcome<string> | null {
  const outsideParentheses = '(?![^(]*\\))';
  const parts = text.split(new RegExp(`(?:, ${conjunction} | ${conjunction} |, )${outsideParentheses}`, 'i'));
  const dates: string[] = [];
  for (const part of parts) {
    const date = member(part, parts.at(-1) ?? '');
    if (date === null || !date.ok) return date;
    dates.push(date.value);
  }
  return success(dates.join(','));
}

/**
 * Converts `one of 2018 or 2019`, `July or August 2019` or `both 2018 and 2019` to a set in EDTF; null for other texts.
 */
export function readChoice(text: string): Outcome<string> | null {
  const beyond = BEYOND.exec(text)?.[1]?.toLowerCase() ?? '';
  const dateList = text.replace(BEYOND, '');
  const every = /^(?:both|all of) (.+)$/i.exec(dateList)?.[1];
  const one =
    /^(?:one of|either) (.+)$/i.exec(dateList)?.[1] ?? (/ or /i.test(dateList) || beyond !== '' ? dateList : undefined);
  const inner = every ?? one;
  if (inner === undefined) return null;
  const dates = members(inner, every === undefined ? 'or' : 'and');
  if (!dates?.ok) return dates;
  const all = every !== undefined || /, and all dates /i.test(text);
  const content = `${/before/.test(beyond) ? '..' : ''}${dates.value}${/after/.test(beyond) ? '..' : ''}`;
  return success(all ? `{${content}}` : `[${content}]`);
}
