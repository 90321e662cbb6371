import { expect, it } from '@jest/globals';
import { killDuringMerges } from '../../src/support/random-kills.ts';

it('50 kills of the API and 20 of Postgres during merges cause no partial merge, no lost operation and no repeated effect', async () => {
  const kills = await killDuringMerges({ api: 50, postgres: 20, seed: 26 });
  process.stdout.write(`${JSON.stringify(kills, null, 1)}\n`);
  const { partialMerges, lost, doubleMerges } = kills;
  expect({ partialMerges, lost, doubleMerges }).toEqual({ partialMerges: 0, lost: 0, doubleMerges: 0 });
  expect(kills.insideTransaction).toBeGreaterThanOrEqual(20);
});
