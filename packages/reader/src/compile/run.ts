import type { InMemoryRows } from '../in-memory/in-memory-types.ts';
import type { NullField } from './null-field.ts';

/** The arguments of one field, coerced by graphql-js. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The inputs of one execution of a plan: values that are bound and do not affect the SQL text. */
export interface Run {
  /** The coerced arguments of each field, by the number of the field in the document. */
  readonly args: readonly Arguments[];
  /** The decoded cursors of each page, by the same number. */
  readonly cursors: readonly ({ readonly after?: Cursor; readonly before?: Cursor } | undefined)[];
  /** Today's date in UTC: the day on which spells are read at the head if a field has no argument `on`. */
  readonly today: string;
}

/** A run whose response is being written, with the errors of the fields that were written as null. */
export interface EmitContext extends Run {
  readonly nulls: NullField[];
  /** In-memory rows, for a plan that joins them. */
  readonly inMemoryRows?: InMemoryRows | undefined;
}

/** The position of a row in an order: the name of the order and the sort keys of the row, its unique key last. */
export interface Cursor {
  readonly order: string;
  readonly keys: readonly (string | number | boolean | null)[];
}

/** Returns the value of a statement parameter for a run. */
export type Bind = (run: Run) => unknown;
/** Writes one value of the response, as JSON text, from a result row. */
export type Emit = (row: readonly unknown[], run: EmitContext) => string;
