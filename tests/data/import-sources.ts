import { type Importer, importers } from '@chancery/importers';
import { deskClient } from '@chancery/prisma/desk';
import { type LoadedSource, loadSource, type Register } from './load-source.ts';

/** A register with an author and a reviewer, before its client is connected. */
export type RegisterToFill = Omit<Register, 'client'>;

/**
 * Returns the sources with these keys, or all, in an order in which sources come after those that they refer to.
 * @throws Error that lists the unknown keys
 */
export function sourcesOf(keys: readonly string[]): Importer[] {
  const unknown = keys.filter((key) => !importers.some(({ manifest }) => manifest.key === key));
  if (unknown.length > 0)
    throw new Error(
      `Unknown source: ${unknown.join(', ')}. Use one of: ${importers.map(({ manifest }) => manifest.key).join(', ')}.`,
    );
  return importers.filter(({ manifest }) => keys.length === 0 || keys.includes(manifest.key));
}

/** Imports sources, each with a changeset of its own, and calls `onSourceLoaded` after each. */
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
 * Checks that the ledger did not refuse a source, for callers that need its data.
 * @throws Error if the ledger refused it
 */
export function throwIfRefused({ manifest }: Importer, { refusal }: LoadedSource): void {
  if (refusal !== undefined) throw new Error(`${manifest.key} was not merged: ${refusal}`);
}
