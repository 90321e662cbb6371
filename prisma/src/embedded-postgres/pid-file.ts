// postmaster.pid: written by a running server to its data folder, and left behind by a killed one.
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../connect.ts';

/** What postmaster.pid says of the server. `ready` is true once it accepts connections; `text` is the whole file. */
export type PidFile = { pid: number; port: number; ready: boolean; text: string };

/** Reads postmaster.pid from the data folder. Returns `undefined` if there is none, or no pid in it yet. */
export function readPidFile(data: string): PidFile | undefined {
  const text = readIfThere(join(data, 'postmaster.pid'));
  if (text === undefined) return undefined;
  // The lines: process, data folder, start time, port, socket folder, address, shared memory, state.
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready', text };
}

/**
 * Removes the postmaster.pid that a killed server left behind, unless a new server has replaced it meanwhile. The
 * system may have reused the pid in it, and Postgres would take the other process for a running server. Removing the
 * file is safe: Postgres also keys its shared memory by the folder, which prevents two servers on one folder.
 */
export function removeStalePidFile(data: string, stale: PidFile): void {
  const file = join(data, 'postmaster.pid');
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  // Renamed first and then read again: if a server has started in between, this is its file and is put back.
  if (readIfThere(aside) === stale.text) rmSync(aside);
  else renameSync(aside, file);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
