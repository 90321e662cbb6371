import type { FieldNode, SelectionSetNode } from 'graphql';
import type { PriceOf } from './resolved-field.ts';
import type { ResultRow } from './row.ts';

/** A selected field: all field nodes under one response key, and the path of the field in the response. */
export interface SelectedField {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** The response keys from the root to the field. */
  readonly path: readonly string[];
}

/** Returns the selection sets of all nodes of a field. They apply to the same object. */
export function selectionsOf({ nodes }: SelectedField): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}

/** A connection, or another field, that adds to the cost of its plan. */
export interface PricedField {
  readonly path: readonly string[];
  /**
   * The numbers of the connections that contain the field, outermost first, and constant factors. For a connection, the
   * last item is its own number.
   */
  readonly sizes: readonly (number | { readonly times: number })[];
  readonly kind: 'connection' | 'totalCount' | 'search' | 'dyad' | 'resolved';
  /** The cost of a field that is resolved outside the database, and its number if it takes arguments. */
  readonly price?: PriceOf;
  readonly number?: number | undefined;
}

/** A selection that reads the register at a past revision or time. */
export interface PastRead {
  /** The number and path of the field. */
  readonly number: number;
  readonly path: readonly string[];
  /** Whether the past register was selected by a time rather than by its revision. */
  readonly byTime: boolean;
  /** The row of the past register. */
  readonly row: ResultRow;
  /** Returns the columns of that row, from the root row; undefined if there was no such revision. */
  readonly columns: (root: readonly unknown[]) => readonly unknown[] | undefined;
  /** Returns the revision that was read, from the root row; undefined if there was no such revision. */
  readonly read: (root: readonly unknown[]) => number | undefined;
}
