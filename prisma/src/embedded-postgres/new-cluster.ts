import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../storage-error.ts';
import type { Binaries } from './binaries.ts';
import { runProgram } from './run-program.ts';
import type { ServerUser } from './server-user.ts';

/** The name of the cluster's superuser. */
export const superuser = 'chancery';

/** Creates a new cluster in `folder`: its data folder, and a file with the password of its superuser. */
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
  // The builtin provider sorts the same on every system. Without an explicit locale, initdb would take that of the
  // shell.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const authentication = ['-U', superuser, '-A', 'scram-sha-256', `--pwfile=${password}`];
  const sync = durable ? [] : ['--no-sync'];
  const { code, output } = await runProgram(
    binaries.initdb,
    ['-D', data, ...authentication, ...locale, ...sync, '--no-instructions'],
    user,
  );
  if (code === 0) return;
  const reason = output.split('\n').findLast((line) => line.includes('error:')) ?? output.split('\n').at(-1);
  throw new StorageError(
    'CANNOT_START',
    `A new database could not be created in ${folder}: ${reason}. Fix the cause, and start Chancery again.`,
  );
}
