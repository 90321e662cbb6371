import { callDeskOnServer } from '../../endpoints/call-desk-on-server.ts';
import { ChangesetFactDocument, KnownFactDocument } from '../../generated/desk/graphql.ts';

/**
 * Whether the register has or had a fact, or one of the newest 25 open changesets of the signed-in person creates it. Work
 * that the browser has not sent yet is not known here. True if the desk cannot say: the editor then reports the error.
 */
export async function isKnownFact(fact: string): Promise<boolean> {
  const answer = await callDeskOnServer(KnownFactDocument, { fact });
  if (!answer.ok) return true;
  const { node, retiredFact, changesets } = answer.data;
  if (node || retiredFact) return true;
  const drafts = await Promise.all(
    changesets.nodes.map(({ id }) => callDeskOnServer(ChangesetFactDocument, { changeset: id, fact })),
  );
  return drafts.some((draft) => !draft.ok || draft.data.changeset?.fact);
}
