import { newDeskId } from '@chancery/codebook';
import { inTransaction } from '@chancery/ledger';
import type { Pool, PoolClient } from 'pg';
import { limits } from '../limits/limits.ts';
import { storeBytes } from './stored-file.ts';
import {
  fileTooLarge,
  importClosed,
  noSpace,
  notOwnImport,
  tooManyFiles,
  type UploadRefusal,
} from './upload-refusal.ts';

/** A file that a user uploads. */
export interface Upload {
  readonly name: string;
  /** The id of the user. */
  readonly by: string;
  /** The import to add the file to; `undefined` to open one. */
  readonly importId: string | undefined;
  /** The size that the client declares, in bytes; `undefined` if it declares none. */
  readonly declaredSize: number | undefined;
  readonly body: AsyncIterable<Buffer>;
}

/** An uploaded file that is stored. */
export interface StoredUpload {
  readonly import: { readonly id: string; readonly number: number };
  /** True if the upload opened the import. */
  readonly isNewImport: boolean;
  readonly size: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: string;
}

/** The place that is reserved for an upload. */
interface Reservation {
  readonly file: string;
  readonly import: { readonly id: string; readonly number: number };
}

class TooLargeError extends Error {}

/**
 * Stores an upload while it arrives, in its import or a new one, where it replaces a file of the same name. Reserves its
 * size first, so that uploads at the same time, to any process, keep within the limits of files and bytes. Nothing is
 * read of a refused upload, and nothing is left of an interrupted one.
 */
export async function storeUpload(desk: Pool, upload: Upload): Promise<StoredUpload | { refusal: UploadRefusal }> {
  const { name, importId, declaredSize, body } = upload;
  if (declaredSize !== undefined && declaredSize > limits.body.importFile)
    return { refusal: fileTooLarge(declaredSize) };
  const reserved = await inTransaction(desk, (connection) => reserve(connection, upload));
  if ('refusal' in reserved) return reserved;
  let isStored = false;
  try {
    const stored = await storeBytes(desk, reserved.file, limitSize(body));
    isStored = await inTransaction(desk, (connection) => complete(connection, reserved, { name, ...stored }));
    return isStored
      ? { ...stored, import: reserved.import, isNewImport: importId === undefined }
      : { refusal: importClosed };
  } catch (error) {
    if (error instanceof TooLargeError) return { refusal: fileTooLarge() };
    if (isFileGone(error)) return { refusal: importClosed };
    throw error;
  } finally {
    if (!isStored) await release(desk, reserved, importId === undefined);
  }
}

/**
 * Reserves the size of an upload. Locks its import and then the space for files, so that two uploads cannot take the same
 * place or space.
 */
async function reserve(
  connection: PoolClient,
  { name, by, importId, declaredSize }: Upload,
): Promise<Reservation | { refusal: UploadRefusal }> {
  const size = declaredSize ?? limits.body.importFile;
  if (importId !== undefined) {
    const refusal = await refusalOf(connection, { importId, name, by });
    if (refusal) return { refusal };
  }
  // After the lock of the import, which a large cancellation may hold for seconds: other uploads must not wait for that.
  await connection.query("SELECT pg_advisory_xact_lock(hashtextextended('space for import files', 0))");
  // The file that this one replaces does not count.
  const { rows: used } = await connection.query<{ perUser: number; inAll: number }>(
    `SELECT coalesce(sum(f.size) FILTER (WHERE i.started_by = $1), 0)::float8 AS "perUser", coalesce(sum(f.size), 0)::float8 AS "inAll"
     FROM desk.import_file f JOIN desk.import i ON i.id = f.import_id LEFT JOIN desk.changeset c ON c.id = i.changeset_id
     WHERE c.status IS DISTINCT FROM 'MERGED' AND (f.import_id, f.name) IS DISTINCT FROM ($2, $3)`,
    [by, importId ?? null, name],
  );
  for (const quota of ['perUser', 'inAll'] as const) {
    const bytes = used[0]?.[quota] ?? 0;
    if (bytes + size > limits.importStorage[quota]) return { refusal: noSpace(quota, bytes, size) };
  }
  const file = newDeskId('importFile');
  const { rows: targets } = await connection.query<Reservation['import']>(
    importId === undefined
      ? 'INSERT INTO desk.import (id, started_by) VALUES ($1, $2) RETURNING id, number'
      : 'UPDATE desk.import SET active_at = now() WHERE id = $1 AND started_by = $2 RETURNING id, number',
    [importId ?? newDeskId('import'), by],
  );
  const [target] = targets;
  if (!target) throw new Error(`import ${importId} was not stored`);
  // A temporary name until the upload is complete, so that an interrupted upload replaces nothing.
  await connection.query('INSERT INTO desk.import_file (id, import_id, name, size) VALUES ($1, $2, $3, $4)', [
    file,
    target.id,
    `${file} ${name}`,
    size,
  ]);
  return { file, import: target };
}

/** Locks an import and returns why a file cannot be added to it; `undefined` if it can. */
async function refusalOf(
  connection: PoolClient,
  { importId, name, by }: { readonly importId: string; readonly name: string; readonly by: string },
): Promise<UploadRefusal | undefined> {
  const found = await lockImport(connection, importId);
  if (found?.startedBy !== by) return notOwnImport;
  if (!acceptsFiles(found)) return importClosed;
  const { rows } = await connection.query<{ files: number }>(
    'SELECT count(*)::int AS files FROM desk.import_file WHERE import_id = $1 AND name <> $2',
    [importId, name],
  );
  return (rows[0]?.files ?? 0) >= limits.importFiles ? tooManyFiles() : undefined;
}

/** Makes an upload a file of its import. Returns false if the import no longer accepts it. */
async function complete(
  connection: PoolClient,
  { file, import: { id } }: Reservation,
  { name, size, digest }: { readonly name: string; readonly size: number; readonly digest: string },
): Promise<boolean> {
  const found = await lockImport(connection, id);
  if (!found || !acceptsFiles(found)) return false;
  await connection.query('DELETE FROM desk.import_file WHERE import_id = $1 AND name = $2', [id, name]);
  const { rowCount } = await connection.query(
    'UPDATE desk.import_file SET name = $2, size = $3, digest = $4 WHERE id = $1',
    [file, name, size, digest],
  );
  if (rowCount === 0) return false;
  await connection.query(
    "UPDATE desk.import SET status = 'UPLOADED', source = NULL, problem = NULL, active_at = now() WHERE id = $1",
    [id],
  );
  return true;
}

/** Deletes what an interrupted or refused upload has stored, with the import that it has opened. */
async function release(desk: Pool, { file, import: { id } }: Reservation, isNewImport: boolean): Promise<void> {
  await desk.query('DELETE FROM desk.import_file WHERE id = $1', [file]);
  if (!isNewImport) return;
  await desk.query(
    "DELETE FROM desk.import i WHERE id = $1 AND status = 'UPLOADED' AND NOT EXISTS (SELECT FROM desk.import_file f WHERE f.import_id = i.id)",
    [id],
  );
}

async function lockImport(
  connection: PoolClient,
  id: string,
): Promise<{ readonly status: string; readonly startedBy: string } | undefined> {
  const { rows } = await connection.query<{ status: string; startedBy: string }>(
    'SELECT status, started_by AS "startedBy" FROM desk.import WHERE id = $1 FOR UPDATE',
    [id],
  );
  return rows[0];
}

const acceptsFiles = ({ status }: { readonly status: string }) => ['UPLOADED', 'CHECKED', 'FAILED'].includes(status);

/** Yields the chunks of a body; throws TooLargeError when it exceeds the limit. */
async function* limitSize(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limits.body.importFile) throw new TooLargeError();
    yield chunk;
  }
}

/** True when a part cannot be stored because its file was deleted, as when the import is cancelled. */
function isFileGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503';
}
