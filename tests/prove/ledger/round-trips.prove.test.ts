import { operationKinds } from '@chancery/changesets';
import { expect, it } from '@jest/globals';
import { roundTrips } from '../../src/support/round-trips.ts';

it('500 random changesets: each revert restores the register, and the ledger alone rebuilds it with its past', async () => {
  const { changesets, operations, kinds, revisions, faults } = await roundTrips(500, 2026);
  console.info(
    `${changesets} changesets of ${operations} operations merged and reverted, ${revisions} revisions rebuilt, ${faults.length} faults; changesets with each kind: ${JSON.stringify(kinds)}`,
  );
  expect(faults).toEqual([]);
  expect(Object.keys(kinds).sort()).toEqual([...operationKinds].sort());
});
