import { operationKinds } from '@chancery/changesets';
import { expect, it } from '@jest/globals';
import { runRoundTrips } from '../../src/support/round-trips.ts';

it('reverts of 500 random changesets restore the register, and the ledger can rebuild register and history', async () => {
  const { changesets, operations, kinds, revisions, differences } = await runRoundTrips(500, 2026);
  console.info(
    `${changesets} changesets of ${operations} operations merged and reverted, ${revisions} revisions rebuilt, ${differences.length} differences; changesets with each kind: ${JSON.stringify(kinds)}`,
  );
  expect(differences).toEqual([]);
  expect(Object.keys(kinds).sort()).toEqual([...operationKinds].sort());
});
