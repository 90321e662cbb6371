import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../storage-error.ts';
import type { Binaries } from './binaries.ts';
import { runProgram } from './run-program.ts';
import type { ServerUser } from './server-user.ts';

/** The name of the cluster's own superuser. */
export const superuser = 'chancery';

/** Fills `folder` with a new cluster: its data, and the password of its superuser. */
export async function makeCluster(
  folder: string,
  binaries: Binaries,
  user: ServerUser,
  durable: boolean,
): Promise<void> {
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user) for (const path of [folder, data, password]) chownSync(path, user.uid, user.gid);
  // The builtin provider sorts alike on every system; without a locale given, the shell's would decide the encoding.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['-U', superuser, '-A', 'scram-sha-256', `--pwfile=${password}`];
  const effort = durable ? [] : ['--no-sync'];
  const made = await runProgram(
    binaries.initdb,
    ['-D', data, ...access, ...locale, ...effort, '--no-instructions'],
    user,
  );
  if (made.code === 0) return;
  const reason = made.output.split('\n').findLast((line) => line.includes('error:')) ?? made.output.split('\n').at(-1);
  throw new StorageError('CANNOT_START', `A new database could not be made in ${folder}: ${reason}`);
}
