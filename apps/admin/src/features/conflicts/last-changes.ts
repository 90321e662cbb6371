import { callDeskOnServer } from '../../doors/call-desk-on-server.ts';
import { type ConflictPartsFragment, FieldHistoryDocument } from '../../generated/desk/graphql.ts';
import type { LastChange } from './conflict-screen.tsx';
import { keyOf } from './settlement.ts';

/** Of how many facts the history is asked. */
const mostFacts = 20;

/** Who last changed the fields in conflict, by the keys of the conflicts; what cannot be told is left out. */
export async function lastChanges(conflicts: readonly ConflictPartsFragment[]): Promise<Record<string, LastChange>> {
  const facts = [...new Set(conflicts.map(({ fact }) => fact))].slice(0, mostFacts);
  const found: Record<string, LastChange> = {};
  for (const fact of facts) {
    const answer = await callDeskOnServer(FieldHistoryDocument, { fact });
    if (!answer.ok) continue;
    for (const conflict of conflicts.filter((each) => each.fact === fact)) {
      const step = answer.data.history.find(
        ({ operation: { set, values } }) => conflict.field in (set ?? values ?? {}),
      );
      if (step) found[keyOf(conflict)] = { revision: step.revision, at: step.at, title: step.title, by: step.author };
    }
  }
  return found;
}
