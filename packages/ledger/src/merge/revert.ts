import { createHash } from 'node:crypto';
import { invert } from '@chancery/changesets';
import { deskPrefixes, idFromUuid, newDeskId } from '@chancery/codebook';
import type { Pool } from 'pg';
import type { Changeset } from '../changeset.ts';
import { append } from '../draft/append.ts';
import { open } from '../draft/open.ts';
import { mergedOperations } from './merged-operations.ts';

/** What came of a revert: a changeset to be submitted and reviewed like any other. */
export type Reverted =
  | { readonly outcome: 'opened'; readonly changeset: Changeset }
  | { readonly outcome: 'no-such-revision' };

/**
 * Opens a changeset that undoes a revision. Under an id made by the caller a repeated request opens it once, and
 * completes what an earlier one left unfinished: the ids of the operations follow from that of the changeset.
 */
export async function revert(
  desk: Pool,
  revision: number,
  { by, id = newDeskId('changeset'), reason }: { by: string; id?: string; reason: string },
): Promise<Reverted> {
  const { rows } = await desk.query<{ title: string }>('SELECT title FROM ledger.revision WHERE number = $1', [
    revision,
  ]);
  const [undone] = rows;
  if (!undone) return { outcome: 'no-such-revision' };
  let changeset = await open(desk, {
    id,
    title: `Revert of revision ${revision}: ${undone.title}`.slice(0, 300),
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
      throw new Error(`the inverse of revision ${revision} was not accepted: ${JSON.stringify(appended)}`);
    changeset = appended.changeset;
  }
  return { outcome: 'opened', changeset };
}

/** The id of an operation of a revert: the same for the same place each time. */
function operationId(changesetId: string, place: number): string {
  const hash = createHash('sha256').update(`${changesetId} ${place}`).digest('hex');
  const uuid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  // Ids of facts and of the desk are both a UUID in base 32 after their prefix.
  return `${deskPrefixes.operation}_${idFromUuid('State', uuid).split('_')[1]}`;
}
