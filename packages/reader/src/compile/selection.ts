import type { FieldNode, SelectionSetNode } from 'graphql';

/** A field as a selection asks for it: all its nodes under one response key, and where it stands in the answer. */
export interface SelectedField {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** Response keys from the root. */
  readonly path: readonly string[];
}

/** The sub-selections of a field. */
export function selectionsOf({ nodes }: SelectedField): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}

/** A connection or dear field of a plan, for its cost. */
export interface Priced {
  readonly path: readonly string[];
  /** Numbers of the connections within which it stands, itself last, and fixed factors. */
  readonly sizes: readonly (number | { readonly times: number })[];
  readonly kind: 'connection' | 'totalCount' | 'search' | 'dyad' | 'resolved';
  /** What a resolved field costs each time that it is asked for. */
  readonly points?: number;
}

/** A past register that a plan reads. */
export interface PastRead {
  /** The number and path of the field that asks for it. */
  readonly number: number;
  readonly path: readonly string[];
  /** Whether it was asked for by a moment rather than by its revision. */
  readonly byTime: boolean;
  /** The revision that was read, given the root. */
  readonly read: (root: readonly unknown[]) => number | undefined;
}
