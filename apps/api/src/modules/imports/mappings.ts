import { newDeskId } from '@chancery/codebook';
import type { DeskModule } from '../module.ts';
import { signedIn } from '../policies.ts';

/** Keeping what the columns of one's own tables mean. */
export const mappingActs: NonNullable<DeskModule['mutations']> = {
  saveImportMapping: {
    policy: signedIn,
    resolve: async (_root, { name, mapping }: { name: string; mapping: unknown }, { services: { client }, viewer }) => {
      const called = name.trim();
      const messages = [
        ...(called === '' || called.length > 200 ? ['Give it a name of at most 200 characters.'] : []),
        ...(isMapping(mapping) ? [] : ['A mapping is an object.']),
      ];
      if (messages.length > 0 || !isMapping(mapping)) return { __typename: 'MappingRefused', messages };
      const said = { mapping: mapping as object, by: viewer?.id ?? '', at: new Date() };
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

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
