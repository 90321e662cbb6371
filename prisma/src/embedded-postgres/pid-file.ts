// postmaster.pid: what a running server says of itself in its data folder, and what a killed one leaves behind.
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../connect.ts';

export type PidFile = { pid: number; port: number; ready: boolean; text: string };

/** Reads the file; undefined where there is none, or where it is still being written. */
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
 * Removes a file left by a server that was killed. The system may have given its number to another process, which
 * Postgres would then respect for ever. Two servers on one folder stay impossible without the file: Postgres also keys
 * its shared memory by the folder.
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
  // Taken aside first and read again: if a server started in between, this is its file and goes back.
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
