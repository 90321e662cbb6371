import { operationKinds } from '@chancery/changesets';
import { expect, it } from '@jest/globals';
import { roundTrips } from '../support/round-trips.ts';

it('reverts restore the register, and the ledger can rebuild register and history', async () => {
  const { differences, kinds } = await roundTrips(10, 7);
  expect(differences).toEqual([]);
  expect(Object.keys(kinds).sort()).toEqual([...operationKinds].sort());
}, 300_000);
