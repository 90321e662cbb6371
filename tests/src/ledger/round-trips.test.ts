import { operationKinds } from '@chancery/changesets';
import { expect, it } from '@jest/globals';
import { roundTrips } from '../support/round-trips.ts';

it('what is merged and reverted leaves the register as it was, and the ledger alone rebuilds it with its past', async () => {
  const { faults, kinds } = await roundTrips(10, 7);
  expect(faults).toEqual([]);
  expect(Object.keys(kinds).sort()).toEqual([...operationKinds].sort());
}, 300_000);
