import { type Importer, importerOfMapping, importers, type Mapping, readMapping } from '@chancery/importers';

/** The importer of a source by its key. */
export function importerByKey(key: string): Importer | undefined {
  return importers.find(({ manifest }) => manifest.key === key);
}

/** The keys of all sources, as a sentence names them. */
export function sourceKeys(): string {
  return importers.map(({ manifest }) => manifest.key).join(', ');
}

/** The key of the source that is a table of somebody's own, read by a mapping. */
export const csvSource = 'csv';

/** The importer of files whose source is known: a published one, or a table of one's own by what its columns mean. */
export function importerOf({ source, mapping }: { source: string | null; mapping: unknown }): Importer | undefined {
  if (source === null) return undefined;
  if (source !== csvSource) return importerByKey(source);
  const read = parseMapping(mapping);
  return 'mapping' in read ? importerOfMapping(read.mapping) : undefined;
}

/** A mapping, or all that is wrong with it in sentences. */
export function parseMapping(json: unknown): { readonly mapping: Mapping } | { readonly messages: readonly string[] } {
  const read = readMapping(json);
  if (!read.ok)
    return { messages: read.problems.map(({ path, message }) => `${path.join(', ') || 'The whole'}: ${message}`) };
  // Ids of facts come from the key: those of a published source are its own.
  if (importerByKey(read.mapping.key) || read.mapping.key === csvSource)
    return { messages: [`key: ${read.mapping.key} is the key of a published source. Choose another.`] };
  return { mapping: read.mapping };
}
