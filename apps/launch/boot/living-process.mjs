import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process was born, in words that no other process of that number shares; undefined where there is none.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function bornAt(pid) {
  if (process.platform !== 'linux') return bornByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie is dead. The twentieth field from the state on is the time of birth, since the machine started.
    if (state === 'Z' || state === 'X') return undefined;
    return `${fields[18]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    // No such process; one that we may not look at does not share our data folder either.
    return undefined;
  }
}

/** @param {number} pid */
function bornByPs(pid) {
  const asked = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}
