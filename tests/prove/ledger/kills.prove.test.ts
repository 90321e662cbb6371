import { expect, it } from '@jest/globals';
import { killDuringMerges } from '../../src/support/random-kills.ts';

it.each([1, 2, 3])(
  'of %i API processes, 50 kills of one and 20 of Postgres during merges cause no partial merge, no lost operation and no repeated effect',
  async (processes) => {
    const kills = await killDuringMerges({ api: 50, postgres: 20, seed: 26, processes });
    process.stdout.write(`${processes} processes: ${JSON.stringify(kills, null, 1)}\n`);
    const { partialMerges, lost, doubleMerges } = kills;
    expect({ partialMerges, lost, doubleMerges }).toEqual({ partialMerges: 0, lost: 0, doubleMerges: 0 });
    // Of several processes, not every kill meets the one that merges.
    expect(kills.insideTransaction).toBeGreaterThanOrEqual(20 / processes);
  },
);
