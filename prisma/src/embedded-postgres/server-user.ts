// Postgres refuses to run as root, so root runs the server as an unprivileged user.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StorageError } from '../storage-error.ts';

/** The user that runs the server; `undefined` for the current user. */
export type ServerUser = { uid: number; gid: number; name: string } | undefined;

/**
 * Returns the user that is to run the server of the cluster in `folder`, or of a new cluster if `folder` is
 * `undefined`.
 * @throws StorageError `CANNOT_START` if no suitable user exists or the cluster belongs to another user
 */
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
    'Postgres does not run as root, and there is no user postgres or nobody. Start Chancery as an ordinary user, or set DATABASE_URL.',
  );
}

// An existing cluster is always run by the owner of its files.
function ownerOf(folder: string, me: number): ServerUser {
  const { uid, gid } = statSync(folder);
  if (uid === me && me !== 0) return undefined;
  if (me === 0 && uid !== 0) return { uid, gid, name: `user ${uid}` };
  if (uid === me) {
    throw new StorageError(
      'CANNOT_START',
      `The database in ${folder} belongs to root, but Postgres does not run as root. Give the folder and everything in it to another user with chown -R, or set CHANCERY_HOME to another folder.`,
    );
  }
  throw new StorageError(
    'CANNOT_START',
    `The database in ${folder} belongs to user ${uid}, not to ${userInfo().username}. Start Chancery as its owner, or set CHANCERY_HOME to another folder.`,
  );
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}
