import type { Compiler } from './compiler.ts';
import { keySqlTypes } from './cursor.ts';
import type { SortKey } from './order.ts';
import { pageSize } from './page-size.ts';
import type { Pageable } from './pageable.ts';
import type { ResultRow } from './row.ts';
import type { Arguments } from './run.ts';

/** What {@link pageSql} needs to know of one selected connection. */
export interface PageRequest {
  /** The result row: columns and joins. */
  readonly page: ResultRow;
  readonly alias: string;
  /** The number of the field, which is the index of its arguments and cursors in a run. */
  readonly number: number;
  readonly values: Arguments;
  /** Whether to fetch one row more than the page has, to see whether more rows follow. */
  readonly lookAhead: boolean;
}

/**
 * Returns SQL for a page as a list of rows. Rows are selected first, with the index of the order; only then are their
 * columns joined and computed. Where a single scan of the index cannot give the order of a nullable sort key, a UNION ALL of the rows with a key and the rows without one
 * lets each branch scan the index from the cursor.
 */
export function pageSql(compiler: Compiler, pageable: Pageable, request: PageRequest): string {
  const { page, alias } = request;
  const order = orderBy(pageable, request, alias);
  return `(SELECT ${page.listSql(`${alias}p.r`)} FROM (SELECT ${page.itemSql} AS r FROM (${selectedRows(compiler, pageable, request)}) ${alias}${page.joins}${order}) ${alias}p)`;
}

function selectedRows(compiler: Compiler, pageable: Pageable, request: PageRequest): string {
  const { alias, number, lookAhead, values } = request;
  const limit = compiler.bind((run) => pageSize(run.args[number]) + (lookAhead ? 1 : 0), 'integer');
  const order = `${orderBy(pageable, request, alias)} LIMIT ${limit}`;
  const select = (conditions: readonly string[], by = order) =>
    `SELECT ${alias}.* FROM ${pageable.from(alias)}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}${by}`;
  const conditions = pageable.where(alias);
  const [key] = pageable.order.keys;
  const cursors = (['after', 'before'] as const)
    .filter((side) => typeof values[side] === 'string')
    .map((side) => cursorOf(compiler, pageable, request, side));
  if (!key?.nullable) return select([...conditions, ...cursors.map((cursor) => cursor.beyond)]);
  // Indexes are ascending with NULLs last. A single scan in either direction gives an ascending order, but no
  // descending one.
  if ((pageable.preferSort || !pageable.order.descending) && cursors.length === 0) return select(conditions);
  const sql = key.sql(alias);
  // Within a branch the position of NULLs has no effect. Without NULLS FIRST or LAST, the order matches the index.
  const orderInBranch = `${orderBy(pageable, request, alias, false)} LIMIT ${limit}`;
  const present = select(
    [...conditions, `${sql} IS NOT NULL`, ...cursors.map((cursor) => cursor.amongPresent)],
    orderInBranch,
  );
  const empty = select([...conditions, `${sql} IS NULL`, ...cursors.map((cursor) => cursor.amongEmpty)], orderInBranch);
  return `SELECT ${alias}.* FROM ((${present}) UNION ALL (${empty})) ${alias}${order}`;
}

function orderBy({ order }: Pageable, { values }: PageRequest, alias: string, withNullsPosition = true): string {
  const backward = typeof values.last === 'number';
  const direction = order.descending === backward ? 'ASC' : 'DESC';
  // NULLs are last in either direction, so they come first when read from the end.
  const nulls = backward ? 'NULLS FIRST' : 'NULLS LAST';
  return ` ORDER BY ${order.keys.map((key) => `${key.sql(alias)} ${direction}${key.nullable && withNullsPosition ? ` ${nulls}` : ''}`).join(', ')}`;
}

interface CursorConditions {
  /** The condition for orders without a nullable key. */
  readonly beyond: string;
  /** The condition for orders with a nullable first key, on rows whose first key is not null. */
  readonly amongPresent: string;
  /** The condition for orders with a nullable first key, on rows whose first key is null. */
  readonly amongEmpty: string;
}

function cursorOf(
  compiler: Compiler,
  { order }: Pageable,
  { alias, number }: PageRequest,
  side: 'after' | 'before',
): CursorConditions {
  const sign = (side === 'after') === !order.descending ? '>' : '<';
  const bound = (at: number, key: SortKey) =>
    compiler.bind((run) => run.cursors[number]?.[side]?.keys[at] ?? null, keySqlTypes[key.kind]);
  const [first] = order.keys;
  if (!first) throw new Error('an order must have a key');
  const keys = order.keys.map((key, at) => bound(at, key));
  const beyond = `(${order.keys.map((key) => key.sql(alias)).join(', ')}) ${sign} (${keys.join(', ')})`;
  if (!first.nullable) return { beyond, amongPresent: beyond, amongEmpty: beyond };
  const isEmpty = compiler.bind((run) => (run.cursors[number]?.[side]?.keys[0] ?? null) === null, 'boolean');
  const others = `(${order.keys
    .slice(1)
    .map((key) => key.sql(alias))
    .join(', ')}) ${sign} (${keys.slice(1).join(', ')})`;
  return side === 'after'
    ? { beyond, amongPresent: `(NOT ${isEmpty} AND ${beyond})`, amongEmpty: `(NOT ${isEmpty} OR ${others})` }
    : { beyond, amongPresent: `(${isEmpty} OR ${beyond})`, amongEmpty: `(${isEmpty} AND ${others})` };
}
