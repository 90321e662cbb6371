// Filters, implemented from their descriptions in the schema, one row at a time.
import { codebookName, type Field, fieldsOf, isFactField, type TypeName } from '@chancery/codebook';
import type { RegisterNode } from './register-state.ts';
import { readingOn } from './spells.ts';
import { columnOf, type StoredDate, storedDate } from './values.ts';

type Filter = Readonly<Record<string, unknown>>;

/**
 * True when a node satisfies a filter. An empty value satisfies only `isNull: true`. A condition that is null is
 * ignored.
 */
export function satisfiesFilter(node: RegisterNode, filter: unknown): boolean {
  if (filter === null || filter === undefined) return true;
  return Object.entries(filter as Filter).every(([name, condition]) => {
    if (condition === null || condition === undefined) return true;
    if (name === 'and') return (condition as Filter[]).every((part) => satisfiesFilter(node, part));
    if (name === 'or') return (condition as Filter[]).some((part) => satisfiesFilter(node, part));
    // A filter without conditions matches everything, and so does its negation.
    if (name === 'not') return hasNoCondition(condition as Filter) || !satisfiesFilter(node, condition);
    return satisfiesField(node, name, condition as Filter);
  });
}

/** True when a filter restricts nothing. An `or` restricts nothing if one of its alternatives restricts nothing. */
function hasNoCondition(filter: Filter): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (condition === null || condition === undefined) return true;
    if (name === 'and') return (condition as Filter[]).every(hasNoCondition);
    if (name === 'or') return (condition as Filter[]).some(hasNoCondition);
    if (name === 'not') return hasNoCondition(condition as Filter);
    return isEmptyCondition(condition as Filter);
  });
}

function isEmptyCondition(condition: Filter): boolean {
  return Object.values(condition).every((value) => value === null || value === undefined);
}

function satisfiesField(node: RegisterNode, given: string, condition: Filter): boolean {
  const type = node.__typename as TypeName;
  const name = codebookName(type, given);
  if (name === 'id') return satisfiesPlain(node.row.id, condition, node);
  const field = fieldsOf(type)[name];
  if (!field) throw new Error(`${type} has no field ${name}`);
  const row = type !== 'Citation' && isFactField(name) ? node.fact : node.row;
  if (field.kind === 'uncertainDate') {
    const { holds, ...rest } = condition as Filter & { holds?: { on?: string | null; readings: string[] } | null };
    const reads = !holds || holds.readings.includes(readingOn(type, name, row, holds.on ?? node.state.day));
    return reads && satisfiesDate(storedDate(row, name), rest);
  }
  return satisfiesPlain(row[columnOf(name, field as Field)] ?? null, condition, node);
}

function satisfiesPlain(value: unknown, condition: Filter, node: RegisterNode): boolean {
  return Object.entries(condition).every(([operator, wanted]) => {
    if (wanted === null || wanted === undefined) return true;
    if (operator === 'isNull') return (value === null) === wanted;
    if (value === null) return false;
    return operators[operator]?.(value, wanted, node) ?? false;
  });
}

const nfc = (wanted: unknown) => (typeof wanted === 'string' ? wanted.normalize('NFC') : wanted);

const operators: Readonly<Record<string, (value: unknown, wanted: unknown, node: RegisterNode) => boolean>> = {
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
    const haystack = spellings.get(String(value));
    // A text that Postgres cannot store has no spelling and occurs in no text.
    return needle !== undefined && haystack?.folded.includes(needle.folded) === true;
  },
};

interface Span {
  readonly from?: string | null;
  readonly to?: string | null;
}

function satisfiesDate(date: StoredDate | null, { isNull, ...readings }: Filter): boolean {
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
