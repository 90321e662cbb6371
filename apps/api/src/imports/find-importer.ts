import { type Importer, importerOfMapping, importers, type Mapping, readMapping } from '@chancery/importers';

/** Returns the importer of the published source with this key; `undefined` if there is none. */
export function importerByKey(key: string): Importer | undefined {
  return importers.find(({ manifest }) => manifest.key === key);
}

/** Returns the keys of all published sources as one text, separated by commas, for messages. */
export function sourceKeys(): string {
  return importers.map(({ manifest }) => manifest.key).join(', ');
}

/** The key that names a user's own table as a source. Such a table is read with a mapping. */
export const csvSource = 'csv';

/**
 * Returns the importer of a published source by its key or, for a user's own table, an importer made from the mapping.
 * `undefined` if the source is null or unknown, or the mapping is invalid.
 */
export function importerOf({ source, mapping }: { source: string | null; mapping: unknown }): Importer | undefined {
  if (source === null) return undefined;
  if (source !== csvSource) return importerByKey(source);
  const read = parseMapping(mapping);
  return 'mapping' in read ? importerOfMapping(read.mapping) : undefined;
}

/** Returns why `importerOf` has no importer for an import, with what to do. */
export function importerProblem({ source, mapping }: { source: string | null; mapping: unknown }): string {
  if (source !== csvSource)
    return `There is no importer for the source “${source ?? ''}”. Choose the source of the files again: ${sourceKeys()}, or ${csvSource} for your own table.`;
  const read = parseMapping(mapping);
  const messages = 'messages' in read ? read.messages.map((message) => `${message}.`.replace(/\.\.$/, '.')) : [];
  return `The column mapping is not valid. ${messages.join(' ')} Edit the mapping, then check again.`;
}

/** Parses a mapping. Returns either the mapping or a message for each problem. */
export function parseMapping(json: unknown): { readonly mapping: Mapping } | { readonly messages: readonly string[] } {
  const read = readMapping(json);
  if (!read.ok)
    return { messages: read.problems.map(({ path, message }) => `${path.join(', ') || 'The mapping'}: ${message}`) };
  // Fact ids are derived from the key, so a mapping must not use the key of a published source.
  if (importerByKey(read.mapping.key) || read.mapping.key === csvSource)
    return {
      messages: [
        `key: “${read.mapping.key}” is reserved. Choose a key that is neither “${csvSource}” nor that of a published source.`,
      ],
    };
  return { mapping: read.mapping };
}
