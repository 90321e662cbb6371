import { type GraphQLError, getArgumentValues } from 'graphql';
import type { Arguments } from '../compile/run.ts';
import type { PreparedDocument } from './document.ts';

/** The values of the variables of an operation by name, coerced by graphql-js. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * The coerced arguments of the fields of a document by field number, and the errors of graphql-js for fields whose
 * arguments cannot be coerced.
 */
export interface CoercedArguments {
  readonly values: readonly Arguments[];
  readonly errors: ReadonlyMap<number, GraphQLError>;
}

const constantArguments = new WeakMap<PreparedDocument, Map<number, Arguments>>();

/** Coerces the arguments of a document for one execution. Arguments without variables are coerced once per document. */
export function coerceArguments(document: PreparedDocument, variables: Variables): CoercedArguments {
  const values: Arguments[] = [];
  const errors = new Map<number, GraphQLError>();
  const constants = constantArguments.get(document) ?? new Map<number, Arguments>();
  constantArguments.set(document, constants);
  for (const { node, definition, number, varies } of document.fields.values()) {
    const constant = constants.get(number);
    if (constant) {
      values[number] = constant;
      continue;
    }
    try {
      const coerced = getArgumentValues(definition, node, variables as Record<string, unknown>);
      values[number] = coerced;
      if (!varies) constants.set(number, coerced);
    } catch (error) {
      // As in graphql-js, this becomes an error of the field, which is null, if the field is selected.
      values[number] = {};
      errors.set(number, error as GraphQLError);
    }
  }
  return { values, errors };
}

/**
 * Returns a key of everything in the arguments and variables on which the SQL depends: which values are given, the
 * orders, and the variables of `@skip` and `@include`.
 */
export function shapeKey(
  document: PreparedDocument,
  { values, errors }: CoercedArguments,
  variables: Variables,
): string {
  let key = document.directiveVariables.map((name) => (variables[name] === true ? '1' : '0')).join('');
  for (const { number, varies } of document.fields.values())
    if (varies) key += `|${errors.has(number) ? '!' : shapeOf(values[number] ?? {}, true)}`;
  return key;
}

function shapeOf(value: unknown, isTopLevel = false): string {
  if (value === null || value === undefined) return '0';
  if (Array.isArray(value))
    return typeof value[0] === 'object' && value[0] !== null
      ? `[${value.map((item) => shapeOf(item)).join()}]`
      : value.length === 0
        ? '[]'
        : '1';
  if (typeof value !== 'object') return '1';
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}:${isTopLevel && name === 'orderBy' ? String(inner) : shapeOf(inner)}`)
    .join()}}`;
}
