// The published votes of the General Assembly, and the states that they need in the register.
import { buffer } from 'node:stream/consumers';
import { loadDemo } from '@chancery/api/demo';
import { publishedFile } from '@chancery/importers/testing';
import { importSources, sourcesOf, throwIfRefused } from '../../data/import-sources.ts';
import type { ApiProcess, Colleague } from '../../src/support/api-process.ts';

/**
 * Returns the files of the votes by name.
 * @throws Error when a file is missing in the folder of the published files.
 */
export async function readVoteFiles(): Promise<Record<string, Buffer>> {
  const [unga] = sourcesOf(['unga']);
  const files = (unga?.manifest.files ?? []).map(async ({ name }): Promise<[string, Buffer]> => {
    const file = publishedFile(name);
    return [file.name, await buffer(file.open())];
  });
  return Object.fromEntries(await Promise.all(files));
}

/** Loads the demo register and imports the lists of states that the votes refer to. */
export async function importStates(server: ApiProcess, ana: Colleague, ben: Colleague): Promise<void> {
  const people = { author: ana.id, reviewer: ben.id };
  await loadDemo(server.pools, people, () => undefined);
  await importSources(
    { ...server.pools, people },
    sourcesOf(['cow-states', 'gw-states', 'countrycode']),
    throwIfRefused,
  );
}
