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
  readonly #never = new Set<number>();
  readonly #few = new Set<number>();
  readonly #joins: string[] = [];
  #order: readonly number[] | undefined;

  /** Adds a column (once) and returns its place. */
  add(sql: string): number {
    const known = this.#places.get(sql);
    if (known !== undefined) return known;
    const place = this.#columns.push(sql) - 1;
    this.#places.set(sql, place);
    return place;
  }

  /**
   * Adds a column whose texts are never empty and hold neither what JSON escapes nor a `|` or `;`: an id, a date, a value
   * of a list, all of which the codebook and its constraints hold to that. One that is `never` null spares Postgres the
   * asking; a null in it would lose the row.
   */
  addPlain(sql: string, never = false): number {
    const place = this.add(sql);
    this.#plain.add(place);
    if (never) this.#never.add(place);
    return place;
  }

  /** Notes that a plain column has few values in all: those of a list, the ids of rows that are held. */
  hasFew(place: number): void {
    this.#few.add(place);
  }

  /** Whether the rows of a list are the same few over and over: then each comes as one text, to be looked up as it is. */
  get repeats(): boolean {
    return this.#form === 'plain' && this.#few.size === this.#columns.length;
  }

  /** Adds a join. Joins stand in the order in which they were added. */
  join(sql: string): void {
    this.#joins.push(sql);
  }

  /** The joins, to stand after FROM. */
  get joins(): string {
    return this.#joins.length === 0 ? '' : ` ${this.#joins.join(' ')}`;
  }

  /**
   * SQL for many rows as one value. Rows of plain columns alone travel as one text, which Postgres makes in half the time
   * that an array of them takes; where there are others too, the plain ones of a row stand together as its first item.
   */
  listSql(row: string): string {
    return this.#form === 'plain'
      ? `coalesce(string_agg(${row}, '${this.repeats ? ';' : '|'}'), '')`
      : `coalesce(json_agg(${row}), '[]'::json)`;
  }

  /** One row of such a list. */
  get itemSql(): string {
    if (this.#form === 'arrays') return this.sql;
    const others = this.#columns.filter((_, place) => !this.#plain.has(place));
    const text = this.#columns
      .map((column, place) => (this.#never.has(place) ? `${column}::text` : `coalesce(${column}::text, '')`))
      .filter((_, place) => this.#plain.has(place))
      .join(" || '|' || ");
    return this.#form === 'plain' ? text : `json_build_array(${[text, ...others].join(', ')})`;
  }

  /** The rows of a list as it came, each as an array of its columns; where they repeat, of its one text. */
  listed(value: unknown): readonly (readonly unknown[])[] {
    if (this.repeats) return value === '' ? [] : (value as string).split(';').map((text) => [text]);
    if (this.#form === 'plain') return value === '' ? [] : rowsOf(piecesOf(value as string), this.#columns.length);
    const rows = value as readonly (readonly unknown[])[];
    return this.#form === 'mixed' ? rows.map((row) => this.#together(row)) : rows;
  }

  // Below three plain columns an array is as quick. One column alone that may be null stays an array: the text of one row
  // that is null would be that of no row.
  get #form(): 'plain' | 'mixed' | 'arrays' {
    const arePlain = this.#plain.size > 0 && this.#plain.size === this.#columns.length;
    if (arePlain && (this.#columns.length > 1 || this.#never.has(0))) return 'plain';
    return this.#plain.size >= 3 && this.#columns.length <= widest ? 'mixed' : 'arrays';
  }

  #together([text, ...others]: readonly unknown[]): unknown[] {
    const all = [...piecesOf(text as string), ...others];
    this.#order ??= this.#travelOrder();
    return this.#order.map((at) => all[at]);
  }

  /** By the place of a column: where it stands when the plain ones have gone first. */
  #travelOrder(): number[] {
    let [plain, other] = [0, this.#plain.size];
    return this.#columns.map((_, place) => (this.#plain.has(place) ? plain++ : other++));
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

/** The plain columns of a row, as they came in one text. */
export function piecesOf(text: string): (string | null)[] {
  const pieces: (string | null)[] = text.split('|');
  for (let at = 0; at < pieces.length; at += 1) if (pieces[at] === '') pieces[at] = null;
  return pieces;
}

function rowsOf(pieces: readonly (string | null)[], width: number): (string | null)[][] {
  const rows: (string | null)[][] = [];
  for (let at = 0; at < pieces.length; at += width) rows.push(pieces.slice(at, at + width));
  return rows;
}
