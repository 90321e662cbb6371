import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../storage-error.ts';
import type { Cluster } from './cluster.ts';
import { freePort, isFree } from './free-port.ts';
import { runProgram } from './run-program.ts';
import { serverSettings } from './settings.ts';

const maxLogBytes = 16 * 1024 * 1024;

/**
 * Starts Postgres on the port that it had before, or on a free port if that one is taken or unknown. Returns
 * `undefined` if it has started, or the reason if the cause is temporary: another process is starting it too, child
 * processes of a killed server are still running, the port was taken meanwhile, or recovery takes longer than pg_ctl
 * waits.
 * @throws StorageError for any other cause
 */
export async function tryToStart(cluster: Cluster, durable: boolean): Promise<string | undefined> {
  const log = join(cluster.folder, 'postgres.log');
  const logStart = rotateLog(log);
  const settings = Object.entries({ port: String(await portFor(cluster.data)), ...serverSettings(durable) });
  const options = settings.map(([name, value]) => `-c ${name}=${value}`).join(' ');
  const { code, output } = await runProgram(
    cluster.binaries.pgCtl,
    ['start', '-w', '-t', '60', '-D', cluster.data, '-l', log, '-o', options],
    cluster.user,
  );
  if (code === 0) return undefined;
  const errors = errorsIn(log, logStart);
  const temporary = errors.findLast((error) => temporaryErrors.test(error));
  if (temporary !== undefined) return temporary;
  const reason = errors.at(-1) ?? output.split('\n').at(-1) ?? 'no reason given';
  // Recovery after a crash can take longer than pg_ctl waits.
  if (/did not start in time/.test(output)) return reason;
  throw new StorageError('CANNOT_START', `Postgres did not start: ${reason}. See ${log} for the cause.`);
}

/** Returns the port of the last start, so that clients of a restarted server find it again; else a free port. */
async function portFor(data: string): Promise<number> {
  const file = join(data, 'postmaster.opts');
  // Postgres writes its command line to this file.
  const last = existsSync(file) ? /"port=(\d+)"/.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return last !== undefined && (await isFree(Number(last))) ? Number(last) : freePort();
}

// "postmaster exit" is logged by child processes of a killed server when they exit; they write to the same log.
const temporaryErrors =
  /lock file|shared memory block|Address already in use|could not create any TCP|starting up|postmaster exit/;

/** Renames a log of 16 MB or more to `.old`. Returns the offset in bytes at which new lines will start. */
function rotateLog(log: string): number {
  if (!existsSync(log)) return 0;
  const { size } = statSync(log);
  if (size < maxLogBytes) return size;
  renameSync(log, `${log}.old`);
  return 0;
}

function errorsIn(log: string, from: number): string[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log).subarray(from).toString().split('\n');
  const errors = lines.filter((line) => /FATAL:|PANIC:|error while loading/.test(line));
  return errors.map((line) => line.replace(/^.*?(FATAL|PANIC): +/, ''));
}
