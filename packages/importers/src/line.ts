import { isDay } from '@chancery/codebook';
import type { FileProblem } from './reading/problem.ts';

/**
 * Reads the columns of one line. A value that cannot be read becomes a problem with line and column, and reading
 * continues, so that all problems of a line are reported at once.
 */
export class Line {
  readonly file: string;
  readonly number: number;
  readonly problems: FileProblem[] = [];
  /** What the importer omits, and why: parts of the line, or the whole line. */
  readonly notes: FileProblem[] = [];
  readonly #columnIndexes: ReadonlyMap<string, number>;
  readonly #cells: readonly string[];
  readonly #usedColumns: Set<string>;
  readonly #isMissing: ((column: string, text: string) => boolean) | undefined;

  /**
   * The names of the columns that are read are added to `usedColumns`. A text for which `isMissing` returns true is read
   * as an empty cell.
   */
  constructor(
    file: string,
    number: number,
    {
      columnIndexes,
      cells,
      usedColumns,
      isMissing,
    }: {
      columnIndexes: ReadonlyMap<string, number>;
      cells: readonly string[];
      usedColumns: Set<string>;
      isMissing?: ((column: string, text: string) => boolean) | undefined;
    },
  ) {
    this.file = file;
    this.number = number;
    this.#columnIndexes = columnIndexes;
    this.#cells = cells;
    this.#usedColumns = usedColumns;
    this.#isMissing = isMissing;
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
    const text = (this.#cells[index] ?? '').replace(/[\p{Cc}\s]*[\p{Cc}][\p{Cc}\s]*/gu, ' ').trim();
    return this.#isMissing?.(column, text) ? '' : text;
  }

  /**
   * Returns the text of a column that must not be empty. If the cell is empty, reports a problem and returns an empty
   * string.
   */
  required(column: string): string {
    const text = this.text(column);
    if (text === '') this.report(column, 'The cell is empty, but a value is required.');
    return text;
  }

  /**
   * Reads a whole number from `min` to `max`. Returns `undefined` if the cell is empty, or if it is invalid, which is
   * reported.
   */
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

  /**
   * Reads a required identifying number from 1 to `max` and returns it as text, without leading zeros. Reports an empty
   * or invalid cell, and returns an empty string for it.
   */
  requiredNumber(column: string, max: number): string {
    this.required(column);
    return String(this.integer(column, { min: 1, max }) ?? '');
  }

  /**
   * Returns the meaning that `meanings` gives the value in a column. Returns `undefined` if the cell is empty, or if
   * `meanings` does not have the value, which is reported.
   */
  oneOf<Meaning>(column: string, meanings: Readonly<Record<string, Meaning>>): Meaning | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    if (Object.hasOwn(meanings, text)) return meanings[text];
    this.report(column, `“${text}” is not a value of this column. Use one of: ${Object.keys(meanings).join(', ')}.`);
    return undefined;
  }

  /**
   * Reads a text that matches a pattern. Returns `undefined` if the cell is empty, or if it does not match, which is
   * reported. `form` describes the pattern in that problem: “x” is not `form`.
   */
  matching(column: string, pattern: RegExp, form: string): string | undefined {
    const text = this.text(column);
    if (text === '' || pattern.test(text)) return text === '' ? undefined : text;
    this.report(column, `“${text}” is not ${form}.`);
    return undefined;
  }

  /**
   * Reads a day written as YYYY-MM-DD. Returns `undefined` if the cell is empty, or if it is invalid, which is
   * reported.
   */
  day(column: string): string | undefined {
    const text = this.text(column);
    if (text === '' || isDay(text)) return text === '' ? undefined : text;
    this.report(column, `“${text}” is not a day. Use YYYY-MM-DD, such as 1991-12-26.`);
    return undefined;
  }

  /**
   * Reads a number from `min` to `max`, with or without a fraction. Returns `undefined` if the cell is empty, or if it
   * is invalid, which is reported.
   */
  decimal(column: string, { min, max }: { min: number; max: number }): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const number = Number(text);
    if (number >= min && number <= max) return number;
    this.report(column, `“${text}” is not a number from ${min} to ${max}.`);
    return undefined;
  }

  /**
   * Reads a date written as YYYY-MM-DD, YYYY-MM or YYYY. Returns `undefined` if the cell is empty, or if it is invalid,
   * which is reported.
   */
  partialDay(column: string): string | undefined {
    const text = this.text(column);
    if (text === '' || isDay(`${text}${'-01-01'.slice(text.length - 4)}`)) return text === '' ? undefined : text;
    this.report(column, `“${text}” is not a day, month or year. Use YYYY-MM-DD, YYYY-MM or YYYY.`);
    return undefined;
  }

  /**
   * Reads a date from three columns as EDTF, as precise as it is stated. A year, month or day that is empty, 0 or -9 is
   * not stated. Returns `undefined` if the year is not stated or the date is invalid. Reports an invalid date, a month
   * or day without a year, and a day without a month; in this last case it returns the year.
   */
  date(year: string, month: string, day: string): string | undefined {
    const problemsBefore = this.problems.length;
    const [y, m, d] = [this.#part(year, 9999), this.#part(month, 12), this.#part(day, 31)];
    if (this.problems.length > problemsBefore) return undefined;
    if (y === undefined) {
      if (m !== undefined || d !== undefined)
        this.report(year, 'The date has a month or day but no year. Add the year.');
      return undefined;
    }
    const text = [String(y).padStart(4, '0'), ...(m === undefined ? [] : [twoDigits(m)])].join('-');
    if (m === undefined || d === undefined) {
      if (d !== undefined) this.report(month, 'The date has a day but no month. Add the month.');
      return text;
    }
    if (isDay(`${text}-${twoDigits(d)}`)) return `${text}-${twoDigits(d)}`;
    this.report(day, `${text}-${twoDigits(d)} is not a date. Correct the day, month or year.`);
    return undefined;
  }

  /** Reads a date as `date` does. If no date is stated, reports a problem in the column of the year. */
  requiredDate(year: string, month: string, day: string): string | undefined {
    const problemsBefore = this.problems.length;
    const edtf = this.date(year, month, day);
    if (edtf === undefined && this.problems.length === problemsBefore)
      this.report(year, 'A date is required. Enter at least its year.');
    return edtf;
  }

  /** Adds a note. `message` says what is omitted because of a column, and why. */
  omit(column: string, message: string): void {
    this.notes.push({ file: this.file, line: this.number, column, message });
  }

  /** Adds a problem with a column of this line, unless the same problem was added before. */
  report(column: string, message: string): void {
    if (this.problems.some((problem) => problem.column === column && problem.message === message)) return;
    this.problems.push({ file: this.file, line: this.number, column, message });
  }

  #part(column: string, max: number): number | undefined {
    const text = this.text(column);
    return text === '' || text === '0' || text === '-9' ? undefined : this.integer(column, { min: 1, max });
  }
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
