// Tells whether a process is the server of a given data folder: a number alone proves nothing, it may have been reused.
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { codeOf } from '../connect.ts';

/** `unsure`: a Postgres that may or may not serve this folder; it is neither disturbed nor trusted. */
export type Verdict = 'ours' | 'gone' | 'foreign' | 'unsure';

/** Who process `pid` is to the data folder, given as a real path. */
export function identifyPostmaster(pid: number, data: string): Verdict {
  if (!exists(pid)) return 'gone';
  if (process.platform === 'linux') return identifyByProc(pid, data);
  return identifyByArguments(argumentsByPs(pid), data);
}

function identifyByProc(pid: number, data: string): Verdict {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Killed, but its parent has not noticed: in a container perhaps never.
    if (stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')) return 'gone';
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const byArguments = identifyByArguments(words, data);
    if (byArguments !== 'unsure') return byArguments;
    return readlinkSync(`/proc/${pid}/cwd`) === data ? 'ours' : 'foreign';
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (['ENOENT', 'ESRCH'].includes(code)) return 'gone';
    if (['EACCES', 'EPERM'].includes(code)) return 'unsure';
    throw error;
  }
}

function identifyByArguments(words: string[], data: string): Verdict {
  if (basename(words[0] ?? '') !== 'postgres') return 'foreign';
  const folder = words[words.indexOf('-D') + 1];
  return words.includes('-D') && folder === data ? 'ours' : 'unsure';
}

function argumentsByPs(pid: number): string[] {
  const asked = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  const [program = '', ...rest] = asked.status === 0 ? asked.stdout.trim().split(' ') : [];
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
