import { newDeskId } from '@chancery/codebook';
import type { Pool } from 'pg';
import { type Changeset, changesetColumns } from '../changeset.ts';

/** The input of {@link openChangeset}. */
export interface NewChangeset {
  /** By default a new id. Give one if a repeated call must have one effect. */
  readonly id?: string;
  readonly title: string;
  readonly reason?: string;
  readonly authorId: string;
  /** The revision that the changeset undoes. */
  readonly reverts?: number;
}

/** Creates a draft on the latest revision. If a changeset with the id exists, returns that changeset unchanged. */
export async function openChangeset(
  desk: Pool,
  { id = newDeskId('changeset'), title, reason = '', authorId, reverts }: NewChangeset,
): Promise<Changeset> {
  const { rows } = await desk.query<Changeset>(
    `INSERT INTO desk.changeset (id, title, reason, author_id, reverts, base_revision)
     SELECT $1, $2, $3, $4, $5, number FROM ledger.head
     ON CONFLICT (id) DO NOTHING
     RETURNING ${changesetColumns}`,
    [id, title, reason, authorId, reverts ?? null],
  );
  const changeset = rows[0] ?? (await findChangeset(desk, id));
  if (!changeset) throw new Error(`Changeset ${id} was neither created nor found`);
  return changeset;
}

/** Finds a changeset by its id; undefined if there is none. */
export async function findChangeset(desk: Pick<Pool, 'query'>, id: string): Promise<Changeset | undefined> {
  const { rows } = await desk.query<Changeset>(`SELECT ${changesetColumns} FROM desk.changeset WHERE id = $1`, [id]);
  return rows[0];
}
