import { newDeskId } from '@chancery/codebook';
import { parseMapping } from '../../imports/find-importer.ts';
import type { Json, JsonObject } from '../json.ts';
import type { DeskModule } from '../module.ts';
import { anyUser } from '../policies.ts';

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
  """Saves a mapping under a name. A mapping with the same name is replaced."""
  saveImportMapping(name: String!, mapping: Value!): SaveMappingResult!
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
      resolve: async (_root, { name, mapping }, { services: { client }, viewer }) => {
        const trimmedName = name.trim();
        const read = parseMapping(mapping);
        const messages = [
          ...(trimmedName === '' || trimmedName.length > 200 ? ['Enter a name of 1 to 200 characters.'] : []),
          ...('messages' in read ? read.messages : []),
        ];
        if (messages.length > 0 || 'messages' in read) return { __typename: 'MappingRefused', messages };
        const saved = { mapping: asParsedObject(mapping), by: viewer.id, at: new Date() };
        return {
          __typename: 'MappingSaved',
          mapping: await client.importMapping.upsert({
            where: { name: trimmedName },
            create: { id: newDeskId('mapping'), name: trimmedName, ...saved },
            update: saved,
          }),
        };
      },
    },
    deleteImportMapping: {
      policy: anyUser,
      resolve: async (_root, { id }, { services: { client } }) => {
        const { count } = await client.importMapping.deleteMany({ where: { id } });
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

/**
 * Returns a mapping that `parseMapping` has accepted, typed as a JSON object.
 * @throws Error when the mapping is not an object.
 */
export function asParsedObject(mapping: Json | undefined): JsonObject {
  if (typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping)) return mapping;
  throw new Error('the mapping was accepted but is not an object');
}
