import { factTypeOfId } from '@chancery/codebook';
import { importers, type Recognition, recognise } from '@chancery/importers';
import { abandon, facts } from '@chancery/ledger';
import { z } from 'zod';
import type { DeskContext } from '../../doors/desk-context.ts';
import { readFileHead } from '../../imports/file-head.ts';
import { csvSource, importerByKey, importerOf, parseMapping, sourceKeys } from '../../imports/find-importer.ts';
import { changesetOf } from '../../imports/import-job.ts';
import { givenFile } from '../../imports/stored-file.ts';
import type { StoredImport } from './to-output.ts';

type ImportOutput = Record<string, unknown>;
type ImportArgument = { readonly import: string };

const missing = { __typename: 'NoSuchImport', message: 'There is no such import.' };
const changed = (stored: StoredImport): ImportOutput => ({ __typename: 'ImportChanged', import: stored });
const notReady = (stored: StoredImport, message: string): ImportOutput => ({
  __typename: 'ImportNotReady',
  message,
  import: stored,
});

/** Returns the reason why an import cannot be changed; `undefined` if it can. */
function busyReason({ status }: StoredImport): string | undefined {
  switch (status) {
    case 'CHECKING':
    case 'WRITING':
      return 'The import is running. Wait until it is done, or cancel it.';
    case 'WRITTEN':
      return 'The import has already been written. Edit its changeset, or start another import.';
    case 'CANCELLED':
      return 'The import was cancelled. Start another import.';
    default:
      return undefined;
  }
}

/** Runs `act` on an import that exists and is neither running, written nor cancelled. */
async function whenIdle(
  id: string,
  { services: { client } }: DeskContext,
  act: (stored: StoredImport) => Promise<ImportOutput>,
): Promise<ImportOutput> {
  const stored = await client.import.findUnique({ where: { id } });
  if (!stored) return missing;
  const reason = busyReason(stored);
  return reason ? notReady(stored, reason) : act(stored);
}

/** Recognises the source of the files from their headers. */
export function recogniseImport(
  _root: unknown,
  { import: id }: ImportArgument,
  context: DeskContext,
): Promise<ImportOutput> {
  return whenIdle(id, context, async (stored) => {
    const heads = await readFileHeads(stored, context);
    const fileProblem = heads.find(({ problem }) => problem !== null)?.problem;
    const recognised = recognise(heads, importers);
    if (!recognised.ok)
      return storeSource(stored, context, { source: null, problem: fileProblem ?? recognitionProblem(recognised) });
    return storeSource(stored, context, { ...recognised, source: recognised.importer.manifest.key });
  });
}

/** Sets the source of the files as the editor chose it. */
export function setImportSource(
  _root: unknown,
  { import: id, source, mapping }: ImportArgument & { source: string; mapping?: unknown },
  context: DeskContext,
): Promise<ImportOutput> {
  return whenIdle(id, context, async (stored) => {
    if (source === csvSource) return setTable(stored, mapping, context);
    const importer = importerByKey(source);
    if (!importer)
      return {
        __typename: 'NoSuchSource',
        message: `There is no importer for “${source}”. The sources are: ${sourceKeys()}.`,
      };
    const recognised = recognise(await readFileHeads(stored, context), [importer]);
    return storeSource(
      stored,
      context,
      recognised.ok ? { ...recognised, source } : { source, problem: recognitionProblem(recognised) },
    );
  });
}

const recognitionProblem = ({ problems }: Extract<Recognition, { ok: false }>): string =>
  problems.map(({ file, message }) => (file === '' ? message : `${file}: ${message}`)).join(' ');

/** Sets the source to a user's own table, with the mapping of its columns. */
async function setTable(stored: StoredImport, json: unknown, context: DeskContext): Promise<ImportOutput> {
  const read = parseMapping(json);
  if ('messages' in read) return { __typename: 'MappingRefused', messages: read.messages };
  const [file, ...others] = await readFileHeads(stored, context);
  if (!file || others.length > 0)
    return notReady(stored, 'A mapping reads exactly one file. Start a separate import for each file.');
  const roles = new Map([[file.id, read.mapping.file]]);
  return storeSource(stored, context, { source: csvSource, roles, mapping: json as object });
}

async function readFileHeads({ id }: StoredImport, { services: { client, pools } }: DeskContext) {
  const files = await client.importFile.findMany({ where: { importId: id, NOT: { digest: '' } } });
  return Promise.all(
    // Recognise the file by its own name and ignore the role of an earlier recognition.
    files.map(async (file) => ({
      id: file.id,
      name: file.name,
      ...(await readFileHead(givenFile(pools.desk, { ...file, role: null }))),
    })),
  );
}

/** Stores the source of an import and the roles of its files. */
async function storeSource(
  { id }: StoredImport,
  { services: { client } }: DeskContext,
  {
    source,
    roles = new Map(),
    lacking = [],
    problem = null,
    mapping,
  }: {
    source: string | null;
    roles?: ReadonlyMap<string, string>;
    lacking?: readonly string[];
    problem?: string | null;
    mapping?: object;
  },
): Promise<ImportOutput> {
  const files = await client.importFile.findMany({ where: { importId: id }, select: { id: true } });
  const needs = lacking.length > 0 ? `Files are missing. The source also needs: ${lacking.join(', ')}.` : null;
  const updates = files.map((file) =>
    client.importFile.update({ where: { id: file.id }, data: { role: roles.get(file.id) ?? null } }),
  );
  const data = { source, ...(mapping ? { mapping } : {}), status: 'UPLOADED', problem: problem ?? needs };
  await client.$transaction([...updates, client.import.update({ where: { id }, data })]);
  return changed(await client.import.findUniqueOrThrow({ where: { id } }));
}

/** Starts checking an import. */
export function checkImport(
  _root: unknown,
  { import: id }: ImportArgument,
  context: DeskContext,
): Promise<ImportOutput> {
  return whenIdle(id, context, async (stored) => {
    if (stored.source === null) return notReady(stored, 'Choose the source of the files first.');
    return start(stored, context, { status: 'CHECKING' });
  });
}

/** Starts writing a checked import into a changeset. */
export function writeImport(
  _root: unknown,
  { import: id, title, ...given }: ImportArgument & { title?: string; reliability?: string; credibility?: number },
  context: DeskContext,
): Promise<ImportOutput> {
  return whenIdle(id, context, async (stored) => {
    if (stored.status !== 'CHECKED')
      return notReady(stored, 'Check the import first: only a checked import can be written.');
    const read = grade.safeParse(given);
    if (!read.success) return notReady(stored, 'Reliability must be a grade from A to F, and credibility from 1 to 6.');
    return start(stored, context, {
      status: 'WRITING',
      ...(title === undefined ? {} : { title: title.trim().slice(0, 300) }),
      grade: read.data,
    });
  });
}

const grade = z.object({
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).optional(),
  credibility: z.int().min(1).max(6).optional(),
});

/** Starts a job for an import, unless another request has just started it. */
async function start(
  { id, status }: StoredImport,
  { services: { client, jobs }, viewer }: DeskContext,
  data: { status: string; title?: string; grade?: z.infer<typeof grade> },
): Promise<ImportOutput> {
  const waiting = { ...data, phase: 'waiting', done: 0, problem: null, runningSince: null };
  await client.import.updateMany({ where: { id, status }, data: waiting });
  await jobs.start('import', id, viewer?.id ?? '');
  return changed(await client.import.findUniqueOrThrow({ where: { id } }));
}

/** Stores an editor's answer to a question. */
export function answerImport(
  _root: unknown,
  { import: id, key, fact, isNew }: ImportArgument & { key: string; fact?: string; isNew: boolean },
  context: DeskContext,
): Promise<ImportOutput> {
  const { services, viewer } = context;
  return whenIdle(id, context, async (stored) => {
    const importer = importerOf(stored);
    if (!importer) return notReady(stored, 'Choose the source of the files first.');
    const refuse = (message: string): ImportOutput => ({ __typename: 'AnswerRefused', message });
    if ((fact === undefined) === !isNew) return refuse('Choose either an existing fact or a new one.');
    if (fact !== undefined) {
      if (factTypeOfId(fact) === undefined || !(await facts(services.pools.desk, new Set([fact]))).has(fact))
        return refuse('There is no such fact.');
    }
    const answer = { factId: fact ?? null, by: viewer?.id ?? '', at: new Date() };
    const questionKey = { source: importer.manifest.key, key };
    await services.client.importAnswer.upsert({
      where: { source_key: questionKey },
      create: { ...questionKey, ...answer },
      update: answer,
    });
    return changed(stored);
  });
}

/** Cancels an import and discards the changeset that it has written. */
export async function cancelImport(
  _root: unknown,
  { import: id }: ImportArgument,
  context: DeskContext,
): Promise<ImportOutput> {
  const { client, pools } = context.services;
  const stored = await client.import.findUnique({ where: { id } });
  if (!stored) return missing;
  if (stored.status === 'CANCELLED') return changed(stored);
  const abandoned = await abandon(pools.desk, changesetOf(id));
  if (abandoned.outcome === 'closed') return notReady(stored, abandoned.message);
  const data = { status: 'CANCELLED', counts: [], runningSince: null, phase: '', problem: null };
  // Update the import itself first: a running job waits for this row and then sees that it was cancelled.
  const [cancelled] = await client.$transaction([
    client.import.update({ where: { id }, data }),
    client.importRow.deleteMany({ where: { importId: id } }),
    client.importFile.deleteMany({ where: { importId: id } }),
  ]);
  // A running job may have opened its changeset in the meantime.
  await abandon(pools.desk, changesetOf(id));
  return changed(cancelled);
}
