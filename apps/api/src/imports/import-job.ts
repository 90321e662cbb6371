import { changesetTitle } from '@chancery/changesets';
import { type Importer, type PlannedRow, planImport, type ReadReport, stableDeskId } from '@chancery/importers';
import * as ledger from '@chancery/ledger';
import type { DeskClient } from '@chancery/prisma/desk';
import type { Pool } from 'pg';
import type { JobContext, JobHandler } from '../jobs/run-jobs.ts';
import { readAnswers } from './answers.ts';
import { checkConclusion } from './check-conclusion.ts';
import { importerOf, importerProblem } from './find-importer.ts';
import { RowCounts, storeRows } from './import-rows.ts';
import { registerLookup } from './register-lookup.ts';
import { givenFile } from './stored-file.ts';

type StoredImport = NonNullable<Awaited<ReturnType<DeskClient['import']['findUnique']>>>;
type Services = { readonly desk: Pool; readonly client: DeskClient };

/**
 * Returns the id of the changeset of an import. It is derived from the import's id, so a retried job writes to the same
 * one.
 */
export function importChangesetId(importId: string): string {
  return stableDeskId('changeset', importId);
}

/** Thrown when the import was cancelled or changed while the job ran. */
class ImportChangedError extends Error {}

const replacedMessage = 'the import was started again by another process, because this one lost its lock';

/**
 * Returns the handler of import jobs, which check or write an import. Both store the outcome of each row; writing also
 * appends the operations to a changeset. An interrupted run starts again: the rows are replaced, and operations that
 * the changeset already has are skipped.
 */
export function importJobHandler(services: Services): JobHandler {
  return {
    run: async (context) => {
      const { client } = services;
      const stored = await client.import.findUnique({ where: { id: context.subject } });
      if (stored?.status !== 'CHECKING' && stored?.status !== 'WRITING')
        return { isDone: true, outcome: { outcome: 'overtaken' } };
      try {
        await runImport(stored, services, context);
        return { isDone: true, outcome: { outcome: 'done' } };
      } catch (error) {
        if (error instanceof ImportChangedError) {
          // The cancellation may have run before this job opened its changeset.
          await ledger.discardChangeset(services.desk, importChangesetId(stored.id));
          return { isDone: true, outcome: { outcome: 'overtaken' } };
        }
        if (context.isLast && !context.signal.aborted) await fail(stored, client, internalProblem);
        throw error;
      }
    },
  };
}

const internalProblem =
  'The import failed because of an internal error, which is in the server log. Try again, or report the error.';

async function fail({ id, status }: StoredImport, client: DeskClient, problem: string): Promise<void> {
  await client.import.updateMany({
    where: { id, status },
    data: { status: 'FAILED', problem, runningSince: null, phase: '' },
  });
}

async function runImport(
  stored: StoredImport,
  services: Services,
  { reportProgress, signal }: JobContext,
): Promise<void> {
  const { desk, client } = services;
  const importer = importerOf(stored);
  if (!importer) {
    await fail(stored, client, importerProblem(stored));
    return;
  }
  const isWritten = stored.status === 'WRITING';
  const phase = isWritten ? 'writing' : 'checking';
  const total = isWritten ? stored.total : importer.manifest.files.reduce((sum, { rows }) => sum + rows, 0);
  // Identifies this run. A run that another process has replaced, after it lost its lock, stores nothing more.
  const since = new Date();
  // The import first: another run waits for this row, and what it has stored until then is deleted.
  await client.$transaction([
    client.import.updateMany({
      where: { id: stored.id, status: stored.status },
      data: { runningSince: since, phase, done: 0, total, problem: null, counts: [] },
    }),
    client.importRow.deleteMany({ where: { importId: stored.id } }),
  ]);
  const changeset = isWritten ? await openChangeset(stored, importer, services) : undefined;
  const reading: ReadReport = { rows: 0, problems: [], notes: [] };
  const counts = new RowCounts();
  let storedRows = 0;
  for await (const rows of planImport(await planOf(stored, importer, services), registerLookup(desk), reading)) {
    if (signal.aborted) throw new Error('the server is stopping; the import will be resumed');
    if (changeset !== undefined) await append(stored, changeset, rows, desk);
    counts.add(rows);
    await storeProgress(stored, { since, rows, first: storedRows, done: reading.rows, total }, desk);
    storedRows += rows.length;
    reportProgress(phase, reading.rows, Math.max(total, reading.rows));
  }
  await finish(stored, importer, { since, counts, done: reading.rows, changeset }, services);
}

async function planOf(stored: StoredImport, importer: Importer, { desk, client }: Services) {
  const { manifest } = importer;
  const files = await client.importFile.findMany({ where: { importId: stored.id, NOT: { digest: '' } } });
  const answers = await readAnswers(client, { importId: stored.id, source: manifest.key });
  return {
    importer,
    files: files.map((file) => givenFile(desk, file)),
    answers: new Map([...answers].map(([key, { factId }]) => [key, factId])),
    importId: stored.id,
    grade: { ...manifest.grade, ...(stored.grade as Partial<typeof manifest.grade> | null) },
    retrieved: stored.createdAt.toISOString().slice(0, 10),
  };
}

async function openChangeset(
  { id, title, startedBy }: StoredImport,
  { manifest }: Importer,
  { desk, client }: Services,
): Promise<string> {
  const changeset = await ledger.openChangeset(desk, {
    id: importChangesetId(id),
    title: title || changesetTitle(`${manifest.title}, ${manifest.version}`),
    authorId: startedBy,
  });
  await client.import.updateMany({ where: { id, status: 'WRITING' }, data: { changesetId: changeset.id } });
  return changeset.id;
}

async function append(
  { startedBy }: StoredImport,
  changeset: string,
  rows: readonly PlannedRow[],
  desk: Pool,
): Promise<void> {
  const operations = rows.flatMap((row) => row.operations);
  if (operations.length === 0) return;
  const appended = await ledger.append(desk, changeset, operations, { by: startedBy });
  if (appended.outcome === 'closed') throw new ImportChangedError();
  if (appended.outcome !== 'appended')
    throw new Error(`the operations of an import were refused: ${JSON.stringify(appended).slice(0, 1_000)}`);
}

/**
 * Stores a batch of rows and the progress of the import in one transaction.
 * @throws ImportChangedError when the import was cancelled or changed meanwhile; nothing is stored then.
 * @throws Error when another process has started the import again; nothing is stored then either.
 */
async function storeProgress(
  { id, status }: StoredImport,
  {
    since,
    rows,
    first,
    done,
    total,
  }: { since: Date; rows: readonly PlannedRow[]; first: number; done: number; total: number },
  desk: Pool,
): Promise<void> {
  await ledger.inTransaction(desk, async (connection) => {
    const { rows: found } = await connection.query<{ current: boolean }>(
      `UPDATE desk.import SET done = CASE WHEN running_since = $5 THEN $3 ELSE done END,
         total = CASE WHEN running_since = $5 THEN greatest($4::integer, $3::integer) ELSE total END
       WHERE id = $1 AND status = $2 RETURNING running_since = $5 AS current`,
      [id, status, done, total, since],
    );
    if (!found[0]) throw new ImportChangedError();
    if (!found[0].current) throw new Error(replacedMessage);
    await storeRows(connection, id, first, rows);
  });
}

async function finish(
  { id, status }: StoredImport,
  { manifest }: Importer,
  { since, counts, done, changeset }: { since: Date; counts: RowCounts; done: number; changeset: string | undefined },
  { desk, client }: Services,
): Promise<void> {
  if (changeset !== undefined) await ledger.describeChangeset(desk, changeset, { reason: reasonOf(manifest, counts) });
  const conclusion = changeset === undefined ? checkConclusion(counts.all) : undefined;
  const { count } = await client.import.updateMany({
    where: { id, status, runningSince: since },
    data: {
      problem: conclusion?.isFailed ? conclusion.line : null,
      status: changeset === undefined ? 'CHECKED' : 'WRITTEN',
      counts: counts.all.map((count) => ({ ...count })),
      done,
      total: done,
      runningSince: null,
      phase: '',
    },
  });
  if (count > 0) return;
  if ((await client.import.count({ where: { id, status } })) > 0) throw new Error(replacedMessage);
  throw new ImportChangedError();
}

function reasonOf({ title, version, publisher, citation, licence }: Importer['manifest'], counts: RowCounts): string {
  const summary = [
    ['CREATE', 'new'],
    ['UPDATE', 'changed'],
    ['CITED', 'unchanged, with a new citation'],
    ['UNCHANGED', 'unchanged'],
    ['CONFLICT', 'in conflict'],
    ['DOUBTFUL', 'undecided'],
    ['ERROR', 'with errors'],
    ['LEFT', 'left out'],
  ].flatMap(([outcome = '', words]) => {
    const rows = counts.of(outcome);
    return rows > 0 ? [`${rows} ${words}`] : [];
  });
  return `Imported from “${title}”, ${version}, ${publisher}. Rows: ${summary.join('; ')}. Terms: ${licence.terms} Cite as: ${citation}`;
}
