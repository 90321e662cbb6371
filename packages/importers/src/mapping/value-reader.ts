import { type Field, type FieldValue, valueSchema } from '@chancery/codebook';
import type { Line } from '../line.ts';
import { edtfOf, runsBackwards } from '../spell.ts';
import { columnsOfValue } from './columns-of.ts';
import { dateReaderOf } from './date-form.ts';
import type { DateMapping, ValueMapping } from './mapping.ts';

/**
 * Returns the value of a field in a line. Returns `undefined` if the line has none, or if it is invalid, which is
 * reported.
 */
export type ValueReader = (line: Line) => FieldValue | undefined;

/**
 * Returns the reader that a mapping describes for a field. If the field is required, the reader reports a missing
 * value.
 */
export function valueReaderOf(field: Field, value: ValueMapping): ValueReader {
  const readRaw = rawReaderOf(value);
  const schema = valueSchema(field);
  const [first] = columnsOfValue(value);
  return (line) => {
    const problemsBefore = line.problems.length;
    const raw = readRaw(line);
    if (raw === undefined) {
      if (field.required && line.problems.length === problemsBefore && first !== undefined) line.required(first);
      return undefined;
    }
    const checked = schema.safeParse(raw);
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    line.report(
      first ?? '',
      `“${first === undefined ? '' : line.text(first)}” ${issue?.message ?? 'is not a valid value'}.`,
    );
    return undefined;
  };
}

function rawReaderOf(value: ValueMapping): (line: Line) => unknown {
  if ('constant' in value) return () => value.constant;
  if ('from' in value) return periodReaderOf(value.from, value.to);
  if ('year' in value || 'date' in value) {
    const read = dateReaderOfMapping(value);
    return (line) => statedDate(read(line));
  }
  if ('latitude' in value) return (line) => pointIn(line, value);
  const { column } = value;
  if ('language' in value)
    return (line) => {
      const text = line.text(column);
      return text === '' ? undefined : { text, language: value.language };
    };
  if ('as' in value) {
    if (value.as === 'number')
      return (line) => line.decimal(column, { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    return (line) => line.text(column) || undefined;
  }
  const { meanings, separator } = value;
  if (separator === undefined) return (line) => line.oneOf(column, meanings);
  return (line) => valuesIn(line, { column, meanings, separator });
}

function valuesIn(
  line: Line,
  { column, meanings, separator }: { column: string; meanings: Readonly<Record<string, unknown>>; separator: string },
): unknown[] | undefined {
  const texts = line
    .text(column)
    .split(separator)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const unknown = texts.find((text) => !Object.hasOwn(meanings, text));
  if (unknown !== undefined) {
    line.report(
      column,
      `“${unknown}” is not a value of this column. Use one of: ${Object.keys(meanings).join(', ')}; or add it to the mapping.`,
    );
    return undefined;
  }
  return texts.length === 0 ? undefined : [...new Set(texts.map((text) => meanings[text]))];
}

function pointIn(line: Line, { latitude, longitude }: { latitude: string; longitude: string }) {
  const [north, east] = [
    line.decimal(latitude, { min: -90, max: 90 }),
    line.decimal(longitude, { min: -180, max: 180 }),
  ];
  return north === undefined || east === undefined ? undefined : { latitude: north, longitude: east };
}

function dateReaderOfMapping(date: DateMapping): (line: Line) => string | undefined {
  if ('year' in date) return (line) => line.date(date.year, date.month, date.day);
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

/** Returns a reader of periods. A line without a start has no value; a period without an end has an unknown end. */
function periodReaderOf(from: DateMapping, to: DateMapping | undefined): (line: Line) => unknown {
  const readBegin = dateReaderOfMapping(from);
  if (!to) {
    return (line) => {
      const begin = readBegin(line);
      return statedDate(begin && `${begin}/`);
    };
  }
  const readEnd = dateReaderOfMapping(to);
  return (line) => {
    const [begin, end] = [readBegin(line), readEnd(line)];
    const column = 'year' in to ? to.year : to.column;
    if (begin === undefined) {
      if (end !== undefined)
        line.report(column, 'The period has an end but no start. Add the start, or remove the end.');
      return undefined;
    }
    const spell = { begin, ...(end === undefined ? {} : { end }) };
    if (!runsBackwards(spell)) return statedDate(edtfOf(spell));
    line.report(column, `The end ${end} is before the start ${begin}. Correct one of the two.`);
    return undefined;
  };
}

function statedDate(edtf: string | undefined): unknown {
  return edtf === undefined ? undefined : { edtf, basis: 'STATED' };
}
