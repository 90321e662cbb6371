// A lock between processes: a file that names its holder. The lock of a process that no longer runs can be acquired.
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { startTimeOf } from './process-start-time.mjs';

/**
 * The process that holds a lock, as written to the file. `born` is its start time as `startTimeOf` returns it, `note` a
 * text about the process for others.
 * @typedef {{ pid: number, born: string | undefined, note: string }} Holder
 */
/** @typedef {{ release: () => void }} Lock */

/**
 * Tries to acquire the lock `file`, without waiting. If a running process holds it, returns that holder instead.
 * @param {string} file
 * @param {string} note a text about this process for others, stored in the lock
 * @returns {Lock | Holder}
 */
export function acquireLock(file, note) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const text = JSON.stringify({ pid: process.pid, born: startTimeOf(process.pid), note });
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    for (;;) {
      if (tryLink(draft, file)) return { release: () => releaseIfOurs(file, text) };
      const current = read(file);
      if (current === undefined) continue;
      const holder = parse(current);
      if (holder?.born !== undefined && startTimeOf(holder.pid) === holder.born) return holder;
      removeStale(file, current, draft);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Whether `acquireLock` returned a lock. If false, it returned the process that holds the lock.
 * @param {Lock | Holder} result
 * @returns {result is Lock}
 */
export function isAcquired(result) {
  return 'release' in result;
}

/** @param {string} text @returns {Holder | undefined} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    // Truncated, for example on a full disk: no process holds the lock.
    return undefined;
  }
}

/**
 * Creates `file` as a hard link to `draft`, in one atomic step. Returns false if `file` exists; throws any other error.
 * @param {string} draft
 * @param {string} file
 */
function tryLink(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a stale lock. Renames the file first and reads it again. If another process has acquired the lock in between,
 * the file of that process is put back.
 * @param {string} file
 * @param {string} stale the text of the stale file
 * @param {string} draft a path that no other process uses; the stale file is renamed to a path derived from it
 */
function removeStale(file, stale, draft) {
  const aside = `${draft}.aside`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== stale) tryLink(aside, file);
  rmSync(aside, { force: true });
}

/** @param {string} file @param {string} text */
function releaseIfOurs(file, text) {
  if (read(file) === text) rmSync(file, { force: true });
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}
