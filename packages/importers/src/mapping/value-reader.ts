import { type Field, type FieldValue, valueSchema } from '@chancery/codebook';
import type { Line } from '../line.ts';
import { edtfOf, runsBackwards } from '../spell.ts';
import { columnsOfValue } from './columns-of.ts';
import { dateReaderOf } from './date-form.ts';
import type { DateMapping, ValueMapping } from './mapping.ts';

/** What reads the value of a field from a line; what comes of it is as the codebook has it, or else a problem of its column. */
export type ValueReader = (line: Line) => FieldValue | undefined;

/** What reads a value of a field as a mapping says. A field that is required must have one. */
export function valueReaderOf(field: Field, value: ValueMapping): ValueReader {
  const read = plainReaderOf(value);
  const schema = valueSchema(field);
  const [first] = columnsOfValue(value);
  return (line) => {
    const before = line.problems.length;
    const found = read(line);
    if (found === undefined) {
      if (field.required && line.problems.length === before && first !== undefined) line.needed(first);
      return undefined;
    }
    const checked = schema.safeParse(found);
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    line.report(
      first ?? '',
      `“${first === undefined ? '' : line.text(first)}” ${issue?.message ?? 'is no value of it'}.`,
    );
    return undefined;
  };
}

function plainReaderOf(value: ValueMapping): (line: Line) => unknown {
  if ('constant' in value) return () => value.constant;
  if ('from' in value) return spanReaderOf(value.from, value.to);
  if ('year' in value || 'date' in value) {
    const read = pointReaderOf(value);
    return (line) => dated(read(line));
  }
  if ('latitude' in value) return (line) => positionOf(line, value);
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
  return (line) => severalOf(line, { column, meanings, separator });
}

function severalOf(
  line: Line,
  { column, meanings, separator }: { column: string; meanings: Readonly<Record<string, unknown>>; separator: string },
): unknown[] | undefined {
  const texts = line
    .text(column)
    .split(separator)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const strange = texts.find((text) => !Object.hasOwn(meanings, text));
  if (strange !== undefined) {
    line.report(column, `“${strange}” is none of the values of this source: ${Object.keys(meanings).join(', ')}.`);
    return undefined;
  }
  return texts.length === 0 ? undefined : [...new Set(texts.map((text) => meanings[text]))];
}

function positionOf(line: Line, { latitude, longitude }: { latitude: string; longitude: string }) {
  const [north, east] = [
    line.decimal(latitude, { min: -90, max: 90 }),
    line.decimal(longitude, { min: -180, max: 180 }),
  ];
  return north === undefined || east === undefined ? undefined : { latitude: north, longitude: east };
}

function pointReaderOf(date: DateMapping): (line: Line) => string | undefined {
  if ('year' in date) return (line) => line.date(date.year, date.month, date.day);
  const read = dateReaderOf(date.date);
  if (!read) throw new Error(`${date.date} is no form of a date: the mapping was not read by readMapping`);
  return (line) => {
    const text = line.text(date.column);
    if (text === '') return undefined;
    const found = read(text);
    if ('edtf' in found) return found.edtf;
    line.report(date.column, `“${text}” ${found.problem}.`);
    return undefined;
  };
}

/** A time from one date to another; without the first nothing is said, and where nothing stands for the last it goes on. */
function spanReaderOf(from: DateMapping, to: DateMapping | undefined): (line: Line) => unknown {
  const first = pointReaderOf(from);
  if (!to) {
    return (line) => {
      const begin = first(line);
      return dated(begin && `${begin}/`);
    };
  }
  const last = pointReaderOf(to);
  return (line) => {
    const [begin, end] = [first(line), last(line)];
    const column = 'year' in to ? to.year : to.column;
    if (begin === undefined) {
      if (end !== undefined) line.report(column, 'An end is stated without its beginning.');
      return undefined;
    }
    const spell = { begin, ...(end === undefined ? {} : { end }) };
    if (!runsBackwards(spell)) return dated(edtfOf(spell));
    line.report(column, `It ends on ${end}, before it begins on ${begin}.`);
    return undefined;
  };
}

function dated(edtf: string | undefined): unknown {
  return edtf === undefined ? undefined : { edtf, basis: 'STATED' };
}
