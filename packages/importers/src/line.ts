import type { FileProblem } from './reading/problem.ts';

/**
 * A line of a file as an importer takes it, column by column. What cannot be taken is a problem with its line and column;
 * the importer goes on, so that a line tells all that is wrong with it at once.
 */
export class Line {
  readonly file: string;
  readonly number: number;
  readonly problems: FileProblem[] = [];
  /** What the source says and the importer leaves out, and why: the rest of the line is taken. */
  readonly notes: FileProblem[] = [];
  readonly #places: ReadonlyMap<string, number>;
  readonly #cells: readonly string[];
  readonly #taken: Set<string>;

  /** `taken` notes the columns that were asked for. */
  constructor(
    file: string,
    number: number,
    { places, cells, taken }: { places: ReadonlyMap<string, number>; cells: readonly string[]; taken: Set<string> },
  ) {
    this.file = file;
    this.number = number;
    this.#places = places;
    this.#cells = cells;
    this.#taken = taken;
  }

  /**
   * What stands in a column, on one line and without spaces around it; empty where nothing does.
   * @throws where the file has no such column: the manifest and the importer disagree
   */
  text(column: string): string {
    const place = this.#places.get(column);
    if (place === undefined) throw new Error(`${this.file} has no column ${column}`);
    this.#taken.add(column);
    // Line breaks, tabs and marks of page breaks come with texts that were copied together.
    return (this.#cells[place] ?? '').replace(/[\p{Cc}\s]*[\p{Cc}][\p{Cc}\s]*/gu, ' ').trim();
  }

  /** What stands in a column in which something must. */
  needed(column: string): string {
    const text = this.text(column);
    if (text === '') this.report(column, 'Nothing stands here, and something must.');
    return text;
  }

  /** A whole number, or `undefined` where nothing stands. */
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

  /** What a text of the source means, or `undefined` where nothing stands or the text is not known. */
  oneOf<Meaning>(column: string, meanings: Readonly<Record<string, Meaning>>): Meaning | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    if (Object.hasOwn(meanings, text)) return meanings[text];
    this.report(column, `“${text}” is none of the values of this source: ${Object.keys(meanings).join(', ')}.`);
    return undefined;
  }

  /** A text of a certain form, or `undefined` where nothing stands; `form` says in words what is asked for. */
  matching(column: string, pattern: RegExp, form: string): string | undefined {
    const text = this.text(column);
    if (text === '' || pattern.test(text)) return text === '' ? undefined : text;
    this.report(column, `“${text}” is not ${form}.`);
    return undefined;
  }

  /** A day written as YYYY-MM-DD, or `undefined` where nothing stands. */
  day(column: string): string | undefined {
    const text = this.text(column);
    if (text === '' || isDay(text)) return text === '' ? undefined : text;
    this.report(column, `“${text}” is not a day, such as 1991-12-26.`);
    return undefined;
  }

  /** A number with or without a fraction, or `undefined` where nothing stands. */
  decimal(column: string, { min, max }: { min: number; max: number }): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const number = Number(text);
    if (number >= min && number <= max) return number;
    this.report(column, `“${text}” is not a number from ${min} to ${max}.`);
    return undefined;
  }

  /** A day, month or year written as YYYY-MM-DD, YYYY-MM or YYYY, or `undefined` where nothing stands. */
  partialDay(column: string): string | undefined {
    const text = this.text(column);
    if (text === '' || isDay(`${text}${'-01-01'.slice(text.length - 4)}`)) return text === '' ? undefined : text;
    this.report(column, `“${text}” is not a day, month or year, such as 1991-12-26, 1991-12 or 1991.`);
    return undefined;
  }

  /**
   * A day of three columns, as EDTF: as precise as it is stated. Years, months or days of 0, -9 or nothing are not stated.
   */
  date(year: string, month: string, day: string): string | undefined {
    const before = this.problems.length;
    const [y, m, d] = [this.#part(year, 9999), this.#part(month, 12), this.#part(day, 31)];
    if (this.problems.length > before) return undefined;
    if (y === undefined) {
      if (m !== undefined || d !== undefined) this.report(year, 'A month or day is stated without its year.');
      return undefined;
    }
    const text = [String(y).padStart(4, '0'), ...(m === undefined ? [] : [two(m)])].join('-');
    if (m === undefined || d === undefined) {
      if (d !== undefined) this.report(month, 'A day is stated without its month.');
      return text;
    }
    if (isDay(`${text}-${two(d)}`)) return `${text}-${two(d)}`;
    this.report(day, `There is no day ${text}-${two(d)}.`);
    return undefined;
  }

  /** Notes what of a column is left out, and why. */
  leave(column: string, message: string): void {
    this.notes.push({ file: this.file, line: this.number, column, message });
  }

  /** Notes what is wrong with a column of this line. */
  report(column: string, message: string): void {
    this.problems.push({ file: this.file, line: this.number, column, message });
  }

  #part(column: string, max: number): number | undefined {
    const text = this.text(column);
    return text === '' || text === '0' || text === '-9' ? undefined : this.integer(column, { min: 1, max });
  }
}

// Days that there are not roll over into the next month.
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const two = (number: number) => String(number).padStart(2, '0');
