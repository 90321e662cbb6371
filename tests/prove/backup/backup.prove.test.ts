import { expect, it } from '@jest/globals';
import { runBackupRounds } from '../../src/support/backup-rounds.ts';

it('five backups under writes each restore their snapshot: every table is equal', async () => {
  const rounds = await runBackupRounds(5, 2026);
  for (const { tables, rows, size, mergesMeanwhile, deskWritesMeanwhile, differences } of rounds)
    console.info(
      `${tables} tables, ${rows} rows, ${size} bytes; meanwhile ${mergesMeanwhile} merges and ${deskWritesMeanwhile} drafts; ${differences.length} differences`,
    );
  expect(rounds.flatMap(({ differences }) => differences)).toEqual([]);
  expect(rounds.every(({ mergesMeanwhile }) => mergesMeanwhile > 0)).toBe(true);
});
