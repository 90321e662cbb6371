import { expect, it } from '@jest/globals';
import { killDuringMerges } from '../support/random-kills.ts';

it('after kills during merges, each merge is complete or absent, acknowledged operations are stored, and merges can be repeated', async () => {
  const { halfMerges, lost, twice, acknowledged } = await killDuringMerges({ api: 3, postgres: 1, seed: 3 });
  expect({ halfMerges, lost, twice }).toEqual({ halfMerges: 0, lost: 0, twice: 0 });
  expect(acknowledged).toBeGreaterThan(0);
}, 300_000);
