import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../storage-error.ts';
import type { Cluster } from './cluster.ts';
import { freePort } from './free-port.ts';
import { runProgram } from './run-program.ts';
import { serverSettings } from './settings.ts';

const logLimit = 16 * 1024 * 1024;

/**
 * Asks Postgres to start on a free port. Returns the reason when it could not for a cause that passes (another process
 * starts it too, a killed server's children are still leaving, the port was taken meanwhile); throws for any other.
 */
export async function tryToStart(cluster: Cluster, durable: boolean): Promise<string | undefined> {
  const log = join(cluster.folder, 'postgres.log');
  const written = makeRoom(log);
  const settings = Object.entries({ port: String(await freePort()), ...serverSettings(durable) });
  const options = settings.map(([name, value]) => `-c ${name}=${value}`).join(' ');
  const started = await runProgram(
    cluster.binaries.pgCtl,
    ['start', '-w', '-t', '60', '-D', cluster.data, '-l', log, '-o', options],
    cluster.user,
  );
  if (started.code === 0) return undefined;
  const faults = faultsIn(log, written);
  const passing = faults.findLast((fault) => causesThatPass.test(fault));
  if (passing !== undefined) return passing;
  const reason = faults.at(-1) ?? started.output.split('\n').at(-1) ?? 'no reason given';
  // Recovery after a crash can take longer than pg_ctl waits.
  if (/did not start in time/.test(started.output)) return reason;
  throw new StorageError('CANNOT_START', `Postgres did not start: ${reason} (more in ${log})`);
}

// The last of them is what the children of a killed server say when they leave; they write to the same log.
const causesThatPass =
  /lock file|shared memory block|Address already in use|could not create any TCP|starting up|postmaster exit/;

function makeRoom(log: string): number {
  if (!existsSync(log)) return 0;
  const { size } = statSync(log);
  if (size < logLimit) return size;
  renameSync(log, `${log}.old`);
  return 0;
}

function faultsIn(log: string, from: number): string[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log).subarray(from).toString().split('\n');
  const faults = lines.filter((line) => /FATAL:|PANIC:|error while loading/.test(line));
  return faults.map((line) => line.replace(/^.*?(FATAL|PANIC): +/, ''));
}
