import { type Field, type FieldValue, parseUncertainDate, valueSchema, valuesOf } from '@chancery/codebook';
import type { Line } from '../line.ts';
import { edtfOf } from '../spell.ts';
import { columnsOfValue } from './columns-of.ts';
import { lineDateReaderOf } from './date-reader.ts';
import type { DateMapping, ValueMapping } from './mapping.ts';
import { meaningReaderOf } from './meaning-of.ts';
import { partsOf } from './parts-of.ts';

/**
 * Returns the value of a field in a line. Returns `undefined` if the line has none, or if it is invalid, which is
 * reported.
 */
export type ValueReader = (line: Line) => FieldValue | undefined;

/**
 * Returns the reader that a mapping describes for a field. If the field is required, the reader reports a missing
 * value.
 */
export function valueReaderOf(
  field: Field,
  value: ValueMapping,
  missing: (column: string, text: string) => boolean,
): ValueReader {
  const readRaw = rawReaderOf(field, value, missing);
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

function rawReaderOf(
  field: Field,
  value: ValueMapping,
  missing: (column: string, text: string) => boolean,
): (line: Line) => unknown {
  if ('constant' in value) return () => value.constant;
  if ('from' in value) return periodReaderOf(value.from, value.to);
  if ('year' in value || 'date' in value) {
    const read = lineDateReaderOf(value);
    return (line) => statedDate(read(line));
  }
  if ('latitude' in value) return (line) => pointIn(line, value);
  if ('language' in value)
    return (line) => {
      const text = textIn(line, value);
      return text === '' ? undefined : { text, language: value.language };
    };
  if ('as' in value) {
    if (value.as === 'text') {
      const toValue = codeReaderOf(field);
      return (line) => toValue(textIn(line, value)) || undefined;
    }
    return (line) => {
      const column = value.or !== undefined && line.text(value.column) === '' ? value.or : value.column;
      return line.decimal(column, { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    };
  }
  return meaningsReaderOf(value, missing);
}

/** Returns the text of the column or, if that is empty, of the column `or`. */
function textIn(line: Line, { column, or }: { column: string; or?: string | undefined }): string {
  return line.text(column) || (or === undefined ? '' : line.text(or));
}

/** Returns a function that writes the codes of the field's value list as the list does, whatever their case. */
function codeReaderOf({ list }: Field): (text: string) => string {
  if (!list) return (text) => text;
  const codes = meaningReaderOf(Object.fromEntries(valuesOf(list).map((code) => [code, code])));
  return (text) => codes(text) ?? text;
}

function meaningsReaderOf(
  { column, meanings, separator }: Extract<ValueMapping, { meanings: unknown }>,
  missing: (column: string, text: string) => boolean,
): (line: Line) => unknown {
  const meaningOf = meaningReaderOf(meanings);
  return (line) => {
    const text = line.text(column);
    const texts = separator === undefined ? [text] : partsOf(text, separator).filter((part) => !missing(column, part));
    if (text === '' || texts.length === 0) return undefined;
    const values = texts.map(meaningOf);
    const unknown = texts.find((_text, index) => values[index] === undefined);
    if (unknown === undefined) return separator === undefined ? values[0] : [...new Set(values)];
    line.report(
      column,
      `“${unknown}” is not a value of this column. Use one of: ${Object.keys(meanings).join(', ')}; or add it to the mapping.`,
    );
    return undefined;
  };
}

function pointIn(line: Line, { latitude, longitude }: { latitude: string; longitude: string }) {
  const [north, east] = [
    line.decimal(latitude, { min: -90, max: 90 }),
    line.decimal(longitude, { min: -180, max: 180 }),
  ];
  return north === undefined || east === undefined ? undefined : { latitude: north, longitude: east };
}

/** Returns a reader of periods. A line without a start has no value; a period without an end has an unknown end. */
function periodReaderOf(from: DateMapping, to: DateMapping | undefined): (line: Line) => unknown {
  const readBegin = lineDateReaderOf(from);
  const readEnd = to ? lineDateReaderOf(to) : () => undefined;
  const columnOf = (date: DateMapping) => ('year' in date ? date.year : date.column);
  const [beginColumn, endColumn] = [columnOf(from), columnOf(to ?? from)];
  return (line) => {
    const [begin, end] = [readBegin(line), readEnd(line)];
    if (begin === undefined) {
      if (end !== undefined)
        line.report(endColumn, 'The period has an end but no start. Add the start, or remove the end.');
      return undefined;
    }
    const isSingle = [isSingleDate(line, beginColumn, begin), end === undefined || isSingleDate(line, endColumn, end)];
    if (isSingle.includes(false)) return undefined;
    if (end === undefined || !isBefore(end, begin)) return statedDate(edtfOf({ begin, ...(end && { end }) }));
    line.report(endColumn, `The end ${end} is before the start ${begin}. Correct one of the two.`);
    return undefined;
  };
}

/** Returns true if a date is neither a period nor a set; otherwise reports it and returns false. */
function isSingleDate(line: Line, column: string, edtf: string): boolean {
  if (!/[/{[]/.test(edtf)) return true;
  line.report(column, `“${line.text(column)}” is more than one date, but a period starts and ends with a single one.`);
  return false;
}

/** Returns true if the first date is certainly before the second. */
function isBefore(first: string, second: string): boolean {
  const [a, b] = [parseUncertainDate(first), parseUncertainDate(second)];
  return a.ok && b.ok && a.date.latest !== null && b.date.earliest !== null && a.date.latest < b.date.earliest;
}

function statedDate(edtf: string | undefined): unknown {
  return edtf === undefined ? undefined : { edtf, basis: 'STATED' };
}
