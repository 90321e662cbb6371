import { expect, it } from '@jest/globals';
import { runBackupRounds } from '../support/backup-rounds.ts';

it('a backup under writes restores the snapshot: every table is equal, and the register goes on', async () => {
  const [round] = await runBackupRounds(1, 5);
  expect(round?.differences).toEqual([]);
  expect(round?.rows).toBeGreaterThan(1000);
  expect(round?.mergesMeanwhile).toBeGreaterThan(0);
  expect(round?.deskWritesMeanwhile).toBeGreaterThan(0);
}, 600_000);
