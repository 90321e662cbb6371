import { callDeskOnServer } from '../../endpoints/call-desk-on-server.ts';
import type { DeskAnswer } from '../../endpoints/desk-answer.ts';
import { ChangesetCheckedDocument } from '../../generated/desk/graphql.ts';
import type { ChangesetChecks } from './checks.ts';
import type { FullChangeset } from './review-data.ts';

/**
 * Checks a changeset. The data is null, without a check, if the changeset is merged, being merged or discarded; it is
 * also null if the desk cannot check the changeset.
 */
export async function loadChecks({
  id,
  status,
}: Pick<FullChangeset, 'id' | 'status'>): Promise<DeskAnswer<ChangesetChecks | null>> {
  if (status === 'MERGED' || status === 'DISCARDED' || status === 'MERGING') return { ok: true, data: null };
  const answer = await callDeskOnServer(ChangesetCheckedDocument, { id });
  return answer.ok ? { ok: true, data: answer.data.checkChangeset } : answer;
}
