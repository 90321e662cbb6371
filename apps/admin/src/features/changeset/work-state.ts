import type { Conflict, Operation } from '@chancery/changesets';
import type { DeskError } from '../../endpoints/desk-answer.ts';
import type { WorkChangesetFragment, WorkReportQuery } from '../../generated/desk/graphql.ts';
import type { ServerFact } from './draft.ts';

/** Whether the changes of this window are saved. `closed`: the status of the changeset no longer allows changes. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'waiting' | 'saving' }
  | { readonly kind: 'failed'; readonly error: DeskError }
  | { readonly kind: 'closed'; readonly message: string };

/** An operation that the server refused, with the reason for the editor. */
export interface RefusedOperation {
  readonly operation: Operation;
  readonly message: string;
}

type Report = NonNullable<WorkReportQuery['checkChangeset']>;

/** A snapshot of the editor's work. Every change creates a new object. */
export interface WorkState {
  readonly isLoaded: boolean;
  readonly changeset: WorkChangesetFragment | undefined;
  /** Title of a changeset that the server has not opened yet. */
  readonly opening: string | undefined;
  /** Facts as the server has them, by id. */
  readonly serverFacts: ReadonlyMap<string, ServerFact>;
  readonly labels: ReadonlyMap<string, string>;
  /** Operations that the server has not confirmed yet. */
  readonly pending: readonly Operation[];
  readonly saving: SaveState;
  /** Fields that another window with the same changeset has set to a different value, and that are not resolved yet. */
  readonly conflicts: readonly Conflict[];
  readonly refused: readonly RefusedOperation[];
  readonly report: Report | undefined;
  readonly canUndo: boolean;
  /** True when the changeset has more facts than were loaded. */
  readonly isPartial: boolean;
}

/** The initial state: nothing is loaded, and no changeset is open. */
export const emptyWorkState: WorkState = {
  isLoaded: false,
  changeset: undefined,
  opening: undefined,
  serverFacts: new Map(),
  labels: new Map(),
  pending: [],
  saving: { kind: 'idle' },
  conflicts: [],
  refused: [],
  report: undefined,
  canUndo: false,
  isPartial: false,
};
