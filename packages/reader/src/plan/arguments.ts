import { type GraphQLError, getArgumentValues } from 'graphql';
import type { Arguments } from '../compile/run.ts';
import type { ReadDocument } from './document.ts';

/** Variables as graphql-js coerced them. */
export type Variables = Readonly<Record<string, unknown>>;

/** The coerced arguments of every numbered field; where coercion fails the error that graphql-js gives. */
export interface CoercedArguments {
  readonly values: readonly Arguments[];
  readonly errors: ReadonlyMap<number, GraphQLError>;
}

const constants = new WeakMap<ReadDocument, Map<number, Arguments>>();

/** Coerces the arguments of a document for one execution. Those that no variable touches are coerced once. */
export function coerceArguments(document: ReadDocument, variables: Variables): CoercedArguments {
  const values: Arguments[] = [];
  const errors = new Map<number, GraphQLError>();
  const known = constants.get(document) ?? new Map<number, Arguments>();
  constants.set(document, known);
  for (const { node, definition, number, varies } of document.fields.values()) {
    const constant = known.get(number);
    if (constant) {
      values[number] = constant;
      continue;
    }
    try {
      const coerced = getArgumentValues(definition, node, variables as Record<string, unknown>);
      values[number] = coerced;
      if (!varies) known.set(number, coerced);
    } catch (error) {
      // graphql-js makes it the error of the field, which is null then; so do we, where the field is selected.
      values[number] = {};
      errors.set(number, error as GraphQLError);
    }
  }
  return { values, errors };
}

/** What of the arguments and variables shapes the SQL, as a key: which values are given, orders, switches; no more. */
export function shapeKey(document: ReadDocument, { values, errors }: CoercedArguments, variables: Variables): string {
  let key = document.switches.map((name) => (variables[name] === true ? '1' : '0')).join('');
  for (const { number, varies } of document.fields.values())
    if (varies) key += `|${errors.has(number) ? '!' : shapeOf(values[number] ?? {}, true)}`;
  return key;
}

function shapeOf(value: unknown, top = false): string {
  if (value === null || value === undefined) return '0';
  if (Array.isArray(value))
    return typeof value[0] === 'object' && value[0] !== null
      ? `[${value.map((item) => shapeOf(item)).join()}]`
      : value.length === 0
        ? '[]'
        : '1';
  if (typeof value !== 'object') return '1';
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}:${top && name === 'orderBy' ? String(inner) : shapeOf(inner)}`)
    .join()}}`;
}
