// Checks whether a process is the server of a data folder. A pid alone proves nothing, because it may have been reused.
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { codeOf } from '../connect.ts';

/**
 * `ours`: the server of the data folder. `gone`: there is no such process. `foreign`: another program, or the server of
 * another folder. `unsure`: a process that may be the server of the folder. Do not stop it, and check over a connection
 * which folder it serves.
 */
export type ProcessIdentity = 'ours' | 'gone' | 'foreign' | 'unsure';

/** Checks whether the process `pid` is the server of the data folder `data`, which must be a real path. */
export function identifyPostmaster(pid: number, data: string): ProcessIdentity {
  if (!exists(pid)) return 'gone';
  if (process.platform === 'linux') return identifyByProc(pid, data);
  return identifyByArguments(argumentsByPs(pid), data);
}

function identifyByProc(pid: number, data: string): ProcessIdentity {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // A zombie: killed, but not yet reaped by its parent. In a container that may never happen.
    if (stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')) return 'gone';
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const byArguments = identifyByArguments(args, data);
    if (byArguments !== 'unsure') return byArguments;
    return readlinkSync(`/proc/${pid}/cwd`) === data ? 'ours' : 'foreign';
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (['ENOENT', 'ESRCH'].includes(code)) return 'gone';
    if (['EACCES', 'EPERM'].includes(code)) return 'unsure';
    throw error;
  }
}

function identifyByArguments(args: string[], data: string): ProcessIdentity {
  if (basename(args[0] ?? '') !== 'postgres') return 'foreign';
  const folder = args[args.indexOf('-D') + 1];
  return args.includes('-D') && folder === data ? 'ours' : 'unsure';
}

function argumentsByPs(pid: number): string[] {
  const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  const [program = '', ...rest] = ps.status === 0 ? ps.stdout.trim().split(' ') : [];
  const folder = / -D (.+?)(?: -\w |$)/.exec(` ${rest.join(' ')}`)?.[1];
  return folder === undefined ? [program] : [program, '-D', folder];
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
