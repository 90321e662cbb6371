// Pagination by sorting all rows and slicing. A cursor is base64url of a JSON array: the order's name, then the row's
// keys.

/** A sort key. Texts and days compare byte by byte. */
export type Key = string | number | boolean | null;

/** Rows to paginate: how to sort and how to output them. */
export interface SortableRows<Row> {
  readonly rows: readonly Row[];
  readonly order: string;
  readonly descending: boolean;
  /** Returns the sort keys of a row. The last one is unique. */
  readonly keys: (row: Row) => readonly Key[];
  readonly node: (row: Row) => unknown;
  /** Returns the fields of an edge besides `cursor` and `node`. */
  readonly edge?: (row: Row) => Record<string, unknown>;
}

/** The arguments of a page. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/**
 * Sorts the rows and returns a page of them as a connection, as the API outputs it. A page without `first` and `last`
 * has up to 25 rows.
 * @throws Error if a cursor belongs to another order
 */
export function pageOf<Row>(sortable: SortableRows<Row>, { first, last, after, before }: PageArguments): unknown {
  const { rows, keys, node, edge, order, descending } = sortable;
  const compare = comparison(descending);
  const sorted = rows.map((row) => ({ row, keys: keys(row) })).sort((a, b) => compare(a.keys, b.keys));
  const [from, to] = [keysOf(after, order), keysOf(before, order)];
  const between = sorted.filter(
    (item) => (!from || compare(item.keys, from) > 0) && (!to || compare(item.keys, to) < 0),
  );
  const backward = typeof last === 'number';
  const size = last ?? first ?? 25;
  const page = backward ? between.slice(Math.max(0, between.length - size)) : between.slice(0, size);
  const more = between.length > page.length;
  const edges = page.map((item) => ({ cursor: cursorOf(order, item.keys), node: node(item.row), ...edge?.(item.row) }));
  return {
    totalCount: rows.length,
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: {
      // The row of the cursor itself lies outside the page.
      hasNextPage: (!backward && more) || Boolean(to),
      hasPreviousPage: (backward && more) || Boolean(from),
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Returns the cursor of a row in an order, given its sort keys. */
export function cursorOf(order: string, keys: readonly Key[]): string {
  return Buffer.from(JSON.stringify([order, ...keys]), 'utf8').toString('base64url');
}

function keysOf(cursor: string | null | undefined, order: string): readonly Key[] | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const [of, ...keys]: [string, ...Key[]] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (of !== order) throw new Error(`the cursor belongs to the order ${of}, not to ${order}`);
  return keys;
}

/** Returns a function that compares rows by their keys. An empty key comes last in both directions. */
function comparison(descending: boolean): (a: readonly Key[], b: readonly Key[]) => number {
  return (a, b) => {
    for (const [at, one] of a.entries()) {
      const other = b[at] ?? null;
      if (one === null && other === null) continue;
      if (one === null) return 1;
      if (other === null) return -1;
      const difference = typeof one === 'string' ? compareBytes(one, String(other)) : Number(one) - Number(other);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  };
}

function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
