import type { BackupSummary } from '@chancery/prisma/backup';

/** Returns the line that says what a backup holds. */
export function describeBackup({ file, revision, tables, rows, bytes }: BackupSummary): string {
  return `Wrote ${file}: revision ${revision}, ${rows} rows of ${tables} tables, ${(bytes / 1e6).toFixed(1)} MB before compression`;
}
