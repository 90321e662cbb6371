import { newDeskId } from '@chancery/codebook';
import type { DeskClient, StoredMapping } from '@chancery/prisma/desk';
import { isAtLeast, type Viewer } from '../../auth/viewer.ts';
import { parseMapping } from '../../imports/find-importer.ts';
import type { Json, JsonObject } from '../json.ts';
import type { DeskModule } from '../module.ts';
import { anyUser } from '../policies.ts';
import { mappingDeleted, mappingSaved } from './audit-rules.ts';
import { mappingOwnerOrEditor } from './policies.ts';

/** Serves, saves and deletes the column mappings of users' own tables. */
export const importMappings = {
  sdl: `
"""A saved description of what the columns of a user’s own table mean."""
type ImportMapping {
  id: ID!
  name: String!
  mapping: Value!
  by: DeskPerson
  at: DateTime!
}
type MappingSaved { mapping: ImportMapping! }
type MappingDeleted { id: ID! }
"""The mapping is invalid; the messages say why."""
type MappingRefused { messages: [String!]! }
type NoSuchMapping { message: String! }
union SaveMappingResult = MappingSaved | MappingRefused
union DeleteMappingResult = MappingDeleted | NoSuchMapping
extend type Query {
  """The saved mappings, sorted by name."""
  importMappings: [ImportMapping!]!
}
extend type Mutation {
  """Saves a mapping under a name. A mapping with the same name is replaced; that of another user only by editors."""
  saveImportMapping(name: String!, mapping: Value!): SaveMappingResult!
  """Deletes a mapping. Contributors can delete their own mappings, editors all."""
  deleteImportMapping(id: ID!): DeleteMappingResult!
}`,
  queries: {
    importMappings: {
      policy: anyUser,
      resolve: (_root, _args, { services: { client } }) => client.importMapping.findMany({ orderBy: { name: 'asc' } }),
    },
  },
  mutations: {
    saveImportMapping: {
      policy: anyUser,
      audit: mappingSaved,
      resolve: async (_root, { name, mapping }, { services: { client }, viewer }) => {
        const trimmedName = name.trim();
        const read = parseMapping(mapping);
        const messages = [
          ...(trimmedName === '' || trimmedName.length > 200 ? ['Enter a name of 1 to 200 characters.'] : []),
          ...('messages' in read ? read.messages : []),
        ];
        if (messages.length > 0 || 'messages' in read) return { __typename: 'MappingRefused', messages };
        const saved = { mapping: asParsedObject(mapping), by: viewer.id, at: new Date() };
        const stored = await saveMapping(client, trimmedName, saved, mayChangeAll(viewer));
        if (stored) return { __typename: 'MappingSaved', mapping: stored };
        const message = `Another user has saved a mapping named “${trimmedName}”. Choose another name, or ask an editor to replace the mapping.`;
        return { __typename: 'MappingRefused', messages: [message] };
      },
    },
    deleteImportMapping: {
      policy: mappingOwnerOrEditor,
      audit: mappingDeleted,
      resolve: async (_root, { id }, { services: { client }, viewer }) => {
        const { count } = await client.importMapping.deleteMany({
          where: { id, ...(mayChangeAll(viewer) ? {} : { by: viewer.id }) },
        });
        return count > 0
          ? { __typename: 'MappingDeleted', id }
          : {
              __typename: 'NoSuchMapping',
              message: 'This mapping does not exist or has been deleted. Reload the page.',
            };
      },
    },
  },
  fields: { ImportMapping: { by: ({ by }, _args, { person }) => person(by) } },
} satisfies DeskModule;

/** Whether a user may replace and delete the mappings of others, which later imports read their tables with. */
function mayChangeAll({ role }: Viewer): boolean {
  return isAtLeast(role, 'EDITOR');
}

/**
 * Saves a mapping under a name and returns it. Returns `undefined`, and saves nothing, if a mapping of another user has
 * the name and the user may not change it.
 */
async function saveMapping(
  client: DeskClient,
  name: string,
  saved: { readonly mapping: JsonObject; readonly by: string; readonly at: Date },
  changesAll: boolean,
): Promise<StoredMapping | undefined> {
  // One statement each: two users may save the name at the same time.
  const created = await client.importMapping.createMany({
    data: { id: newDeskId('mapping'), name, ...saved },
    skipDuplicates: true,
  });
  if (created.count === 0) {
    const owned = changesAll ? {} : { by: saved.by };
    const replaced = await client.importMapping.updateMany({ where: { name, ...owned }, data: saved });
    if (replaced.count === 0) return undefined;
  }
  return (await client.importMapping.findUnique({ where: { name } })) ?? undefined;
}

/**
 * Returns a mapping that `parseMapping` has accepted, typed as a JSON object.
 * @throws Error when the mapping is not an object.
 */
export function asParsedObject(mapping: Json | undefined): JsonObject {
  if (typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping)) return mapping;
  throw new Error('the mapping was accepted but is not an object');
}
