import type { InMemoryRows } from '../in-memory/in-memory-types.ts';
import type { FieldError } from './field-error.ts';

/** The arguments of one field, coerced by graphql-js. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The inputs of one execution of a plan. They are bound as parameters and do not change the SQL text. */
export interface Run {
  /** The coerced arguments of each field, by the number of the field in the document. */
  readonly args: readonly Arguments[];
  /** The decoded cursors of each page, by the number of its field. */
  readonly cursors: readonly ({ readonly after?: Cursor; readonly before?: Cursor } | undefined)[];
  /** Today's date in UTC, YYYY-MM-DD: the day on which spells are read at the latest revision unless `on` is given. */
  readonly today: string;
}

/** A run whose response is being written, with the errors of the fields that were written as null. */
export interface EmitContext extends Run {
  readonly fieldErrors: FieldError[];
  /** The in-memory rows from which columns are written; undefined if all columns were read from the database. */
  readonly inMemoryRows?: InMemoryRows | undefined;
}

/** The position of a row in an order: the name of the order, and the sort keys of the row, unique as a whole. */
export interface Cursor {
  readonly order: string;
  readonly keys: readonly (string | number | boolean | null)[];
}

/** Returns the value of a statement parameter for a run. */
export type Bind = (run: Run) => unknown;
/** Writes one value of the response, as JSON text, from a result row. */
export type Emit = (row: readonly unknown[], run: EmitContext) => string;
