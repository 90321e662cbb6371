import type { Emit } from './run.ts';

// json_build_array takes no more than a hundred arguments.
const widest = 100;

/**
 * The columns of one row of a result and the joins that they need. A row travels as a JSON array of its columns in
 * order: no names, so that an alias may be as long as it likes, and no column twice.
 */
export class Row {
  readonly #columns: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #plain = new Set<number>();
  readonly #joins: string[] = [];

  /** Adds a column (once) and returns its place. */
  add(sql: string): number {
    const known = this.#places.get(sql);
    if (known !== undefined) return known;
    const place = this.#columns.push(sql) - 1;
    this.#places.set(sql, place);
    return place;
  }

  /**
   * Adds a column whose texts are never empty and hold neither what JSON escapes nor a `|`: an id, a date, a value of a
   * list, all of which the codebook and its constraints hold to that.
   */
  addPlain(sql: string): number {
    const place = this.add(sql);
    this.#plain.add(place);
    return place;
  }

  /** Whether all its columns are plain: then rows travel as one text, which Postgres makes in half the time. */
  get isPlain(): boolean {
    return this.#plain.size > 0 && this.#plain.size === this.#columns.length;
  }

  /** Adds a join. Joins stand in the order in which they were added. */
  join(sql: string): void {
    this.#joins.push(sql);
  }

  /** The joins, to stand after FROM. */
  get joins(): string {
    return this.#joins.length === 0 ? '' : ` ${this.#joins.join(' ')}`;
  }

  /** SQL for many rows as one value, each of them being `row`. */
  listSql(row: string): string {
    return this.isPlain ? `coalesce(string_agg(${row}, '|'), '')` : `coalesce(json_agg(${row}), '[]'::json)`;
  }

  /** The row as one SQL value, for a list of rows. */
  get itemSql(): string {
    return this.isPlain ? this.#columns.map((column) => `coalesce(${column}::text, '')`).join(" || '|' || ") : this.sql;
  }

  /** The rows of a list as it came. */
  listed(value: unknown): readonly (readonly unknown[])[] {
    if (!this.isPlain) return value as readonly (readonly unknown[])[];
    const rows: (string | null)[][] = [];
    if (value === '') return rows;
    const width = this.#columns.length;
    let row: (string | null)[] = [];
    for (const text of (value as string).split('|')) {
      row.push(text === '' ? null : text);
      if (row.length === width) {
        rows.push(row);
        row = [];
      }
    }
    return rows;
  }

  /** The row as one SQL value. */
  get sql(): string {
    if (this.#columns.length <= widest) return `json_build_array(${this.#columns.join(', ')})`;
    const chunks: string[] = [];
    for (let from = 0; from < this.#columns.length; from += widest)
      chunks.push(`json_build_array(${this.#columns.slice(from, from + widest).join(', ')})`);
    if (chunks.length > widest) throw new Error('a selection of more than ten thousand columns has passed the limits');
    return `json_build_array(${chunks.join(', ')})`;
  }

  /** Rows as they came, each as an array of its columns: a wide one is put together from its chunks. */
  unpack(rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
    return this.#columns.length <= widest ? rows : rows.map((row) => row.flat(1));
  }

  /** Writes from the value of a row that stands in a column, or null where there is no row. */
  within(place: number, emit: Emit): Emit {
    return (outer, run) => {
      const value = outer[place];
      if (!Array.isArray(value)) return 'null';
      return emit(this.unpack([value])[0] ?? [], run);
    };
  }
}
