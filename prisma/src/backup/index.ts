// Backup and restore.
export { backupName, deleteOldest, prepareFolder, type ScheduledBackup, scheduledBackups } from './backup-folder.ts';
export { type RestoreOptions, type RestoreSummary, restoreBackup } from './restore-backup.ts';
export { leftOut, remade, storedSchemas } from './stored-tables.ts';
export { type BackupOptions, type BackupSummary, writeBackup } from './write-backup.ts';
