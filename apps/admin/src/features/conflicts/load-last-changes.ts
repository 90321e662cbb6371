import { callDeskOnServer } from '../../endpoints/call-desk-on-server.ts';
import { type ConflictPartsFragment, FieldHistoryDocument } from '../../generated/desk/graphql.ts';
import type { LastChange } from './conflict-screen.tsx';
import { conflictKey } from './resolutions.ts';

/** Maximum number of facts whose history is loaded. */
const maxFacts = 20;

/**
 * Loads the latest change of each field in conflict, by `conflictKey`. Reads the newest 50 operations on each of the
 * first 20 facts. Leaves out fields whose change is not among them, and fields of a fact whose request fails.
 */
export async function loadLastChanges(
  conflicts: readonly ConflictPartsFragment[],
): Promise<Record<string, LastChange>> {
  const facts = [...new Set(conflicts.map(({ fact }) => fact))].slice(0, maxFacts);
  const changes: Record<string, LastChange> = {};
  for (const fact of facts) {
    const answer = await callDeskOnServer(FieldHistoryDocument, { fact });
    if (!answer.ok) continue;
    for (const conflict of conflicts.filter((candidate) => candidate.fact === fact)) {
      const step = answer.data.history.find(
        ({ operation: { set, values } }) => conflict.field in (set ?? values ?? {}),
      );
      if (step)
        changes[conflictKey(conflict)] = { revision: step.revision, at: step.at, title: step.title, by: step.author };
    }
  }
  return changes;
}
