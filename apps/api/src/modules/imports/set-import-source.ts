import { importers, type Recognition, recognize } from '@chancery/importers';
import type { StoredImport } from '@chancery/prisma/desk';
import type { SignedInContext } from '../../endpoints/desk-context.ts';
import { csvSource, importerByKey, parseMapping, sourceKeys } from '../../imports/find-importer.ts';
import type { Json, JsonObject } from '../json.ts';
import type { DeskModule, ResolverOutput } from '../module.ts';
import { importSourceRecognized, importSourceSet } from './audit-rules.ts';
import { asParsedObject } from './import-mappings.ts';
import { type ImportResult, importChanged, importNotReady, whenIdle } from './import-results.ts';
import { importStarter } from './policies.ts';

/** Serves the mutations that set the source of an import: recognized from the headers of the files, or chosen. */
export const setImportSource = {
  sdl: `
"""There is no importer for the source; the message lists the sources."""
type NoSuchSource { message: String! }
union SetImportSourceResult = ImportChanged | ImportNotReady | NoSuchImport | NoSuchSource | MappingRefused
extend type Mutation {
  """Recognizes the source of the files from their headers."""
  recogniseImport(import: ID!): ImportResult!
  """Sets the source of the files. The source csv is a user’s own table and needs a mapping."""
  setImportSource(import: ID!, source: String!, mapping: Value): SetImportSourceResult!
}`,
  mutations: {
    recogniseImport: {
      policy: importStarter,
      audit: importSourceRecognized,
      resolve: (_root, { import: id }, context) =>
        whenIdle(id, context, async (stored) => {
          const heads = await readFileHeads(stored, context);
          const fileProblem = heads.find(({ problem }) => problem !== null)?.problem;
          const recognized = recognize(heads, importers);
          if (!recognized.ok)
            return storeSource(stored, context, {
              source: null,
              problem: fileProblem ?? recognitionProblem(recognized),
            });
          return storeSource(stored, context, { ...recognized, source: recognized.importer.manifest.key });
        }),
    },
    setImportSource: {
      policy: importStarter,
      audit: importSourceSet,
      resolve: (_root, { import: id, source, mapping }, context) =>
        whenIdle<ResolverOutput<'SetImportSourceResult'>>(id, context, async (stored) => {
          if (source === csvSource) return setTable(stored, mapping, context);
          const importer = importerByKey(source);
          if (!importer)
            return {
              __typename: 'NoSuchSource',
              message: `There is no importer for “${source}”. The sources are ${sourceKeys()}, and ${csvSource} for your own table.`,
            };
          const recognized = recognize(await readFileHeads(stored, context), [importer]);
          return storeSource(
            stored,
            context,
            recognized.ok ? { ...recognized, source } : { source, problem: recognitionProblem(recognized) },
          );
        }),
    },
  },
} satisfies DeskModule;

const recognitionProblem = ({ problems }: Extract<Recognition, { ok: false }>): string =>
  problems.map(({ file, message }) => (file === '' ? message : `${file}: ${message}`)).join(' ');

/** Sets the source of an import to a user's own table, with the mapping of its columns. */
async function setTable(
  stored: StoredImport,
  json: Json | undefined,
  context: SignedInContext,
): Promise<ResolverOutput<'SetImportSourceResult'>> {
  const read = parseMapping(json);
  if ('messages' in read) return { __typename: 'MappingRefused', messages: read.messages };
  const [file, ...others] = await readFileHeads(stored, context);
  if (!file) return importNotReady(stored, 'The import has no file. Upload the file that the mapping describes.');
  if (others.length > 0)
    return importNotReady(stored, 'A mapping reads exactly one file. Start a separate import for each file.');
  const roles = new Map([[file.id, read.mapping.file]]);
  return storeSource(stored, context, { source: csvSource, roles, mapping: asParsedObject(json) });
}

async function readFileHeads({ id }: StoredImport, { services: { client, fileHeads } }: SignedInContext) {
  const files = await client.importFile.findMany({ where: { importId: id, NOT: { digest: '' } } });
  return Promise.all(files.map(async (file) => ({ id: file.id, name: file.name, ...(await fileHeads.of(file)) })));
}

interface NewSource {
  /** The key of the source; null if the files were not recognized. */
  readonly source: string | null;
  /** The name of each file in the source, by the file's id. */
  readonly roles?: ReadonlyMap<string, string>;
  /** The names of the files that the source also needs. */
  readonly missingFiles?: readonly string[];
  readonly problem?: string | null;
  readonly mapping?: JsonObject;
}

/** Stores the source of an import and the roles of its files. */
async function storeSource(
  { id }: StoredImport,
  { services: { client } }: SignedInContext,
  { source, roles = new Map(), missingFiles = [], problem = null, mapping }: NewSource,
): Promise<ImportResult> {
  const files = await client.importFile.findMany({ where: { importId: id }, select: { id: true } });
  const needs =
    missingFiles.length > 0
      ? `Files are missing. Upload the other files of the source: ${missingFiles.join(', ')}.`
      : null;
  const updates = files.map((file) =>
    client.importFile.update({ where: { id: file.id }, data: { role: roles.get(file.id) ?? null } }),
  );
  const data = { source, ...(mapping ? { mapping } : {}), status: 'UPLOADED', problem: problem ?? needs };
  await client.$transaction([...updates, client.import.update({ where: { id }, data })]);
  return importChanged(await client.import.findUniqueOrThrow({ where: { id } }));
}
