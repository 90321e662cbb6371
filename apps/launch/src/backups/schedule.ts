import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseUrls } from '@chancery/prisma';
import { scheduledBackups } from '@chancery/prisma/backup-folder';
import { backupProgram } from '../apps.ts';
import { type Child, startChild, stopChild } from '../child.ts';
import type { Settings } from '../env.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The time from a failed backup to the next attempt, in milliseconds. */
const retryDelay = 15 * minute;

/** The time that a backup has to remove its unfinished file when Chancery stops, in milliseconds. */
const stopTimeout = 10_000;

/**
 * Writes backups on schedule, if the settings name a folder: the first when the newest one in the folder is old enough. A
 * failed backup is logged and tried again. `urls` is called for each backup. Returns a function that stops the schedule and a running backup.
 */
export function scheduleBackups(
  settings: Settings,
  urls: () => Pick<DatabaseUrls, 'owner'>,
  log: (line: string) => void,
): () => Promise<void> {
  const { folder, every } = settings.backups;
  if (folder === undefined) return async () => undefined;
  const stopping = new AbortController();
  let running: Child | undefined;

  const runOnce = async () => {
    running = startChild(backupProgram(settings, urls()));
    const how = await running.ended;
    running = undefined;
    if (how === 'ended with code 0' || stopping.signal.aborted) return true;
    log(`The scheduled backup ${how}. The next attempt is in ${retryDelay / minute} minutes.`);
    return false;
  };
  const runOnSchedule = async () => {
    for (let isDone = true; !stopping.signal.aborted; ) {
      await waitUntil(isDone ? await nextAt(folder, every, log) : Date.now() + retryDelay, stopping.signal);
      if (!stopping.signal.aborted) isDone = await runOnce();
    }
  };

  const ended = runOnSchedule();
  return async () => {
    stopping.abort();
    if (running) await stopChild(running, stopTimeout);
    await ended;
  };
}

async function nextAt(folder: string, every: number, log: (line: string) => void): Promise<number> {
  try {
    const [newest] = await scheduledBackups(folder);
    return newest ? newest.at + every * hour : Date.now();
  } catch (error) {
    log(
      `The folder of scheduled backups cannot be read: ${error instanceof Error ? error.message : error}. Check CHANCERY_BACKUP_DIR.`,
    );
    return Date.now() + retryDelay;
  }
}

/** Waits until a time, or until the signal aborts. In steps, because the clock may be set and the machine may sleep. */
async function waitUntil(at: number, signal: AbortSignal): Promise<void> {
  while (Date.now() < at && !signal.aborted) {
    // Rejects when the signal aborts, which the condition then sees.
    await sleep(Math.min(at - Date.now(), minute), undefined, { ref: false, signal }).catch(() => undefined);
  }
}
