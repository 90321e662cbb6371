import { expect, it } from '@jest/globals';
import { killDuringMerges } from '../support/random-kills.ts';

it('after kills during merges, each merge is complete or absent, acknowledged operations are stored, and merges can be repeated', async () => {
  const { partialMerges, lost, doubleMerges, acknowledged } = await killDuringMerges({ api: 3, postgres: 1, seed: 3 });
  expect({ partialMerges, lost, doubleMerges }).toEqual({ partialMerges: 0, lost: 0, doubleMerges: 0 });
  expect(acknowledged).toBeGreaterThan(0);
}, 300_000);
