import type { Emit } from './run.ts';

// The maximum number of arguments of a Postgres function.
const maxArguments = 100;

/**
 * The columns of a result row and the joins that they need. Postgres sends a single row as a JSON array of its columns,
 * in order; for lists see `listSql`. A row has no column names, which Postgres would limit in length, and no column
 * twice.
 */
export class ResultRow {
  readonly #columns: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #plain = new Set<number>();
  readonly #notNull = new Set<number>();
  readonly #fewValued = new Set<number>();
  readonly #joins: string[] = [];
  #order: readonly number[] | undefined;

  /** Returns the index of a column. Adds the column if the row does not have it. */
  add(sql: string): number {
    const existing = this.#places.get(sql);
    if (existing !== undefined) return existing;
    const place = this.#columns.push(sql) - 1;
    this.#places.set(sql, place);
    return place;
  }

  /**
   * Adds a plain column: its texts are never empty and contain no character that JSON escapes, no `|` and no `;`. Ids,
   * dates and values of value lists are plain; the codebook and the constraints of the database ensure it. A `notNull`
   * column is read without coalesce, which is faster, but a null in it would lose the row.
   */
  addPlain(sql: string, notNull = false): number {
    const place = this.add(sql);
    this.#plain.add(place);
    if (notNull) this.#notNull.add(place);
    return place;
  }

  /** Marks a plain column that has few distinct values, such as those of a value list or the ids of in-memory rows. */
  markFewValues(place: number): void {
    this.#fewValued.add(place);
  }

  /**
   * Whether all columns are plain and have few distinct values, so that the rows of lists recur. Each row is then read
   * as one text, which serves as the cache key.
   */
  get isRepetitive(): boolean {
    return this.#form === 'plain' && this.#fewValued.size === this.#columns.length;
  }

  /** Adds a join. Joins follow each other in the order in which they were added. */
  join(sql: string): void {
    this.#joins.push(sql);
  }

  /** Returns SQL for the joins, to append to the FROM item; empty if there are none. */
  get joins(): string {
    return this.#joins.length === 0 ? '' : ` ${this.#joins.join(' ')}`;
  }

  /**
   * Returns SQL that aggregates rows to one value. Rows that have only plain columns are sent as one text, which takes
   * Postgres half the time of an array. Rows that also have other columns are sent as arrays; if at least three columns
   * are plain, the first item is one text with all of these.
   */
  listSql(row: string): string {
    return this.#form === 'plain'
      ? `coalesce(string_agg(${row}, '${this.isRepetitive ? ';' : '|'}'), '')`
      : `coalesce(json_agg(${row}), '[]'::json)`;
  }

  /** Returns SQL for one row of the list that `listSql` aggregates. */
  get itemSql(): string {
    if (this.#form === 'arrays') return this.sql;
    const others = this.#columns.filter((_, place) => !this.#plain.has(place));
    const text = this.#columns
      .map((column, place) => (this.#notNull.has(place) ? `${column}::text` : `coalesce(${column}::text, '')`))
      .filter((_, place) => this.#plain.has(place))
      .join(" || '|' || ");
    return this.#form === 'plain' ? text : `json_build_array(${[text, ...others].join(', ')})`;
  }

  /**
   * Reads the list that `listSql` aggregates. Returns each row as an array of its columns or, if the list is
   * repetitive, as an array with the one text of the row.
   */
  readList(value: unknown): readonly (readonly unknown[])[] {
    if (this.isRepetitive) return value === '' ? [] : (value as string).split(';').map((text) => [text]);
    if (this.#form === 'plain') return value === '' ? [] : chunks(splitPlain(value as string), this.#columns.length);
    const rows = value as readonly (readonly unknown[])[];
    return this.#form === 'mixed' ? rows.map((row) => this.#inColumnOrder(row)) : rows;
  }

  // With fewer than three plain columns an array is as fast. A single nullable column is sent as an array: as text, one
  // null row could not be told from no rows.
  get #form(): 'plain' | 'mixed' | 'arrays' {
    const arePlain = this.#plain.size > 0 && this.#plain.size === this.#columns.length;
    if (arePlain && (this.#columns.length > 1 || this.#notNull.has(0))) return 'plain';
    return this.#plain.size >= 3 && this.#columns.length <= maxArguments ? 'mixed' : 'arrays';
  }

  #inColumnOrder([text, ...others]: readonly unknown[]): unknown[] {
    const sent = [...splitPlain(text as string), ...others];
    this.#order ??= this.#sentOrder();
    return this.#order.map((at) => sent[at]);
  }

  /** Returns, for each column, its index in a row that is sent with the plain columns first. */
  #sentOrder(): number[] {
    let [plain, other] = [0, this.#plain.size];
    return this.#columns.map((_, place) => (this.#plain.has(place) ? plain++ : other++));
  }

  /** Returns SQL for the row as one JSON array. Wide rows are sent as an array of arrays; see `unpack`. */
  get sql(): string {
    if (this.#columns.length <= maxArguments) return `json_build_array(${this.#columns.join(', ')})`;
    const arrays: string[] = [];
    for (let from = 0; from < this.#columns.length; from += maxArguments)
      arrays.push(`json_build_array(${this.#columns.slice(from, from + maxArguments).join(', ')})`);
    if (arrays.length > maxArguments) throw new Error('a selection has more than ten thousand columns');
    return `json_build_array(${arrays.join(', ')})`;
  }

  /** Returns rows as arrays of their columns. For wide rows, joins the nested arrays in which they were sent. */
  unpack(rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
    return this.#columns.length <= maxArguments ? rows : rows.map((row) => row.flat(1));
  }

  /** Writes this row from a column of an outer row; null if the column has no row. */
  writeNested(place: number, emit: Emit): Emit {
    return (outer, run) => {
      const value = outer[place];
      if (!Array.isArray(value)) return 'null';
      return emit(this.unpack([value])[0] ?? [], run);
    };
  }
}

/** Splits the text of plain columns into their values. An empty part of the text becomes null. */
export function splitPlain(text: string): (string | null)[] {
  const pieces: (string | null)[] = text.split('|');
  for (let at = 0; at < pieces.length; at += 1) if (pieces[at] === '') pieces[at] = null;
  return pieces;
}

function chunks(pieces: readonly (string | null)[], width: number): (string | null)[][] {
  const rows: (string | null)[][] = [];
  for (let at = 0; at < pieces.length; at += width) rows.push(pieces.slice(at, at + width));
  return rows;
}
