import { invert } from '@chancery/changesets';
import { newDeskId } from '@chancery/codebook';
import type { Pool } from 'pg';
import type { Changeset } from '../changeset.ts';
import { append } from '../draft/append.ts';
import { find, open } from '../draft/open.ts';
import { mergedOperations } from './merged-operations.ts';

/** What came of a revert: a changeset to be submitted and reviewed like any other. */
export type Reverted =
  | { readonly outcome: 'opened'; readonly changeset: Changeset }
  | { readonly outcome: 'no-such-revision' };

/** Opens a changeset that undoes a revision. Under an id made by the caller a repeated request opens it once. */
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
  const already = await find(desk, id);
  if (already) return { outcome: 'opened', changeset: already };
  let changeset = await open(desk, {
    id,
    title: `Revert of revision ${revision}: ${undone.title}`.slice(0, 300),
    reason,
    authorId: by,
    reverts: revision,
  });
  for await (const batch of mergedOperations(desk, revision, { reverse: true })) {
    const inverse = invert(batch.map(({ operation }) => operation).toReversed(), `Revert of revision ${revision}`, () =>
      newDeskId('operation'),
    );
    const appended = await append(desk, changeset.id, inverse, { by });
    if (appended.outcome !== 'appended')
      throw new Error(`the inverse of revision ${revision} was not accepted: ${JSON.stringify(appended)}`);
    changeset = appended.changeset;
  }
  return { outcome: 'opened', changeset };
}
