import type { Compiler } from './compiler.ts';
import type { Pageable } from './connection.ts';
import { keyTypes } from './cursor.ts';
import type { SortKey } from './order.ts';
import { pageSize } from './page-size.ts';
import type { Row } from './row.ts';
import type { Arguments } from './run.ts';

/** How a page is asked for. */
export interface PageRequest {
  /** The columns of each of its rows, and the joins that they need. */
  readonly page: Row;
  readonly alias: string;
  /** The number of the field, under which its arguments and cursors are found. */
  readonly number: number;
  readonly values: Arguments;
  /** Whether one row more is fetched, to tell if others follow. */
  readonly extra: boolean;
}

/**
 * SQL for a page as a list of rows. The rows are chosen first, by the index of the order, and only then are their
 * columns computed and joined. Where the sort key may be empty the rows with a key and those without are two branches,
 * each of which walks the index from where the cursor stands.
 */
export function pageSql(compiler: Compiler, pageable: Pageable, request: PageRequest): string {
  const { page, alias } = request;
  const order = orderBy(pageable, request, alias);
  return `(SELECT ${page.listSql(`${alias}p.r`)} FROM (SELECT ${page.itemSql} AS r FROM (${chosen(compiler, pageable, request)}) ${alias}${page.joins}${order}) ${alias}p)`;
}

function chosen(compiler: Compiler, pageable: Pageable, request: PageRequest): string {
  const { alias, number, extra, values } = request;
  const limit = compiler.bind((run) => pageSize(run.args[number]) + (extra ? 1 : 0), 'integer');
  const order = `${orderBy(pageable, request, alias)} LIMIT ${limit}`;
  const select = (conditions: readonly string[], by = order) =>
    `SELECT ${alias}.* FROM ${pageable.from(alias)}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}${by}`;
  const conditions = pageable.where(alias);
  const [key] = pageable.order.keys;
  const cursors = (['after', 'before'] as const)
    .filter((side) => typeof values[side] === 'string')
    .map((side) => cursorOf(compiler, pageable, request, side));
  if (!key?.nullable) return select([...conditions, ...cursors.map((cursor) => cursor.beyond)]);
  // An ascending index has its empties last, read either way: only there does one walk of it give the order.
  if ((pageable.few || !pageable.order.descending) && cursors.length === 0) return select(conditions);
  const sql = key.sql(alias);
  // Within a branch nothing hangs on where empties come: unsaid, they come where the index has them.
  const within = `${orderBy(pageable, request, alias, false)} LIMIT ${limit}`;
  const present = select(
    [...conditions, `${sql} IS NOT NULL`, ...cursors.map((cursor) => cursor.amongPresent)],
    within,
  );
  const empty = select([...conditions, `${sql} IS NULL`, ...cursors.map((cursor) => cursor.amongEmpty)], within);
  return `SELECT ${alias}.* FROM ((${present}) UNION ALL (${empty})) ${alias}${order}`;
}

function orderBy({ order }: Pageable, { values }: PageRequest, alias: string, placesEmpties = true): string {
  const backward = typeof values.last === 'number';
  const direction = order.descending === backward ? 'ASC' : 'DESC';
  // Empty comes last, whatever the direction; read from the end it comes first.
  const empties = backward ? 'NULLS FIRST' : 'NULLS LAST';
  return ` ORDER BY ${order.keys.map((key) => `${key.sql(alias)} ${direction}${key.nullable && placesEmpties ? ` ${empties}` : ''}`).join(', ')}`;
}

interface CursorConditions {
  /** For orders whose keys are never empty. */
  readonly beyond: string;
  /** Among the rows with a first key, and among those without. */
  readonly amongPresent: string;
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
    compiler.bind((run) => run.cursors[number]?.[side]?.keys[at] ?? null, keyTypes[key.kind]);
  const [first] = order.keys;
  if (!first) throw new Error('an order has a key');
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
