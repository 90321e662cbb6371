// Postgres refuses to run as root, so root hands the server to an unprivileged user.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StorageError } from '../storage-error.ts';

/** Whom the server runs as; undefined: the user we already are. */
export type ServerUser = { uid: number; gid: number; name: string } | undefined;

/** Chooses the user for the cluster in `folder`, or for one still to be made. */
export function serverUser(folder: string | undefined): ServerUser {
  const me = process.getuid?.();
  if (me === undefined) return undefined;
  if (folder !== undefined) return ownerOf(folder, me);
  if (me !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid, name };
  }
  throw new StorageError(
    'CANNOT_START',
    'Postgres does not run as root and there is neither a user postgres nor nobody: start as an ordinary user, or set DATABASE_URL',
  );
}

// The files' owner goes on owning them, whoever starts the server next.
function ownerOf(folder: string, me: number): ServerUser {
  const { uid, gid } = statSync(folder);
  if (uid === me && me !== 0) return undefined;
  if (me === 0 && uid !== 0) return { uid, gid, name: `user ${uid}` };
  throw new StorageError(
    'CANNOT_START',
    `The database in ${folder} belongs to user ${uid}, not to ${userInfo().username}: start as its owner, or set CHANCERY_HOME to another folder`,
  );
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const asked = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return asked.status === 0 ? Number(asked.stdout) : undefined;
}
