// The folder of scheduled backups: CHANCERY_BACKUP_DIR.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, messageOf } from '../connect.ts';
import { StorageError } from '../storage-error.ts';

const pattern = /^chancery-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz(\.age)?$/;

/** A complete scheduled backup. `at`: when it began, as its name says, in milliseconds since 1970. */
export type ScheduledBackup = { file: string; at: number };

/** Returns the name of a scheduled backup that begins at `at`: `chancery-20261130T160500Z.tar.gz`. */
export function backupName(at: Date, isEncrypted: boolean): string {
  const time = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `chancery-${time}.tar.gz${isEncrypted ? '.age' : ''}`;
}

/** Returns the complete scheduled backups of a folder, newest first; none if there is no such folder. */
export async function scheduledBackups(folder: string): Promise<ScheduledBackup[]> {
  const backups: ScheduledBackup[] = [];
  for (const name of await namesIn(folder)) {
    const [, year, month, day, hours, minutes, seconds] = pattern.exec(name) ?? [];
    const at = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
    if (!Number.isNaN(at)) backups.push({ file: join(folder, name), at });
  }
  return backups.sort((a, b) => b.at - a.at);
}

/** Deletes the oldest scheduled backups of a folder, so that `keep` are left. Returns the deleted files. */
export async function deleteOldest(folder: string, keep: number): Promise<string[]> {
  const surplus = (await scheduledBackups(folder)).slice(keep).map(({ file }) => file);
  for (const file of surplus) await rm(file, { force: true });
  return surplus;
}

/**
 * Creates the folder if it is missing, and deletes the unfinished backups of processes that were killed.
 * @throws StorageError if the folder cannot be created
 */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new StorageError(
      'BACKUP_FAILED',
      `The folder ${folder} cannot be created: ${messageOf(cause)}. Set CHANCERY_BACKUP_DIR to another folder.`,
      { cause },
    );
  });
  for (const name of await namesIn(folder))
    if (name.endsWith('.partial') && pattern.test(name.slice(0, -'.partial'.length)))
      await rm(join(folder, name), { force: true });
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return [];
    throw error;
  }
}
