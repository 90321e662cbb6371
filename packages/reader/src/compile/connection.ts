import type { TypeName } from '@chancery/codebook';
import type { Compiler } from './compiler.ts';
import { encodeCursor } from './cursor.ts';
import { filterSql } from './filter.ts';
import { Handle } from './handle.ts';
import { items } from './null-field.ts';
import { headsOf } from './object.ts';
import { type Order, orderOf } from './order.ts';
import { pageSize } from './page-size.ts';
import { pageSql } from './page-sql.ts';
import { remembered } from './remembered.ts';
import { piecesOf, Row } from './row.ts';
import type { Emit, Run, Writing } from './run.ts';
import { type Scope, stood, tableIn } from './scope.ts';
import { type Priced, type SelectedField, selectionsOf } from './selection.ts';

/** Rows of any kind that can be paged. */
export interface Pageable {
  /** The type of the connection, without `Connection`. */
  readonly node: string;
  /** What stands after FROM for an alias. */
  readonly from: (alias: string) => string;
  /** Conditions on the alias. */
  readonly where: (alias: string) => readonly string[];
  readonly order: Order;
  /** Whether the rows are known one by one, so that sorting them costs less than a walk of the order's index. */
  readonly few?: boolean;
  /** SQL for their number, where it is known without going through them. */
  readonly count?: string;
  /** Writes a row. */
  readonly write: (row: Row, alias: string, selected: SelectedField, sizes: Priced['sizes']) => Emit;
  /** Writes a field of an edge other than cursor and node. */
  readonly edge?: (row: Row, alias: string, selected: SelectedField) => Emit;
}

/**
 * Writes a connection of facts or citations of a type that fulfil conditions, and what the filter asks. `from` stands in
 * for the type's table where its rows come from elsewhere; `few` says that the conditions name the rows, and
 * `ids` is SQL for an array of their ids where they do so by that alone.
 */
export function connection(
  compiler: Compiler,
  type: TypeName,
  where: (alias: string) => readonly string[],
  selected: SelectedField,
  { row, scope }: { row: Row; scope: Scope },
  sizes: Priced['sizes'],
  { from, few = false, ids }: { from?: (alias: string) => string; few?: boolean; ids?: string } = {},
): Emit {
  const { values, number } = compiler.argumentsOf(selected);
  const filter = (alias: string) => {
    const sql = filterSql((values.filter ?? {}) as Record<string, unknown>, {
      type,
      alias,
      scope,
      bind: (path, cast, change = (value) => value) =>
        compiler.bind((run) => change(valueAt(run.args[number], path)) ?? null, cast),
      onDerived: () => {
        compiler.derives = true;
      },
    });
    return sql === undefined ? [] : [sql];
  };
  // What present links lead to is there. In the past a chosen row must have stood, too.
  const isKnown = ids !== undefined && scope.schema === 'register' && Object.keys(values.filter ?? {}).length === 0;
  return pages(
    compiler,
    {
      node: type,
      ...(isKnown ? { count: `cardinality(${ids})` } : {}),
      from: from ?? ((alias) => `${tableIn(scope, type)} ${alias}`),
      // Rows from elsewhere than the type's table are chosen for the scope where they come from.
      where: (alias) => [...where(alias), ...(from ? [] : standing(scope, alias)), ...filter(alias)],
      order: orderOf(type, String(values.orderBy ?? 'ID_ASC')),
      few,
      write: (page, alias, node, inner) =>
        compiler.fact(
          type,
          new Handle(
            `${alias}.id`,
            { row: page, scope, alias: compiler.alias },
            { table: type, alias, firm: from === undefined },
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

/** The condition that a row stood in the scope, as a list. */
export function standing(scope: Scope, alias: string): string[] {
  const condition = stood(scope, alias);
  return condition === '' ? [] : [condition.replace(' AND ', '')];
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) found = (found as Record<string | number, unknown> | null | undefined)?.[step];
  return found;
}

/** A page as it was fetched: its rows in order, whether there were more, and the count if it was asked for. */
interface Page {
  readonly rows: readonly (readonly unknown[])[];
  readonly more: boolean;
  readonly count: unknown;
}

type EmitPage = (page: Page, run: Writing) => string;

/**
 * Writes a connection: one column of the row in which it stands holds the page as an array of rows, another the count.
 * One row more than the page is fetched where somebody asks whether others follow.
 */
export function pages(
  compiler: Compiler,
  pageable: Pageable,
  selected: SelectedField,
  outer: Row,
  sizes: Priced['sizes'],
): Emit {
  const { number, values } = compiler.argumentsOf(selected);
  const backward = typeof values.last === 'number';
  const fields = compiler.selectedFields(`${pageable.node}Connection`, selectionsOf(selected), selected.path);
  const page = new Row();
  const alias = compiler.alias('m');
  const rowWriter = new RowWriter(compiler, pageable, page, alias, [...sizes, number]);
  compiler.page(number, pageable.order);
  compiler.price({ path: selected.path, sizes: [...sizes, number], kind: 'connection' });

  let countAt: number | undefined;
  const parts = fields.map(([key, field]): [string, EmitPage] => {
    switch (field.name) {
      case '__typename':
        return [key, () => `"${pageable.node}Connection"`];
      case 'totalCount':
        compiler.price({ path: field.path, sizes, kind: 'totalCount' });
        countAt = outer.add(countSql(pageable, compiler.alias('n')));
        return [key, ({ count }) => String(count)];
      case 'nodes':
        return [key, listOf(rowWriter.node(field), field, page)];
      case 'edges':
        return [key, listOf(rowWriter.edge(field), field, page)];
      case 'pageInfo':
        return [key, rowWriter.pageInfo(field, number, backward)];
      default:
        throw new Error(`a connection has no field ${field.name}`);
    }
  });
  const count = countAt;
  const rowsAt = rowWriter.used
    ? outer.add(pageSql(compiler, pageable, { page, alias, number, values, extra: rowWriter.looksAhead }))
    : undefined;
  const writePage = pageWriter(parts);
  const write: Emit = (row, run) => {
    const fetched = rowsAt === undefined ? [] : page.listed(row[rowsAt]);
    const size = pageSize(run.args[number]);
    const more = fetched.length > size;
    const shown = page.unpack(more ? fetched.slice(0, size) : fetched);
    return writePage(
      { rows: backward ? shown.toReversed() : shown, more, count: count === undefined ? 0 : row[count] },
      run,
    );
  };
  const isList = fields.every(([, { name }]) => name === 'nodes' || name === 'edges');
  return isList && rowsAt !== undefined && page.repeats ? rememberedList(rowsAt, write) : write;
}

function pageWriter(parts: readonly (readonly [string, EmitPage])[]): EmitPage {
  const heads = headsOf(parts);
  const emits = parts.map(([, emit]) => emit);
  return (page, run) => {
    let text = '';
    for (let at = 0; at < emits.length; at += 1) text += (heads[at] as string) + (emits[at] as EmitPage)(page, run);
    return text === '' ? '{}' : `${text}}`;
  };
}

function listOf(write: Emit, { path }: SelectedField, page: Row): EmitPage {
  const place = {};
  const repeated: Emit = ([text], run) =>
    remembered(place, text as string, run, () => write(piecesOf(text as string), run));
  // Whether its rows repeat is known once all is compiled.
  return ({ rows }, run) => items(rows, path.length, run, (row) => (page.repeats ? repeated : write)(row, run));
}

// Long lists seldom come again whole, and would take the room of those that do.
const longestRemembered = 1_000;

/** Writes short lists of rows that repeat as they were written before. */
function rememberedList(listAt: number, write: Emit): Emit {
  const place = {};
  return (row, run) => {
    const text = row[listAt] as string;
    return text.length > longestRemembered ? write(row, run) : remembered(place, text, run, () => write(row, run));
  };
}

/** What is written from the rows of a page: nodes, edges, cursors. Their columns stand together in one row. */
class RowWriter {
  readonly #compiler: Compiler;
  readonly #pageable: Pageable;
  readonly #page: Row;
  readonly #alias: string;
  readonly #sizes: Priced['sizes'];
  used = false;
  looksAhead = false;

  constructor(compiler: Compiler, pageable: Pageable, page: Row, alias: string, sizes: Priced['sizes']) {
    this.#compiler = compiler;
    this.#pageable = pageable;
    this.#page = page;
    this.#alias = alias;
    this.#sizes = sizes;
  }

  node(selected: SelectedField): Emit {
    this.used = true;
    return this.#pageable.write(this.#page, this.#alias, selected, this.#sizes);
  }

  edge(selected: SelectedField): Emit {
    this.used = true;
    return this.#compiler.object(`${this.#pageable.node}Edge`, selected, (field) => {
      if (field.name === 'cursor') return this.#cursor();
      if (field.name === 'node') return this.node(field);
      if (!this.#pageable.edge) throw new Error(`an edge has no field ${field.name}`);
      return this.#pageable.edge(this.#page, this.#alias, field);
    });
  }

  pageInfo(selected: SelectedField, number: number, backward: boolean): EmitPage {
    this.used = true;
    const given = (name: 'after' | 'before') => (run: Run) => typeof run.args[number]?.[name] === 'string';
    const [before, after] = [given('before'), given('after')];
    const fields = this.#compiler
      .selectedFields('PageInfo', selectionsOf(selected), selected.path)
      .map(([key, { name }]): [string, EmitPage] => {
        switch (name) {
          case 'hasNextPage':
            this.looksAhead ||= !backward;
            return [key, ({ more }, run) => String((!backward && more) || before(run))];
          case 'hasPreviousPage':
            this.looksAhead ||= backward;
            return [key, ({ more }, run) => String((backward && more) || after(run))];
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
