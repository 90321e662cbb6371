import { newDeskId } from '@chancery/codebook';
import { parseMapping } from '../../imports/find-importer.ts';
import type { DeskModule } from '../module.ts';
import { signedIn } from '../policies.ts';

/** Mutations that save and delete the column mappings of users' own tables. */
export const mappingMutations: NonNullable<DeskModule['mutations']> = {
  saveImportMapping: {
    policy: signedIn,
    resolve: async (_root, { name, mapping }: { name: string; mapping: unknown }, { services: { client }, viewer }) => {
      const trimmedName = name.trim();
      const read = parseMapping(mapping);
      const messages = [
        ...(trimmedName === '' || trimmedName.length > 200 ? ['Enter a name of 1 to 200 characters.'] : []),
        ...('messages' in read ? read.messages : []),
      ];
      if (messages.length > 0 || 'messages' in read) return { __typename: 'MappingRefused', messages };
      const saved = { mapping: asJson(mapping), by: viewer?.id ?? '', at: new Date() };
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
    policy: signedIn,
    resolve: async (_root, { id }: { id: string }, { services: { client } }) => {
      const { count } = await client.importMapping.deleteMany({ where: { id } });
      return count > 0
        ? { __typename: 'MappingDeleted', id }
        : { __typename: 'NoSuchMapping', message: 'There is no such mapping.' };
    },
  },
};

/** Returns a valid mapping as the JSON object that the client sent. */
function asJson(mapping: unknown): object {
  if (typeof mapping === 'object' && mapping !== null) return mapping;
  throw new Error('a mapping that was parsed is not an object');
}
