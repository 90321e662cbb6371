import type { FieldNode, SelectionSetNode } from 'graphql';

/** A selected field: all its nodes under one response key, and its path in the response. */
export interface SelectedField {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** Response keys from the root. */
  readonly path: readonly string[];
}

/** Returns the selection sets of a field. */
export function selectionsOf({ nodes }: SelectedField): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}

/** A connection or expensive field of a plan, for computing the cost. */
export interface PricedField {
  readonly path: readonly string[];
  /**
   * The numbers of the connections that contain the field, outermost first, and constant factors. A connection itself
   * is the last.
   */
  readonly sizes: readonly (number | { readonly times: number })[];
  readonly kind: 'connection' | 'totalCount' | 'search' | 'dyad' | 'resolved';
  /** The points of a resolved field, for each object that has it. */
  readonly points?: number;
}

/** A selection that reads the register at a past revision or moment. */
export interface PastRead {
  /** The number and path of the field. */
  readonly number: number;
  readonly path: readonly string[];
  /** Whether the past register is given by time rather than by revision. */
  readonly byTime: boolean;
  /** Returns the revision that was read, from the root row; undefined if there is none. */
  readonly read: (root: readonly unknown[]) => number | undefined;
}
