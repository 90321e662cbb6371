import { factTypeOfId } from '@chancery/codebook';
import { facts } from '@chancery/ledger';
import type { DeskContext } from '../../doors/desk-context.ts';
import { headOf } from '../../imports/file-head.ts';
import { recognise, rolesIn } from '../../imports/recognise.ts';
import { sourceKeys, sourceOf } from '../../imports/source-of.ts';
import { givenFile } from '../../imports/stored-file.ts';
import type { StoredImport } from './shown.ts';

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
    const found = recognise(headed);
    if (!found)
      return settle(stored, context, {
        source: null,
        problem: unread ?? `The columns are those of none of the sources: ${sourceKeys()}.`,
      });
    return settle(stored, context, { source: found.importer.manifest.key, roles: found.roles, lacking: found.lacking });
  });
}

/** Says of which source files are, by choice. */
export function setImportSource(
  _root: unknown,
  { import: id, source }: On & { source: string; mapping?: unknown },
  context: DeskContext,
): Promise<Shown> {
  return atRest(id, context, async (stored) => {
    const importer = sourceOf(source);
    if (!importer)
      return { __typename: 'NoSuchSource', message: `No importer reads “${source}”. There are: ${sourceKeys()}.` };
    const found = rolesIn(importer, await headsOf(stored, context));
    return settle(stored, context, found ? { source, roles: found.roles, lacking: found.lacking } : { source });
  });
}

async function headsOf({ id }: StoredImport, { services: { client, pools } }: DeskContext) {
  const files = await client.importFile.findMany({ where: { importId: id, NOT: { digest: '' } } });
  return Promise.all(
    // By its own name: what it was taken for before is no matter.
    files.map(async (file) => ({ id: file.id, ...(await headOf(givenFile(pools.desk, { ...file, role: null }))) })),
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
  }: {
    source: string | null;
    roles?: ReadonlyMap<string, string>;
    lacking?: readonly string[];
    problem?: string | null;
  },
): Promise<Shown> {
  const files = await client.importFile.findMany({ where: { importId: id }, select: { id: true } });
  const needs = lacking.length > 0 ? `The source needs also: ${lacking.join(', ')}.` : null;
  const updates = files.map((file) =>
    client.importFile.update({ where: { id: file.id }, data: { role: roles.get(file.id) ?? null } }),
  );
  const data = { source, status: 'UPLOADED', problem: problem ?? needs };
  await client.$transaction([...updates, client.import.update({ where: { id }, data })]);
  return changed(await client.import.findUniqueOrThrow({ where: { id } }));
}

/** Starts a check. */
export function checkImport(_root: unknown, { import: id }: On, context: DeskContext): Promise<Shown> {
  return atRest(id, context, async (stored) =>
    stored.source === null
      ? notReady(stored, 'Say first of which source the files are.')
      : notReady(stored, 'Imports cannot be checked yet.'),
  );
}

/** Starts to write. */
export function writeImport(
  _root: unknown,
  { import: id }: On & { title?: string; reliability?: string; credibility?: number },
  context: DeskContext,
): Promise<Shown> {
  return atRest(id, context, async (stored) =>
    stored.status === 'CHECKED'
      ? notReady(stored, 'Imports cannot be written yet.')
      : notReady(stored, 'Check it first.'),
  );
}

/** Keeps an answer to a question. */
export function answerImport(
  _root: unknown,
  { import: id, key, fact, isNew }: On & { key: string; fact?: string; isNew: boolean },
  context: DeskContext,
): Promise<Shown> {
  const { services, viewer } = context;
  return atRest(id, context, async (stored) => {
    if (stored.source === null) return notReady(stored, 'Say first of which source the files are.');
    const refuse = (message: string): Shown => ({ __typename: 'AnswerRefused', message });
    if ((fact === undefined) === !isNew) return refuse('Say which fact it is, or that it is a new one.');
    if (fact !== undefined) {
      if (factTypeOfId(fact) === undefined || !(await facts(services.pools.desk, new Set([fact]))).has(fact))
        return refuse('There is no such fact.');
    }
    const said = { factId: fact ?? null, by: viewer?.id ?? '', at: new Date() };
    const on = { source: stored.source, key };
    await services.client.importAnswer.upsert({
      where: { source_key: on },
      create: { ...on, ...said },
      update: said,
    });
    return changed(stored);
  });
}

/** Gives an import up. */
export async function cancelImport(_root: unknown, { import: id }: On, context: DeskContext): Promise<Shown> {
  const { client } = context.services;
  const stored = await client.import.findUnique({ where: { id } });
  if (!stored) return missing;
  if (stored.status === 'CANCELLED') return changed(stored);
  const data = { status: 'CANCELLED', counts: [], runningSince: null, phase: '' };
  const [, , cancelled] = await client.$transaction([
    client.importFile.deleteMany({ where: { importId: id } }),
    client.importRow.deleteMany({ where: { importId: id } }),
    client.import.update({ where: { id }, data }),
  ]);
  return changed(cancelled);
}
