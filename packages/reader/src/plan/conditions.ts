import { isFactField } from '@chancery/codebook';
import type { Arguments } from '../compile/run.ts';

/** How much the arguments of fields ask for. */
export interface AskedInput {
  /**
   * The number of conditions: each operator of a filter, each item of `and` and `or`, each `not`, each field that is
   * stored in the identity table (which takes a lookup for each row), and each order other than by id.
   */
  readonly conditions: number;
  /** The number of values in all lists, such as that of `in`. */
  readonly listValues: number;
}

/** Counts the conditions and the values of lists in the arguments of one field. */
export function askedInput(args: Arguments): AskedInput {
  const filter = conditionsOf(args.filter);
  const order = typeof args.orderBy === 'string' && !args.orderBy.startsWith('ID_') ? 1 : 0;
  return { conditions: filter + order, listValues: valuesInLists(args) };
}

function conditionsOf(filter: unknown): number {
  if (!isObject(filter)) return 0;
  let conditions = 0;
  for (const [name, condition] of Object.entries(filter)) {
    if (condition === null || condition === undefined) continue;
    if (name === 'and' || name === 'or')
      for (const item of Array.isArray(condition) ? condition : []) conditions += 1 + conditionsOf(item);
    else if (name === 'not') conditions += 1 + conditionsOf(condition);
    else conditions += operatorsOf(condition) + (isFactField(name) ? 1 : 0);
  }
  return conditions;
}

function operatorsOf(condition: unknown): number {
  return isObject(condition)
    ? Object.values(condition).filter((value) => value !== null && value !== undefined).length
    : 0;
}

function valuesInLists(value: unknown): number {
  if (Array.isArray(value))
    return value.reduce((sum: number, item) => sum + (isObject(item) ? valuesInLists(item) : 1), 0);
  if (!isObject(value)) return 0;
  return Object.values(value).reduce((sum: number, inner) => sum + valuesInLists(inner), 0);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
