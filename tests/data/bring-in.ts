import { type Importer, importers } from '@chancery/importers';
import { deskClient } from '@chancery/prisma/desk';
import { type Loaded, loadSource, type Register } from './load-source.ts';

/** A register, and the two people without whom nothing is merged. */
export type RegisterToFill = Omit<Register, 'client'>;

/**
 * The sources of these keys, or all of them, in the order in which they lean on one another.
 * @throws Error that names the keys of which there is no source.
 */
export function sourcesOf(keys: readonly string[]): Importer[] {
  const unknown = keys.filter((key) => !importers.some(({ manifest }) => manifest.key === key));
  if (unknown.length > 0)
    throw new Error(
      `There is no source ${unknown.join(', ')}: ${importers.map(({ manifest }) => manifest.key).join(', ')}`,
    );
  return importers.filter(({ manifest }) => keys.length === 0 || keys.includes(manifest.key));
}

/** Brings sources in, each by way of a changeset; `told` hears of each source what came of it. */
export async function bringIn(
  register: RegisterToFill,
  sources: readonly Importer[],
  told: (importer: Importer, loaded: Loaded) => void,
): Promise<void> {
  const client = deskClient(register.desk);
  try {
    for (const importer of sources) told(importer, await loadSource(importer, { ...register, client }));
  } finally {
    await client.$disconnect();
  }
}

/**
 * For those who need what is brought in rather than to look at it.
 * @throws Error when the ledger has not taken a source.
 */
export function mustBeTaken({ manifest }: Importer, { refusal }: Loaded): void {
  if (refusal !== undefined) throw new Error(`${manifest.key} was not taken: ${refusal}`);
}
