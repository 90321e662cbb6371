import { isDay } from '@chancery/codebook';
import type { FileProblem } from './reading/problem.ts';

/**
 * Reads the columns of one line. A value that cannot be read becomes a problem with its line and column, and reading goes
 * on, so that all problems of a line are reported at once.
 */
export class Line {
  readonly file: string;
  readonly number: number;
  readonly problems: FileProblem[] = [];
  /** Parts of the line that the importer omits, and why; the rest of the line is imported. */
  readonly notes: FileProblem[] = [];
  readonly #columnIndexes: ReadonlyMap<string, number>;
  readonly #cells: readonly string[];
  readonly #usedColumns: Set<string>;

  /** `usedColumns` collects the names of the columns that are read. */
  constructor(
    file: string,
    number: number,
    {
      columnIndexes,
      cells,
      usedColumns,
    }: { columnIndexes: ReadonlyMap<string, number>; cells: readonly string[]; usedColumns: Set<string> },
  ) {
    this.file = file;
    this.number = number;
    this.#columnIndexes = columnIndexes;
    this.#cells = cells;
    this.#usedColumns = usedColumns;
  }

  /**
   * Returns the text of a column, trimmed and on one line; an empty string if the cell is empty.
   * @throws Error if the file has no such column, since the manifest and the importer then disagree
   */
  text(column: string): string {
    const index = this.#columnIndexes.get(column);
    if (index === undefined) throw new Error(`${this.file} has no column ${column}`);
    this.#usedColumns.add(column);
    // Texts that were copied from documents contain line breaks, tabs and form feeds.
    return (this.#cells[index] ?? '').replace(/[\p{Cc}\s]*[\p{Cc}][\p{Cc}\s]*/gu, ' ').trim();
  }

  /** Returns the text of a column that must not be empty. Reports an empty cell, and returns an empty string. */
  required(column: string): string {
    const text = this.text(column);
    if (text === '') this.report(column, 'This column is required.');
    return text;
  }

  /** Reads a whole number; `undefined` if the cell is empty or invalid. */
  integer(column: string, { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = {}): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const number = Number(text);
    if (/^-?\d+$/.test(text) && number >= min && number <= max) return number;
    this.report(
      column,
      `“${text}” is not a whole number${min > Number.MIN_SAFE_INTEGER ? ` from ${min} to ${max}` : ''}.`,
    );
    return undefined;
  }

  /** Reads a required whole number from 1 to `max` that identifies something, as text; empty if the cell is empty or invalid. */
  requiredNumber(column: string, max: number): string {
    this.required(column);
    return String(this.integer(column, { min: 1, max }) ?? '');
  }

  /** Translates a value of the source by `meanings`; `undefined` if the cell is empty or the value has no meaning. */
  oneOf<Meaning>(column: string, meanings: Readonly<Record<string, Meaning>>): Meaning | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    if (Object.hasOwn(meanings, text)) return meanings[text];
    this.report(column, `“${text}” is not a value of this column. Use one of: ${Object.keys(meanings).join(', ')}.`);
    return undefined;
  }

  /** Reads a text that matches a pattern; `undefined` if the cell is empty or invalid. `form` describes the pattern in problems. */
  matching(column: string, pattern: RegExp, form: string): string | undefined {
    const text = this.text(column);
    if (text === '' || pattern.test(text)) return text === '' ? undefined : text;
    this.report(column, `“${text}” is not ${form}.`);
    return undefined;
  }

  /** Reads a day written as YYYY-MM-DD; `undefined` if the cell is empty or invalid. */
  day(column: string): string | undefined {
    const text = this.text(column);
    if (text === '' || isDay(text)) return text === '' ? undefined : text;
    this.report(column, `“${text}” is not a day. Use YYYY-MM-DD, such as 1991-12-26.`);
    return undefined;
  }

  /** Reads a number with or without a fraction; `undefined` if the cell is empty or invalid. */
  decimal(column: string, { min, max }: { min: number; max: number }): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const number = Number(text);
    if (number >= min && number <= max) return number;
    this.report(column, `“${text}” is not a number from ${min} to ${max}.`);
    return undefined;
  }

  /** Reads a date written as YYYY-MM-DD, YYYY-MM or YYYY; `undefined` if the cell is empty or invalid. */
  partialDay(column: string): string | undefined {
    const text = this.text(column);
    if (text === '' || isDay(`${text}${'-01-01'.slice(text.length - 4)}`)) return text === '' ? undefined : text;
    this.report(column, `“${text}” is not a day, month or year. Use YYYY-MM-DD, YYYY-MM or YYYY.`);
    return undefined;
  }

  /**
   * Reads a date from three columns as EDTF, as precise as it is stated. A year, month or day that is empty, 0 or -9 is not
   * stated. Returns `undefined` if the year is not stated, or the date is invalid.
   */
  date(year: string, month: string, day: string): string | undefined {
    const problemsBefore = this.problems.length;
    const [y, m, d] = [this.#part(year, 9999), this.#part(month, 12), this.#part(day, 31)];
    if (this.problems.length > problemsBefore) return undefined;
    if (y === undefined) {
      if (m !== undefined || d !== undefined) this.report(year, 'The date has a month or day but no year.');
      return undefined;
    }
    const text = [String(y).padStart(4, '0'), ...(m === undefined ? [] : [twoDigits(m)])].join('-');
    if (m === undefined || d === undefined) {
      if (d !== undefined) this.report(month, 'The date has a day but no month.');
      return text;
    }
    if (isDay(`${text}-${twoDigits(d)}`)) return `${text}-${twoDigits(d)}`;
    this.report(day, `${text}-${twoDigits(d)} is not a date.`);
    return undefined;
  }

  /** Adds a note that something in a column is omitted, and why. */
  omit(column: string, message: string): void {
    this.notes.push({ file: this.file, line: this.number, column, message });
  }

  /** Adds a problem with a column of this line. */
  report(column: string, message: string): void {
    this.problems.push({ file: this.file, line: this.number, column, message });
  }

  #part(column: string, max: number): number | undefined {
    const text = this.text(column);
    return text === '' || text === '0' || text === '-9' ? undefined : this.integer(column, { min: 1, max });
  }
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
