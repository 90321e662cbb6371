import type { Conflict, Operation } from '@chancery/changesets';
import type { DeskError } from '../../doors/desk-answer.ts';
import type { WorkChangesetFragment, WorkReportQuery } from '../../generated/desk/graphql.ts';
import type { Known } from './draft.ts';

/** How far the work of this window has been saved. */
export type Saving =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'waiting' | 'saving' }
  | { readonly kind: 'held'; readonly fault: DeskError }
  | { readonly kind: 'closed'; readonly message: string };

/** An operation that the server will not take, and why. */
export interface RefusedOperation {
  readonly operation: Operation;
  readonly message: string;
}

type Report = NonNullable<WorkReportQuery['checkChangeset']>;

/** What the desk shows of the work in hand. A new one is made at every change. */
export interface WorkState {
  readonly isLoaded: boolean;
  readonly changeset: WorkChangesetFragment | undefined;
  /** The title of a changeset that the server has yet to open. */
  readonly opening: string | undefined;
  readonly known: ReadonlyMap<string, Known>;
  readonly labels: ReadonlyMap<string, string>;
  readonly pending: readonly Operation[];
  readonly saving: Saving;
  /** Fields that another window of the same changeset has set otherwise meanwhile. */
  readonly conflicts: readonly Conflict[];
  readonly refused: readonly RefusedOperation[];
  readonly report: Report | undefined;
  readonly canUndo: boolean;
  /** More facts than are held in the browser. */
  readonly isPartial: boolean;
}

/** No changeset in hand. */
export const nothing: WorkState = {
  isLoaded: false,
  changeset: undefined,
  opening: undefined,
  known: new Map(),
  labels: new Map(),
  pending: [],
  saving: { kind: 'nothing' },
  conflicts: [],
  refused: [],
  report: undefined,
  canUndo: false,
  isPartial: false,
};
