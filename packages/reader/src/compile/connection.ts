import type { TypeName } from '@chancery/codebook';
import { cachedText } from './cached-text.ts';
import type { Compiler } from './compiler.ts';
import { encodeCursor } from './cursor.ts';
import { filterSql } from './filter.ts';
import { Handle } from './handle.ts';
import { writeItems } from './null-propagation.ts';
import { keyPrefixes } from './object.ts';
import { orderOf } from './order.ts';
import { pageSize } from './page-size.ts';
import { pageSql } from './page-sql.ts';
import type { Pageable } from './pageable.ts';
import { ResultRow, splitPlain } from './row.ts';
import type { Emit, EmitContext, Run } from './run.ts';
import { asOfConditions, type Scope, tableSql } from './scope.ts';
import { type PricedField, type SelectedField, selectionsOf } from './selection.ts';

/**
 * Writes a connection of the facts or citations of a type that meet the conditions and the filter. `from` replaces the
 * table of the type. Set `preferSort` if the conditions select few rows by id, and `ids` to SQL for the array of their
 * ids if there is no other condition.
 */
export function factConnection(
  compiler: Compiler,
  type: TypeName,
  where: (alias: string) => readonly string[],
  selected: SelectedField,
  { row, scope }: { row: ResultRow; scope: Scope },
  sizes: PricedField['sizes'],
  { from, preferSort = false, ids }: { from?: (alias: string) => string; preferSort?: boolean; ids?: string } = {},
): Emit {
  const { values, number } = compiler.argumentsOf(selected);
  const filter = (alias: string) => {
    const sql = filterSql((values.filter ?? {}) as Record<string, unknown>, {
      type,
      alias,
      scope,
      bind: (path, cast, change = (value) => value) =>
        compiler.bind((run) => change(valueAt(run.args[number], path)) ?? null, cast),
      onComputed: () => {
        compiler.hasComputedValues = true;
      },
    });
    return sql === undefined ? [] : [sql];
  };
  // At the head every id of a link exists. In the past, rows must be checked at the revision.
  const countsIds = ids !== undefined && scope.schema === 'register' && Object.keys(values.filter ?? {}).length === 0;
  return pagedConnection(
    compiler,
    {
      node: type,
      ...(countsIds ? { count: `cardinality(${ids})` } : {}),
      from: from ?? ((alias) => `${tableSql(scope, type)} ${alias}`),
      // A `from` that replaces the table already selects the rows of the scope.
      where: (alias) => [...where(alias), ...(from ? [] : asOfConditions(scope, alias)), ...filter(alias)],
      order: orderOf(type, String(values.orderBy ?? 'ID_ASC')),
      preferSort,
      write: (page, alias, node, inner) =>
        compiler.fact(
          type,
          new Handle(
            `${alias}.id`,
            { row: page, scope, alias: compiler.alias },
            { table: type, alias, isBase: from === undefined },
          ),
          node,
          inner,
        ),
    },
    selected,
    row,
    sizes,
  );
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) current = (current as Record<string | number, unknown> | null | undefined)?.[step];
  return current;
}

/** A fetched page: its rows in order, whether more rows follow, and the count if it is selected. */
interface Page {
  readonly rows: readonly (readonly unknown[])[];
  readonly hasMore: boolean;
  readonly count: unknown;
}

type EmitPage = (page: Page, run: EmitContext) => string;

/**
 * Writes a connection. The outer row has one column for the rows of the page and one for the count, if they are
 * selected. If `hasNextPage` or `hasPreviousPage` needs it, one row more than the page is fetched.
 */
export function pagedConnection(
  compiler: Compiler,
  pageable: Pageable,
  selected: SelectedField,
  outer: ResultRow,
  sizes: PricedField['sizes'],
): Emit {
  const { number, values } = compiler.argumentsOf(selected);
  const backward = typeof values.last === 'number';
  const fields = compiler.selectedFields(`${pageable.node}Connection`, selectionsOf(selected), selected.path);
  const page = new ResultRow();
  const alias = compiler.alias('m');
  const rowWriter = new RowWriter(compiler, pageable, page, alias, [...sizes, number]);
  compiler.recordPage(number, pageable.order);
  compiler.recordPrice({ path: selected.path, sizes: [...sizes, number], kind: 'connection' });

  let countAt: number | undefined;
  const parts = fields.map(([key, field]): [string, EmitPage] => {
    switch (field.name) {
      case '__typename':
        return [key, () => `"${pageable.node}Connection"`];
      case 'totalCount':
        compiler.recordPrice({ path: field.path, sizes, kind: 'totalCount' });
        countAt = outer.add(countSql(pageable, compiler.alias('n')));
        return [key, ({ count }) => String(count)];
      case 'nodes':
        return [key, listOf(rowWriter.node(field), field, page)];
      case 'edges':
        return [key, listOf(rowWriter.edge(field), field, page)];
      case 'pageInfo':
        return [key, rowWriter.pageInfo(field, number, backward)];
      default:
        throw new Error(`${pageable.node}Connection has no field ${field.name}`);
    }
  });
  const count = countAt;
  const rowsAt = rowWriter.isUsed
    ? outer.add(pageSql(compiler, pageable, { page, alias, number, values, lookAhead: rowWriter.looksAhead }))
    : undefined;
  const writePage = pageWriter(parts);
  const write: Emit = (row, run) => {
    const fetched = rowsAt === undefined ? [] : page.readList(row[rowsAt]);
    const size = pageSize(run.args[number]);
    const hasMore = fetched.length > size;
    const rows = page.unpack(hasMore ? fetched.slice(0, size) : fetched);
    return writePage(
      { rows: backward ? rows.toReversed() : rows, hasMore, count: count === undefined ? 0 : row[count] },
      run,
    );
  };
  const isList = fields.every(([, { name }]) => name === 'nodes' || name === 'edges');
  return isList && rowsAt !== undefined && page.isRepetitive ? cachedList(rowsAt, write) : write;
}

function pageWriter(parts: readonly (readonly [string, EmitPage])[]): EmitPage {
  const prefixes = keyPrefixes(parts);
  const emits = parts.map(([, emit]) => emit);
  return (page, run) => {
    let text = '';
    for (let at = 0; at < emits.length; at += 1) text += (prefixes[at] as string) + (emits[at] as EmitPage)(page, run);
    return text === '' ? '{}' : `${text}}`;
  };
}

function listOf(write: Emit, { path }: SelectedField, page: ResultRow): EmitPage {
  const emitter = {};
  const writeCached: Emit = ([text], run) =>
    cachedText(emitter, text as string, run, () => write(splitPlain(text as string), run));
  // Whether the rows are repetitive is known only after compilation.
  return ({ rows }, run) =>
    writeItems(rows, path.length, run, (row) => (page.isRepetitive ? writeCached : write)(row, run));
}

// Long lists rarely recur, and would use up the cache. In characters of the text that Postgres sends.
const maxCachedLength = 1_000;

/** Caches the output for short repetitive lists. */
function cachedList(listAt: number, write: Emit): Emit {
  const emitter = {};
  return (row, run) => {
    const text = row[listAt] as string;
    return text.length > maxCachedLength ? write(row, run) : cachedText(emitter, text, run, () => write(row, run));
  };
}

/** Compiles everything that is written from the rows of a page: nodes, edges and cursors share one result row. */
class RowWriter {
  readonly #compiler: Compiler;
  readonly #pageable: Pageable;
  readonly #page: ResultRow;
  readonly #alias: string;
  readonly #sizes: PricedField['sizes'];
  isUsed = false;
  looksAhead = false;

  constructor(compiler: Compiler, pageable: Pageable, page: ResultRow, alias: string, sizes: PricedField['sizes']) {
    this.#compiler = compiler;
    this.#pageable = pageable;
    this.#page = page;
    this.#alias = alias;
    this.#sizes = sizes;
  }

  node(selected: SelectedField): Emit {
    this.isUsed = true;
    return this.#pageable.write(this.#page, this.#alias, selected, this.#sizes);
  }

  edge(selected: SelectedField): Emit {
    this.isUsed = true;
    return this.#compiler.object(`${this.#pageable.node}Edge`, selected, (field) => {
      if (field.name === 'cursor') return this.#cursor();
      if (field.name === 'node') return this.node(field);
      if (!this.#pageable.edge) throw new Error(`${this.#pageable.node}Edge has no field ${field.name}`);
      return this.#pageable.edge(this.#page, this.#alias, field);
    });
  }

  pageInfo(selected: SelectedField, number: number, backward: boolean): EmitPage {
    this.isUsed = true;
    const hasCursor = (name: 'after' | 'before') => (run: Run) => typeof run.args[number]?.[name] === 'string';
    const [before, after] = [hasCursor('before'), hasCursor('after')];
    const fields = this.#compiler
      .selectedFields('PageInfo', selectionsOf(selected), selected.path)
      .map(([key, { name }]): [string, EmitPage] => {
        switch (name) {
          case 'hasNextPage':
            this.looksAhead ||= !backward;
            return [key, ({ hasMore }, run) => String((!backward && hasMore) || before(run))];
          case 'hasPreviousPage':
            this.looksAhead ||= backward;
            return [key, ({ hasMore }, run) => String((backward && hasMore) || after(run))];
          case 'startCursor':
          case 'endCursor': {
            const cursor = this.#cursor();
            return [
              key,
              ({ rows }, run) => orNull(rows.at(name === 'startCursor' ? 0 : -1), (row) => cursor(row, run)),
            ];
          }
          default:
            return [key, () => '"PageInfo"'];
        }
      });
    return pageWriter(fields);
  }

  #cursor(): Emit {
    const { keys, name } = this.#pageable.order;
    const places = keys.map((key) => this.#page.add(key.sql(this.#alias)));
    return (row) =>
      JSON.stringify(encodeCursor({ order: name, keys: places.map((place) => row[place] as string | null) }));
  }
}

function orNull<Item>(item: Item | undefined, write: (item: Item) => string): string {
  return item === undefined ? 'null' : write(item);
}

function countSql(pageable: Pageable, alias: string): string {
  if (pageable.count !== undefined) return pageable.count;
  const conditions = pageable.where(alias);
  return `(SELECT count(*) FROM ${pageable.from(alias)}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''})`;
}
