import { createHash } from 'node:crypto';
import { changesetTitle, invert } from '@chancery/changesets';
import { deskPrefixes, idFromUuid, newDeskId } from '@chancery/codebook';
import type { Pool } from 'pg';
import type { Changeset } from '../changeset.ts';
import { append } from '../draft/append.ts';
import { openChangeset } from '../draft/open.ts';
import { mergedOperations } from './merged-operations.ts';

/** The outcome of {@link revert}. An opened changeset is submitted and reviewed like any other. */
export type RevertOutcome =
  | { readonly outcome: 'opened'; readonly changeset: Changeset }
  | { readonly outcome: 'no-such-revision' };

/**
 * Opens a changeset that undoes a revision. If the caller gives an `id`, a repeated call appends no operation twice and
 * completes an interrupted call, because the ids of the operations are computed from the id of the changeset. A
 * changeset with this id that is not a draft, or that does not revert the revision, is returned unchanged.
 */
export async function revert(
  desk: Pool,
  revision: number,
  { by, id = newDeskId('changeset'), reason }: { by: string; id?: string; reason: string },
): Promise<RevertOutcome> {
  const { rows } = await desk.query<{ title: string }>('SELECT title FROM ledger.revision WHERE number = $1', [
    revision,
  ]);
  const [revertedRevision] = rows;
  if (!revertedRevision) return { outcome: 'no-such-revision' };
  let changeset = await openChangeset(desk, {
    id,
    title: changesetTitle(`Revert of revision ${revision}: ${revertedRevision.title}`),
    reason,
    authorId: by,
    reverts: revision,
  });
  if (changeset.status !== 'DRAFT' || changeset.reverts !== revision) return { outcome: 'opened', changeset };
  let count = 0;
  for await (const batch of mergedOperations(desk, revision, { reverse: true })) {
    const inverse = invert(
      batch.map(({ operation }) => operation).toReversed(),
      `Revert of revision ${revision}`,
      () => {
        count += 1;
        return operationId(changeset.id, count);
      },
    );
    const appended = await append(desk, changeset.id, inverse, { by });
    if (appended.outcome !== 'appended')
      throw new Error(`The inverse of revision ${revision} could not be appended: ${JSON.stringify(appended)}`);
    changeset = appended.changeset;
  }
  return { outcome: 'opened', changeset };
}

/** Returns an operation id that is always the same for the same changeset and position in it. */
function operationId(changesetId: string, position: number): string {
  const hash = createHash('sha256').update(`${changesetId} ${position}`).digest('hex');
  const uuid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  // Fact ids and desk ids have the same form: a prefix, then a UUID in base 32.
  return `${deskPrefixes.operation}_${idFromUuid('State', uuid).split('_')[1]}`;
}
