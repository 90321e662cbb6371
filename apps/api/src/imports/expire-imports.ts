import { inTransaction } from '@chancery/ledger';
import type { Pool } from 'pg';
import { limits } from '../limits/limits.ts';

/** The states in which an import waits for its user. */
const waitingStates = ['UPLOADED', 'CHECKED', 'FAILED'];

/** Seconds beyond the time limit of uploads after which the process of an unfinished one must have died. */
const graceSeconds = 3_600;

/**
 * Returns when an import expires if nobody works on it; null if it does not expire. `changesetStatus` is that of the
 * changeset that it has written, if it has. A merged import never expires: with its files, mapping and rows, an editor
 * can repeat it.
 */
export function expiryOf(
  { status, activeAt }: { readonly status: string; readonly activeAt: Date },
  changesetStatus: string | undefined,
): Date | null {
  const isAbandoned = waitingStates.includes(status) || (status === 'WRITTEN' && changesetStatus === 'DISCARDED');
  return isAbandoned ? new Date(activeAt.getTime() + limits.importDays * 86_400_000) : null;
}

/**
 * Expires the imports that `expiryOf` says: deletes their rows and files and keeps their records. Deletes also what
 * uploads have left whose process has died. May run in several processes at the same time.
 */
export async function expireImports(desk: Pool): Promise<void> {
  await desk.query(
    "DELETE FROM desk.import_file WHERE digest = '' AND uploaded_at < now() - make_interval(secs => $1)",
    [limits.uploads.seconds + graceSeconds],
  );
  for (const id of await expiredImports(desk)) await expire(desk, id);
}

const isExpired = `i.active_at < now() - make_interval(days => $1) AND (i.status = ANY ($2) OR i.status = 'WRITTEN' AND EXISTS (
  SELECT FROM desk.changeset c WHERE c.id = i.changeset_id AND c.status = 'DISCARDED'))`;

async function expiredImports(desk: Pool): Promise<string[]> {
  const { rows } = await desk.query<{ id: string }>(
    `SELECT i.id FROM desk.import i WHERE ${isExpired} ORDER BY i.number`,
    [limits.importDays, waitingStates],
  );
  return rows.map(({ id }) => id);
}

/** Expires an import, unless somebody has worked on it in the meantime. */
async function expire(desk: Pool, id: string): Promise<void> {
  await inTransaction(desk, async (connection) => {
    // An import may have a million rows.
    await connection.query("SET LOCAL statement_timeout = '10min'");
    const { rowCount } = await connection.query(
      `UPDATE desk.import i SET status = 'EXPIRED', counts = '[]', phase = '', running_since = NULL,
         problem = 'The rows and files of this import were deleted on ' || to_char(now() AT TIME ZONE 'UTC', 'FMDD FMMonth YYYY')
           || ', because nobody had worked on it for ' || $1::integer || ' days. Upload the files again to a new import.'
       WHERE i.id = $3 AND ${isExpired}`,
      [limits.importDays, waitingStates, id],
    );
    if (rowCount === 0) return;
    await connection.query('DELETE FROM desk.import_row WHERE import_id = $1', [id]);
    await connection.query('DELETE FROM desk.import_file WHERE import_id = $1', [id]);
  });
}
