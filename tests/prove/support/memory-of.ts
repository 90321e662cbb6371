import { readFileSync } from 'node:fs';

/** Returns the resident memory of a process in MiB. */
export function memoryOf(pid: number): number {
  const [, size] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(size) / 1024;
}
