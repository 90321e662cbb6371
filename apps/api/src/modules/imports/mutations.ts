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

type Shown = Record<string, unknown>;
type On = { readonly import: string };

const missing = { __typename: 'NoSuchImport', message: 'There is no such import.' };
const changed = (stored: StoredImport): Shown => ({ __typename: 'ImportChanged', import: stored });
const notReady = (stored: StoredImport, message: string): Shown => ({
  __typename: 'ImportNotReady',
  message,
  import: stored,
});

/** Why an import cannot be worked on, or nothing. */
function isBusy({ status }: StoredImport): string | undefined {
  switch (status) {
    case 'CHECKING':
    case 'WRITING':
      return 'It is running. Wait until it is done, or cancel it.';
    case 'WRITTEN':
      return 'It is written already. Work on its changeset, or start another import.';
    case 'CANCELLED':
      return 'It was given up. Start another import.';
    default:
      return undefined;
  }
}

/** Does something to an import that is there and at rest. */
async function atRest(
  id: string,
  { services: { client } }: DeskContext,
  act: (stored: StoredImport) => Promise<Shown>,
): Promise<Shown> {
  const stored = await client.import.findUnique({ where: { id } });
  if (!stored) return missing;
  const busy = isBusy(stored);
  return busy ? notReady(stored, busy) : act(stored);
}

/** Says of which source files are, from their headers. */
export function recogniseImport(_root: unknown, { import: id }: On, context: DeskContext): Promise<Shown> {
  return atRest(id, context, async (stored) => {
    const headed = await headsOf(stored, context);
    const unread = headed.find(({ problem }) => problem !== null)?.problem;
    const found = recognise(headed, importers);
    if (!found.ok) return settle(stored, context, { source: null, problem: unread ?? whyNot(found) });
    return settle(stored, context, { ...found, source: found.importer.manifest.key });
  });
}

/** Says of which source files are, by choice. */
export function setImportSource(
  _root: unknown,
  { import: id, source, mapping }: On & { source: string; mapping?: unknown },
  context: DeskContext,
): Promise<Shown> {
  return atRest(id, context, async (stored) => {
    if (source === csvSource) return setTable(stored, mapping, context);
    const importer = importerByKey(source);
    if (!importer)
      return { __typename: 'NoSuchSource', message: `No importer reads “${source}”. There are: ${sourceKeys()}.` };
    const found = recognise(await headsOf(stored, context), [importer]);
    return settle(stored, context, found.ok ? { ...found, source } : { source, problem: whyNot(found) });
  });
}

const whyNot = ({ problems }: Extract<Recognition, { ok: false }>): string =>
  problems.map(({ file, message }) => (file === '' ? message : `${file}: ${message}`)).join(' ');

/** Says that the file is a table of one's own, and what its columns mean. */
async function setTable(stored: StoredImport, json: unknown, context: DeskContext): Promise<Shown> {
  const read = parseMapping(json);
  if ('messages' in read) return { __typename: 'MappingRefused', messages: read.messages };
  const [file, ...others] = await headsOf(stored, context);
  if (!file || others.length > 0) return notReady(stored, 'A mapping reads one file. Start an import for each.');
  const roles = new Map([[file.id, read.mapping.file]]);
  return settle(stored, context, { source: csvSource, roles, mapping: json as object });
}

async function headsOf({ id }: StoredImport, { services: { client, pools } }: DeskContext) {
  const files = await client.importFile.findMany({ where: { importId: id, NOT: { digest: '' } } });
  return Promise.all(
    // By its own name: what it was taken for before is no matter.
    files.map(async (file) => ({
      id: file.id,
      name: file.name,
      ...(await readFileHead(givenFile(pools.desk, { ...file, role: null }))),
    })),
  );
}

/** Notes the source of an import, and what it calls the files. */
async function settle(
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
): Promise<Shown> {
  const files = await client.importFile.findMany({ where: { importId: id }, select: { id: true } });
  const needs = lacking.length > 0 ? `The source needs also: ${lacking.join(', ')}.` : null;
  const updates = files.map((file) =>
    client.importFile.update({ where: { id: file.id }, data: { role: roles.get(file.id) ?? null } }),
  );
  const data = { source, ...(mapping ? { mapping } : {}), status: 'UPLOADED', problem: problem ?? needs };
  await client.$transaction([...updates, client.import.update({ where: { id }, data })]);
  return changed(await client.import.findUniqueOrThrow({ where: { id } }));
}

/** Starts a check. */
export function checkImport(_root: unknown, { import: id }: On, context: DeskContext): Promise<Shown> {
  return atRest(id, context, async (stored) => {
    if (stored.source === null) return notReady(stored, 'Say first of which source the files are.');
    return begin(stored, context, { status: 'CHECKING' });
  });
}

/** Starts to write. */
export function writeImport(
  _root: unknown,
  { import: id, title, ...given }: On & { title?: string; reliability?: string; credibility?: number },
  context: DeskContext,
): Promise<Shown> {
  return atRest(id, context, async (stored) => {
    if (stored.status !== 'CHECKED') return notReady(stored, 'Check it first: what is written is what was checked.');
    const read = grade.safeParse(given);
    if (!read.success) return notReady(stored, 'Reliability is graded A to F, and what is said 1 to 6.');
    return begin(stored, context, {
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

/** Sets an import going, unless somebody else has just done so. */
async function begin(
  { id, status }: StoredImport,
  { services: { client, jobs }, viewer }: DeskContext,
  data: { status: string; title?: string; grade?: z.infer<typeof grade> },
): Promise<Shown> {
  const waiting = { ...data, phase: 'waiting', done: 0, problem: null, runningSince: null };
  await client.import.updateMany({ where: { id, status }, data: waiting });
  await jobs.start('import', id, viewer?.id ?? '');
  return changed(await client.import.findUniqueOrThrow({ where: { id } }));
}

/** Keeps an answer to a question. */
export function answerImport(
  _root: unknown,
  { import: id, key, fact, isNew }: On & { key: string; fact?: string; isNew: boolean },
  context: DeskContext,
): Promise<Shown> {
  const { services, viewer } = context;
  return atRest(id, context, async (stored) => {
    const importer = importerOf(stored);
    if (!importer) return notReady(stored, 'Say first of which source the files are.');
    const refuse = (message: string): Shown => ({ __typename: 'AnswerRefused', message });
    if ((fact === undefined) === !isNew) return refuse('Say which fact it is, or that it is a new one.');
    if (fact !== undefined) {
      if (factTypeOfId(fact) === undefined || !(await facts(services.pools.desk, new Set([fact]))).has(fact))
        return refuse('There is no such fact.');
    }
    const said = { factId: fact ?? null, by: viewer?.id ?? '', at: new Date() };
    const on = { source: importer.manifest.key, key };
    await services.client.importAnswer.upsert({
      where: { source_key: on },
      create: { ...on, ...said },
      update: said,
    });
    return changed(stored);
  });
}

/** Gives an import up, with what it has written. */
export async function cancelImport(_root: unknown, { import: id }: On, context: DeskContext): Promise<Shown> {
  const { client, pools } = context.services;
  const stored = await client.import.findUnique({ where: { id } });
  if (!stored) return missing;
  if (stored.status === 'CANCELLED') return changed(stored);
  const abandoned = await abandon(pools.desk, changesetOf(id));
  if (abandoned.outcome === 'closed') return notReady(stored, abandoned.message);
  const data = { status: 'CANCELLED', counts: [], runningSince: null, phase: '', problem: null };
  // The import itself first: a run that is under way waits for it, and then sees that it is over.
  const [cancelled] = await client.$transaction([
    client.import.update({ where: { id }, data }),
    client.importRow.deleteMany({ where: { importId: id } }),
    client.importFile.deleteMany({ where: { importId: id } }),
  ]);
  // A run that was under way may have opened its changeset just now.
  await abandon(pools.desk, changesetOf(id));
  return changed(cancelled);
}
