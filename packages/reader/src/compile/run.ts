import type { InMemoryRows } from '../in-memory/in-memory-rows.ts';
import type { NullField } from './null-field.ts';

/** The arguments of one field, coerced by graphql-js. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What changes from one execution of a plan to the next: everything that is bound, and nothing that shapes the SQL. */
export interface Run {
  /** By the number that the document gave the field: its coerced arguments. */
  readonly args: readonly Arguments[];
  /** By the same number: the rows after and before which a page lies. */
  readonly cursors: readonly ({ readonly after?: Cursor; readonly before?: Cursor } | undefined)[];
  /** Today's date in UTC, the default of `on` at the head. */
  readonly today: string;
}

/** A run whose answer is being written, with the fields that were found to be null on the way and must not be. */
export interface Writing extends Run {
  readonly nulls: NullField[];
  /** Rows that are held in memory, for a plan that joins them there. */
  readonly held?: InMemoryRows | undefined;
}

/** Where a row stands in an order: the order's name, the row's sort keys, its id last. */
export interface Cursor {
  readonly order: string;
  readonly keys: readonly (string | number | boolean | null)[];
}

/** A value to bind when a plan is run. */
export type Bind = (run: Run) => unknown;
/** Writes one value of the answer, as JSON text, from a row of the result. */
export type Emit = (row: readonly unknown[], run: Writing) => string;
