// The published votes of the General Assembly, and the states that they need in the register.
import { buffer } from 'node:stream/consumers';
import { loadDemo } from '@chancery/api/demo';
import { publishedFile } from '@chancery/importers/testing';
import { importersOf, importSources, throwIfRefused } from '../../data/import-sources.ts';
import type { ApiProcess, Colleague } from '../../src/support/api-process.ts';

/**
 * Returns the content of each file of the General Assembly data set, by file name.
 * @throws Error if a file is missing in the folder of the published files
 */
export async function readVoteFiles(): Promise<Record<string, Buffer>> {
  const [unga] = importersOf(['unga']);
  const files = (unga?.manifest.files ?? []).map(async ({ name }): Promise<[string, Buffer]> => {
    const file = publishedFile(name);
    return [file.name, await buffer(file.open())];
  });
  return Object.fromEntries(await Promise.all(files));
}

/**
 * Loads the demo register, then imports the COW and GW lists of states and the country codes, so that the import of the
 * votes finds their states.
 * @throws Error if a file is missing or the ledger refuses a source
 */
export async function importStates(server: ApiProcess, ana: Colleague, ben: Colleague): Promise<void> {
  const people = { author: ana.id, reviewer: ben.id };
  await loadDemo(server.pools, people, () => undefined);
  await importSources(
    { ...server.pools, people },
    importersOf(['cow-states', 'gw-states', 'countrycode']),
    throwIfRefused,
  );
}
