import { readDate } from '@chancery/codebook';
import type { Line } from '../line.ts';
import { dateReaderOf } from './date-form.ts';
import type { DateMapping, FactMapping, OnMapping, ValueMapping } from './mapping.ts';

/** Returns the date (EDTF) of a line; `undefined` if it has none, or if the date is invalid, which is reported. */
export type LineDateReader = (line: Line) => string | undefined;

/**
 * Returns the reader that a mapping describes for a date.
 * @throws Error if a date form is not supported; `readMapping` reports it as a problem
 */
export function lineDateReaderOf(date: DateMapping): LineDateReader {
  if ('year' in date) return partsReaderOf(date);
  const read = dateReaderOf(date.date);
  if (!read) throw new Error(`${date.date} is not a date form: validate the mapping with readMapping first`);
  return (line) => {
    const text = line.text(date.column);
    if (text === '') return undefined;
    const result = read(text);
    if ('edtf' in result) return result.edtf;
    line.report(date.column, `“${text}” ${result.problem}`);
    return undefined;
  };
}

/**
 * Returns the reader of the date on which the target of a link or the owner of a code has it. A plain column is read in
 * the form in which the first of `facts` that has it as a value reads it, or else as typed.
 */
export function onReaderOf(on: OnMapping | undefined, facts: readonly FactMapping[]): LineDateReader {
  if (on === undefined) return () => undefined;
  if (typeof on !== 'string') return lineDateReaderOf(on);
  const dates = facts.flatMap(({ values }) => Object.values(values).flatMap(datesOfValue));
  const sameColumn = dates.find((date) => 'column' in date && date.column === on);
  return lineDateReaderOf(sameColumn ?? { column: on, date: 'TYPED' });
}

function datesOfValue(value: ValueMapping): DateMapping[] {
  if ('from' in value) return [value.from, ...(value.to ? [value.to] : [])];
  return 'date' in value || 'year' in value ? [value] : [];
}

function partsReaderOf({ year, month, day }: Extract<DateMapping, { year: string }>): LineDateReader {
  return (line) => {
    const edtf = line.date(year, month, day);
    if (edtf === undefined) return undefined;
    // The forms refuse a year such as `19` or `0019`, which is probably incomplete.
    const stated = line.text(year);
    const typed = readDate(stated);
    if (typed.ok) return edtf;
    line.report(year, `“${stated}” is not a year: ${typed.problem}`);
    return undefined;
  };
}
