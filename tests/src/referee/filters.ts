// Filters, as the descriptions in the schema state them: one row at a time, by hand.
import { type Field, fieldsOf, isFactField, type TypeName } from '@chancery/codebook';
import type { Thing } from './register-state.ts';
import { readingOn } from './spells.ts';
import { columnOf, type StoredDate, storedDate } from './values.ts';

type Filter = Readonly<Record<string, unknown>>;

/** Whether a thing fulfils a filter. What is empty fulfils nothing but `isNull`; a condition that is null is none. */
export function fulfils(thing: Thing, filter: unknown): boolean {
  if (filter === null || filter === undefined) return true;
  return Object.entries(filter as Filter).every(([name, condition]) => {
    if (condition === null || condition === undefined) return true;
    if (name === 'and') return (condition as Filter[]).every((each) => fulfils(thing, each));
    if (name === 'or') return (condition as Filter[]).some((each) => fulfils(thing, each));
    // A filter that asks nothing lets everything pass, and so does its contrary: it asks nothing either.
    if (name === 'not') return asksNothing(condition as Filter) || !fulfils(thing, condition);
    return fulfilsField(thing, name, condition as Filter);
  });
}

/** Whether nothing at all is asked, however deep the nothing is nested. */
function asksNothing(filter: Filter): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (condition === null || condition === undefined) return true;
    if (name === 'and') return (condition as Filter[]).every(asksNothing);
    if (name === 'or') return (condition as Filter[]).some(asksNothing);
    if (name === 'not') return asksNothing(condition as Filter);
    return conditionAsksNothing(condition as Filter);
  });
}

function conditionAsksNothing(condition: Filter): boolean {
  return Object.values(condition).every((value) => value === null || value === undefined);
}

function fulfilsField(thing: Thing, name: string, condition: Filter): boolean {
  const type = thing.__typename as TypeName;
  if (name === 'id') return fulfilsPlain(thing.row.id, condition, thing);
  const field = fieldsOf(type)[name];
  if (!field) throw new Error(`${type} has no field ${name}`);
  const row = type !== 'Citation' && isFactField(name) ? thing.fact : thing.row;
  if (field.kind === 'uncertainDate') {
    const { holds, ...rest } = condition as Filter & { holds?: { on?: string | null; readings: string[] } | null };
    const reads = !holds || holds.readings.includes(readingOn(type, name, row, holds.on ?? thing.state.day));
    return reads && fulfilsDate(storedDate(row, name), rest);
  }
  return fulfilsPlain(row[columnOf(name, field as Field)] ?? null, condition, thing);
}

function fulfilsPlain(value: unknown, condition: Filter, thing: Thing): boolean {
  return Object.entries(condition).every(([operator, wanted]) => {
    if (wanted === null || wanted === undefined) return true;
    if (operator === 'isNull') return (value === null) === wanted;
    if (value === null) return false;
    return operators[operator]?.(value, wanted, thing) ?? false;
  });
}

const nfc = (wanted: unknown) => (typeof wanted === 'string' ? wanted.normalize('NFC') : wanted);

const operators: Readonly<Record<string, (value: unknown, wanted: unknown, thing: Thing) => boolean>> = {
  eq: (value, wanted) => value === nfc(wanted),
  in: (value, wanted) => (wanted as unknown[]).some((one) => value === nfc(one)),
  lt: (value, wanted) => Number(value) < Number(wanted),
  lte: (value, wanted) => Number(value) <= Number(wanted),
  gt: (value, wanted) => Number(value) > Number(wanted),
  gte: (value, wanted) => Number(value) >= Number(wanted),
  has: (value, wanted) => (value as unknown[]).includes(wanted),
  hasAny: (value, wanted) => (wanted as unknown[]).some((one) => (value as unknown[]).includes(one)),
  hasAll: (value, wanted) => (wanted as unknown[]).every((one) => (value as unknown[]).includes(one)),
  contains: (value, wanted, { state }) => {
    const { spellings } = state.stored;
    const needle = spellings.get(String(nfc(wanted)));
    const hay = spellings.get(String(value));
    // What Postgres cannot hold is in no text of it.
    return needle !== undefined && hay?.folded.includes(needle.folded) === true;
  },
};

interface Span {
  readonly from?: string | null;
  readonly to?: string | null;
}

function fulfilsDate(date: StoredDate | null, { isNull, ...readings }: Filter): boolean {
  if (typeof isNull === 'boolean' && (date === null) !== isNull) return false;
  return Object.entries(readings).every(([reading, span]) => {
    if (span === null || span === undefined) return true;
    if (date === null) return false;
    const { from, to } = span as Span;
    const { earliest, latest } = date;
    if (reading === 'certain')
      return earliest !== null && latest !== null && (!from || earliest >= from) && (!to || latest <= to);
    if (earliest === null && latest === null) return false;
    return (earliest === null || !to || earliest <= to) && (latest === null || !from || latest >= from);
  });
}
