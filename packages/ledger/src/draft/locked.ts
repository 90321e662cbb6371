import type { PoolClient } from 'pg';
import { type Changeset, changesetColumns, type Refusal } from '../changeset.ts';

/** Takes a changeset for this transaction, so that nobody else changes it meanwhile. */
export async function locked(client: PoolClient, id: string): Promise<Changeset | undefined> {
  const { rows } = await client.query<Changeset>(
    `SELECT ${changesetColumns} FROM desk.changeset WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

const because: Record<Exclude<Changeset['status'], 'DRAFT' | 'RETURNED'>, string> = {
  SUBMITTED: 'It is submitted and waits for review. Withdraw it to work on it.',
  APPROVED: 'It is approved and waits to be merged. Withdraw it to work on it.',
  MERGING: 'It is being merged.',
  MERGED: 'It is merged. Open a new changeset, or revert the revision.',
  DISCARDED: 'It was discarded.',
};

/** The refusal for a changeset whose state does not allow what was asked. */
export function closed(changeset: Changeset): Refusal {
  return {
    outcome: 'closed',
    changeset,
    message:
      changeset.status === 'DRAFT' || changeset.status === 'RETURNED'
        ? 'It has not been submitted. Submit it first.'
        : because[changeset.status],
  };
}
