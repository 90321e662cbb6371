import type { Operation } from '@chancery/changesets';
import { callDesk } from '../../endpoints/call-desk.ts';
import type { DeskAnswer } from '../../endpoints/desk-answer.ts';
import {
  AppendOperationsDocument,
  type AppendOperationsMutation,
  OpenChangesetDocument,
  type WorkChangesetFragment,
  WorkReportDocument,
  type WorkReportQuery,
} from '../../generated/desk/graphql.ts';
import { type LoadedChangeset, loadChangeset } from './load-changeset.ts';
import { toOperationInput } from './operation-conversion.ts';

/** The requests of the save queue to the desk endpoint. */
export interface ChangesetServer {
  /** Opens a changeset under an id that this browser has chosen. Opening it again returns the same changeset. */
  readonly open: (id: string, title: string) => Promise<DeskAnswer<WorkChangesetFragment>>;
  /** Appends operations to a changeset. Returns `StaleChangeset` if it no longer has the given version. */
  readonly append: (
    changeset: Pick<WorkChangesetFragment, 'id' | 'version'>,
    operations: readonly Operation[],
  ) => Promise<DeskAnswer<AppendOperationsMutation['outcome']>>;
  /** Loads a changeset and the facts that it changes, up to a limit. */
  readonly load: (id: string) => Promise<DeskAnswer<LoadedChangeset>>;
  /** Checks a whole changeset without changing it. The data is null if it cannot be found or checked. */
  readonly check: (id: string) => Promise<DeskAnswer<WorkReportQuery['checkChangeset']>>;
}

/** Creates a `ChangesetServer` that sends requests to the desk endpoint. `person` is the id of the signed-in editor. */
export function changesetServer(person: string): ChangesetServer {
  return {
    open: async (id, title) => {
      const answer = await callDesk(OpenChangesetDocument, { id, title });
      return answer.ok ? { ok: true, data: answer.data.openChangeset } : answer;
    },
    append: async ({ id, version }, operations) => {
      const variables = { changeset: id, version, operations: operations.map(toOperationInput) };
      const answer = await callDesk(AppendOperationsDocument, variables);
      return answer.ok ? { ok: true, data: answer.data.outcome } : answer;
    },
    load: async (id) => {
      const loaded = await loadChangeset(id, person);
      return 'error' in loaded ? { ok: false, error: loaded.error } : { ok: true, data: loaded };
    },
    check: async (id) => {
      const answer = await callDesk(WorkReportDocument, { id });
      return answer.ok ? { ok: true, data: answer.data.checkChangeset } : answer;
    },
  };
}
