import { type Importer, importers } from '@chancery/importers';
import { deskClient } from '@chancery/prisma/desk';
import { type LoadedSource, loadSource, type Register } from './load-source.ts';

/** A register with an author and a reviewer, without the client, which `importSources` connects. */
export type RegisterToFill = Omit<Register, 'client'>;

/**
 * Returns the importers of the sources with these keys, or all importers if there are no keys. A source comes after
 * those that it refers to.
 * @throws Error that lists the keys that no source has
 */
export function importersOf(keys: readonly string[]): Importer[] {
  const unknown = keys.filter((key) => !importers.some(({ manifest }) => manifest.key === key));
  if (unknown.length > 0)
    throw new Error(
      `Unknown source: ${unknown.join(', ')}. Use one of: ${importers.map(({ manifest }) => manifest.key).join(', ')}.`,
    );
  return importers.filter(({ manifest }) => keys.length === 0 || keys.includes(manifest.key));
}

/**
 * Imports sources one after the other, each with a changeset of its own, and calls `onSourceLoaded` after each. Does
 * not stop when the ledger refuses a source.
 */
export async function importSources(
  register: RegisterToFill,
  sources: readonly Importer[],
  onSourceLoaded: (importer: Importer, loaded: LoadedSource) => void,
): Promise<void> {
  const client = deskClient(register.desk);
  try {
    for (const importer of sources) onSourceLoaded(importer, await loadSource(importer, { ...register, client }));
  } finally {
    await client.$disconnect();
  }
}

/**
 * Checks that the ledger did not refuse the changeset of a source, for callers that need the data of the source.
 * @throws Error if the ledger refused the changeset
 */
export function throwIfRefused({ manifest }: Importer, { refusal }: LoadedSource): void {
  if (refusal !== undefined) throw new Error(`The changeset of ${manifest.key} was not merged: ${refusal}`);
}
