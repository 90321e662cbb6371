import { type Importer, importers } from '@chancery/importers';

/** The importer of a source by its key. */
export function sourceOf(key: string): Importer | undefined {
  return importers.find(({ manifest }) => manifest.key === key);
}

/** The keys of all sources, as a sentence names them. */
export function sourceKeys(): string {
  return importers.map(({ manifest }) => manifest.key).join(', ');
}
