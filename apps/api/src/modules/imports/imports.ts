import { importers } from '@chancery/importers';
import { find } from '@chancery/ledger';
import { atLeast } from '../../auth/viewer.ts';
import type { DeskContext } from '../../doors/desk-context.ts';
import { apiError } from '../../errors.ts';
import { readFileHead } from '../../imports/file-head.ts';
import { csvSource, importerOf } from '../../imports/find-importer.ts';
import { givenFile, type StoredFile } from '../../imports/stored-file.ts';
import type { DeskModule } from '../module.ts';
import { signedIn } from '../policies.ts';
import { mappingMutations } from './mappings.ts';
import * as mutations from './mutations.ts';
import { importStarter, importStarterOrAdmin, importStarterOrEditor } from './policies.ts';
import { rowsOf } from './rows.ts';
import { importsSdl } from './sdl.ts';
import { paceOf, type StoredImport, toApiTypeName, toSourceOutput } from './to-output.ts';

const maxPageSize = 100;

/** The operations on imports: the available sources, uploads, their rows, and writing them into a changeset. */
export const importsModule: DeskModule = {
  sdl: importsSdl,
  queries: {
    importSources: {
      policy: signedIn,
      resolve: () => importers.map(({ manifest }) => toSourceOutput(manifest)),
    },
    import: {
      policy: importStarterOrEditor,
      resolve: (_root, { id }: { id: string }, { services: { client } }) => client.import.findUnique({ where: { id } }),
    },
    imports: {
      policy: signedIn,
      resolve: (_root, page: { first: number; after?: string }, context) => importsOf(page, context),
    },
    importMappings: {
      policy: signedIn,
      resolve: (_root, _args, { services: { client } }) => client.importMapping.findMany({ orderBy: { name: 'asc' } }),
    },
  },
  mutations: {
    recogniseImport: { policy: importStarter, resolve: mutations.recogniseImport },
    setImportSource: { policy: importStarter, resolve: mutations.setImportSource },
    checkImport: { policy: importStarter, resolve: mutations.checkImport },
    writeImport: { policy: importStarter, resolve: mutations.writeImport },
    answerImport: { policy: importStarter, resolve: mutations.answerImport },
    cancelImport: { policy: importStarterOrAdmin, resolve: mutations.cancelImport },
    ...mappingMutations,
  },
  fields: {
    Import: {
      source: (stored: StoredImport) => {
        const importer = importerOf(stored);
        return importer ? toSourceOutput(importer.manifest) : null;
      },
      // Ignore the mapping of an earlier choice if another source was chosen since.
      mapping: ({ source, mapping }: StoredImport) => (source === csvSource ? mapping : null),
      files: ({ id }: StoredImport, _args, { services: { client } }) =>
        client.importFile.findMany({ where: { importId: id, NOT: { digest: '' } }, orderBy: { name: 'asc' } }),
      counts: ({ counts }: StoredImport) =>
        (counts as unknown as { outcome: string; type: string | null; rows: number }[]).map(({ type, ...count }) => ({
          ...count,
          type: toApiTypeName(type),
        })),
      ratePerSecond: (stored: StoredImport) => paceOf(stored)?.rate ?? null,
      secondsLeft: (stored: StoredImport) => paceOf(stored)?.left ?? null,
      changeset: ({ changesetId }: StoredImport, _args, { services: { pools } }) =>
        changesetId === null ? null : find(pools.desk, changesetId),
      startedBy: ({ startedBy }: StoredImport, _args, { person }) => person(startedBy),
      rows: (stored: StoredImport, page: Parameters<typeof rowsOf>[1], { services: { client } }) =>
        rowsOf(stored, { ...page, first: pageSize(page.first) }, client),
    },
    ImportFile: {
      columns: async (file: FileWithHead, _args, context) => (await head(file, context)).columns,
      sample: async (file: FileWithHead, _args, context) => (await head(file, context)).sample,
      problem: async (file: FileWithHead, _args, context) => (await head(file, context)).problem,
    },
    ImportAnswer: { by: ({ by }: { by: string }, _args, { person }) => person(by) },
    ImportMapping: { by: ({ by }: { by: string }, _args, { person }) => person(by) },
  },
};

/** A stored file, with its header and sample once they have been read. */
type FileWithHead = StoredFile & { head?: ReturnType<typeof readFileHead> };

function head(file: FileWithHead, { services: { pools } }: DeskContext): ReturnType<typeof readFileHead> {
  file.head ??= readFileHead(givenFile(pools.desk, file));
  return file.head;
}

async function importsOf(
  { first, after }: { first: number; after?: string },
  { services: { client }, viewer }: DeskContext,
): Promise<Record<string, unknown>> {
  const size = pageSize(first);
  const found = await client.import.findMany({
    where: {
      ...(viewer && atLeast(viewer.role, 'EDITOR') ? {} : { startedBy: viewer?.id ?? '' }),
      ...(after === undefined ? {} : { number: { lt: numberOf(after) } }),
    },
    orderBy: { number: 'desc' },
    take: size + 1,
  });
  const nodes = found.slice(0, size);
  return { nodes, hasNextPage: found.length > size, endCursor: nodes.at(-1)?.number.toString() ?? null };
}

/** Parses a cursor of the list of imports: the number of the page's last import. */
function numberOf(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw apiError('BAD_CURSOR', 'This is not a cursor of this list. Pass the endCursor of a page unchanged.', {
    path: ['imports', 'after'],
  });
}

function pageSize(first: number): number {
  if (first >= 1 && first <= maxPageSize) return first;
  throw apiError('PAGE_SIZE', `A page can have 1 to ${maxPageSize} rows, not ${first}.`, {
    limit: { limit: maxPageSize, asked: first },
  });
}
