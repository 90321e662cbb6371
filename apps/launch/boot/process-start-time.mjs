import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Returns the start time of a process as an opaque string. Two processes that have had the same pid have different
 * start times. Returns undefined if no such process runs, or if this process may not inspect it.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startTimeOf(pid) {
  if (process.platform !== 'linux') return startTimeByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie counts as ended. The 20th field, counted from the state, is the start time in clock ticks since boot.
    if (state === 'Z' || state === 'X') return undefined;
    return `${fields[18]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    // No such process, or one that we may not inspect; such a process does not share our data folder.
    return undefined;
  }
}

/** @param {number} pid */
function startTimeByPs(pid) {
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
