import { newDeskId } from '@chancery/codebook';
import { parseMapping } from '../../imports/find-importer.ts';
import type { DeskModule } from '../module.ts';
import { signedIn } from '../policies.ts';

/** Keeping what the columns of one's own tables mean. */
export const mappingMutations: NonNullable<DeskModule['mutations']> = {
  saveImportMapping: {
    policy: signedIn,
    resolve: async (_root, { name, mapping }: { name: string; mapping: unknown }, { services: { client }, viewer }) => {
      const called = name.trim();
      const read = parseMapping(mapping);
      const messages = [
        ...(called === '' || called.length > 200 ? ['Give it a name of at most 200 characters.'] : []),
        ...('messages' in read ? read.messages : []),
      ];
      if (messages.length > 0 || 'messages' in read) return { __typename: 'MappingRefused', messages };
      const said = { mapping: asJson(mapping), by: viewer?.id ?? '', at: new Date() };
      return {
        __typename: 'MappingSaved',
        mapping: await client.importMapping.upsert({
          where: { name: called },
          create: { id: newDeskId('mapping'), name: called, ...said },
          update: said,
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

/** A mapping as it was read, to be kept in the form in which it came. */
function asJson(mapping: unknown): object {
  if (typeof mapping === 'object' && mapping !== null) return mapping;
  throw new Error('a mapping that was read is no object');
}
