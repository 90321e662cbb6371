// One process at a time: a file names its holder, and a holder that was killed counts for nothing.
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bornAt } from './living-process.mjs';

/** @typedef {{ pid: number, born: string | undefined, note: string }} Holder */
/** @typedef {{ release: () => void }} Held */

/**
 * Takes hold of `file`, or says who holds it.
 * @param {string} file
 * @param {string} note what others are told of the holder
 * @returns {Held | Holder}
 */
export function hold(file, note) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  const text = JSON.stringify({ pid: process.pid, born: bornAt(process.pid), note });
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    for (;;) {
      if (tryLink(draft, file)) return { release: () => releaseIfOurs(file, text) };
      const found = read(file);
      if (found === undefined) continue;
      const holder = parse(found);
      if (holder?.born !== undefined && bornAt(holder.pid) === holder.born) return holder;
      remove(file, found, draft);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Whether the answer of `hold` is a hold and not somebody else.
 * @param {Held | Holder} answer
 * @returns {answer is Held}
 */
export function isHeld(answer) {
  return 'release' in answer;
}

/** @param {string} text @returns {Holder | undefined} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    // Cut short by a full disk: nobody holds it.
    return undefined;
  }
}

/** A link is made whole or not at all, and only where there is none.
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

/** Takes the file aside and looks again: if another process took hold in between, it gets its file back.
 * @param {string} file
 * @param {string} dead
 * @param {string} draft
 */
function remove(file, dead, draft) {
  const aside = `${draft}.aside`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== dead) tryLink(aside, file);
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
