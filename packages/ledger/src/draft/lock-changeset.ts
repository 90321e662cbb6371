import type { PoolClient } from 'pg';
import { type Changeset, changesetColumns, type Refusal } from '../changeset.ts';

/** Reads a changeset and locks its row until the end of the transaction; undefined if no changeset has the id. */
export async function lockChangeset(client: PoolClient, id: string): Promise<Changeset | undefined> {
  const { rows } = await client.query<Changeset>(
    `SELECT ${changesetColumns} FROM desk.changeset WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

const messages: Record<Changeset['status'], string> = {
  DRAFT: 'The changeset is a draft. Submit it first.',
  RETURNED: 'The changeset was returned for changes. Make the changes and submit it again first.',
  SUBMITTED: 'The changeset is waiting for review. Withdraw it to edit it.',
  APPROVED: 'The changeset is approved and waiting to be merged. Withdraw it to edit it.',
  MERGING: 'The changeset is being merged. Wait until the merge has finished.',
  MERGED: 'The changeset has been merged. Open a new changeset, or revert the revision.',
  DISCARDED: 'The changeset was discarded. Open a new changeset.',
};

/** Returns the refusal for a changeset whose status does not allow the requested action. */
export function closedOutcome(changeset: Changeset): Extract<Refusal, { outcome: 'closed' }> {
  return { outcome: 'closed', changeset, message: messages[changeset.status] };
}
