import { maxPageSize } from '@chancery/codebook';
import { BadCursor, decodeCursor } from '../compile/cursor.ts';
import type { Arguments, Cursor, Run } from '../compile/run.ts';
import type { CoercedArguments, Variables } from './arguments.ts';
import { ClientError } from './client-error.ts';
import { askedInput } from './conditions.ts';
import type { PreparedDocument } from './document.ts';
import type { Plan } from './plan.ts';

/**
 * Checks the arguments of the pages of a plan, and decodes their cursors. Returns the cursors by field number.
 * @throws ClientError for the first invalid argument.
 */
export function readCursors({ pages, prices }: Plan, args: readonly Arguments[]): Run['cursors'] {
  const cursors: ({ after?: Cursor; before?: Cursor } | undefined)[] = [];
  for (const { sizes, path, kind } of prices) {
    const number = sizes.at(-1);
    if (kind !== 'connection' || typeof number !== 'number') continue;
    const values = args[number] ?? {};
    checkSize(values, path);
    const order = pages.get(number);
    if (!order) throw new Error('a page must have an order');
    const read = (side: 'after' | 'before') =>
      typeof values[side] === 'string' ? { [side]: cursorOf(String(values[side]), order, [...path, side]) } : {};
    cursors[number] = { ...read('after'), ...read('before') };
  }
  return cursors;
}

function cursorOf(text: string, order: NonNullable<ReturnType<Plan['pages']['get']>>, path: readonly string[]): Cursor {
  try {
    return decodeCursor(text, order.name, order.keys);
  } catch (error) {
    if (error instanceof BadCursor) throw new ClientError('BAD_CURSOR', error.message, path);
    throw error;
  }
}

function checkSize({ first, last }: Arguments, path: readonly string[]): void {
  if (typeof first === 'number' && typeof last === 'number') {
    throw new ClientError('BAD_USER_INPUT', 'Both first and last are given. Give only one of them.', path);
  }
  const size = first ?? last;
  if (typeof size === 'number' && (size < 1 || size > maxPageSize)) {
    throw new ClientError(
      'PAGE_SIZE',
      `A page has 1 to ${maxPageSize} rows, but ${size} were requested. Request a number in this range.`,
      path,
      {
        limit: maxPageSize,
        asked: size,
      },
    );
  }
}

/**
 * Checks that no variable of `@skip` or `@include` is null.
 * @throws ClientError if one is.
 */
export function checkDirectiveVariables({ directiveVariables }: PreparedDocument, variables: Variables): void {
  const nullVariable = directiveVariables.find((name) => variables[name] === null);
  if (nullVariable !== undefined)
    throw new ClientError(
      'BAD_USER_INPUT',
      `The variable $${nullVariable} is null, but @skip or @include needs it. Set it to true or false.`,
      [],
    );
}

/**
 * Checks that each past register is given by exactly one of `revision` and `time`.
 * @throws ClientError if one is not.
 */
export function checkPastReads({ pastReads }: Plan, args: readonly Arguments[]): void {
  for (const { number, path } of pastReads) {
    const { revision, time } = args[number] ?? {};
    const hasRevision = typeof revision === 'number';
    if (hasRevision === (typeof time === 'string')) {
      const mistake = hasRevision ? 'Both revision and time are given.' : 'Neither revision nor time is given.';
      throw new ClientError('BAD_USER_INPUT', `${mistake} Give exactly one of them to read a past register.`, path);
    }
  }
}

/** Limits on what one operation may ask of the compiler. They bound the size of a plan and of its statement. */
export interface ReadLimits {
  /** The maximum number of conditions in all filters and orders, as {@link askedInput} counts them. */
  readonly conditions: number;
  /** The maximum number of values in all lists of arguments. */
  readonly listValues: number;
  /**
   * The maximum number of fields after fragments are expanded. A field of an interface counts once for each type that
   * the object may have.
   */
  readonly fields: number;
}

/**
 * Counts the conditions of an operation.
 * @throws ClientError FILTER_LIMIT, at the field with the most conditions or values, if there are too many.
 */
export function countConditions(
  document: PreparedDocument,
  { values }: CoercedArguments,
  { conditions: maxConditions, listValues: maxListValues }: Omit<ReadLimits, 'fields'>,
): number {
  const asked = [...document.fields.values()].map(({ node, number }) => ({
    node,
    ...askedInput(values[number] ?? {}),
  }));
  const conditions = asked.reduce((sum, field) => sum + field.conditions, 0);
  if (conditions > maxConditions)
    throw new ClientError(
      'FILTER_LIMIT',
      `The filters and orders of this operation have ${conditions} conditions; one operation may have at most ${maxConditions}. Use lists (in) instead of many conditions, or split the operation.`,
      [],
      { limit: maxConditions, asked: conditions },
      asked.sort((a, b) => b.conditions - a.conditions)[0]?.node,
    );
  const listValues = asked.reduce((sum, field) => sum + field.listValues, 0);
  if (listValues > maxListValues)
    throw new ClientError(
      'FILTER_LIMIT',
      `The lists in the arguments of this operation have ${listValues} values; one operation may have at most ${maxListValues}. Split the lists.`,
      [],
      { limit: maxListValues, asked: listValues },
      asked.sort((a, b) => b.listValues - a.listValues)[0]?.node,
    );
  return conditions;
}
