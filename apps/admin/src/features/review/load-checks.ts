import { callDeskOnServer } from '../../endpoints/call-desk-on-server.ts';
import type { DeskAnswer } from '../../endpoints/desk-answer.ts';
import { ChangesetCheckedDocument } from '../../generated/desk/graphql.ts';
import type { ChangesetChecks } from './checks.ts';
import type { FullChangeset } from './review-data.ts';

/** Loads the check of a changeset; null for a changeset that is merged, being merged or discarded. */
export async function loadChecks({
  id,
  status,
}: Pick<FullChangeset, 'id' | 'status'>): Promise<DeskAnswer<ChangesetChecks | null>> {
  if (status === 'MERGED' || status === 'DISCARDED' || status === 'MERGING') return { ok: true, data: null };
  const answer = await callDeskOnServer(ChangesetCheckedDocument, { id });
  return answer.ok ? { ok: true, data: answer.data.checkChangeset } : answer;
}
