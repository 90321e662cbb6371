import { operationKinds } from '@chancery/changesets';
import { expect, it } from '@jest/globals';
import { runRoundTrips } from '../support/round-trips.ts';

it('reverts restore the register, and the ledger can rebuild register and history', async () => {
  const { differences, kinds } = await runRoundTrips(10, 7);
  expect(differences).toEqual([]);
  expect(Object.keys(kinds).sort()).toEqual([...operationKinds].sort());
}, 300_000);
