// The votes of the General Assembly as they are published, on a register that knows the states that voted.
import { buffer } from 'node:stream/consumers';
import { loadDemo } from '@chancery/api/demo';
import { publishedFile } from '@chancery/importers/testing';
import { bringIn, mustBeTaken, sourcesOf } from '../../data/bring-in.ts';
import type { ApiProcess, Colleague } from '../../src/support/api-process.ts';

/**
 * The files of the votes, by name.
 * @throws Error when one is not in the folder of the published files.
 */
export async function filesOfVotes(): Promise<Record<string, Buffer>> {
  const [unga] = sourcesOf(['unga']);
  const files = (unga?.manifest.files ?? []).map(async ({ name }): Promise<[string, Buffer]> => {
    const file = publishedFile(name);
    return [file.name, await buffer(file.open())];
  });
  return Object.fromEntries(await Promise.all(files));
}

/** Brings in the demo register and the lists of states by which votes are counted. */
export async function bringInStates(server: ApiProcess, ana: Colleague, ben: Colleague): Promise<void> {
  const people = { author: ana.id, reviewer: ben.id };
  await loadDemo(server.pools, people, () => undefined);
  await bringIn({ ...server.pools, people }, sourcesOf(['cow-states', 'gw-states', 'countrycode']), mustBeTaken);
}
