// A streaming replica of an embedded Postgres, made as an operator makes one: by a copy of its files between
// pg_backup_start and pg_backup_stop.
import { execFileSync } from 'node:child_process';
import { appendFileSync, chownSync, mkdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres, withClient } from '@chancery/prisma';

/** Copies the cluster in `home` to `replicaHome` while it runs, and starts the copy as its streaming replica. */
export async function startReplica(
  primary: EmbeddedPostgres,
  home: string,
  replicaHome: string,
): Promise<EmbeddedPostgres> {
  const source = realpathSync(join(home, 'postgres'));
  const target = join(replicaHome, 'postgres');
  const data = join(target, 'data');
  mkdirSync(replicaHome, { mode: 0o711, recursive: true });
  const label = await withClient(primary.url, async (client) => {
    await client.query("SELECT pg_backup_start('replica', true)");
    // `cp -a`, because Node's copy does not preserve owners.
    execFileSync('cp', ['-a', source, target]);
    const { rows } = await client.query<{ label: string }>('SELECT labelfile AS label FROM pg_backup_stop()');
    return rows[0]?.label ?? '';
  });
  rmSync(join(data, 'postmaster.pid'));
  const { uid, gid } = statSync(data);
  for (const [name, text] of Object.entries({ backup_label: label, 'standby.signal': '' })) {
    writeFileSync(join(data, name), text);
    chownSync(join(data, name), uid, gid);
  }
  const { hostname, port, username, password } = new URL(primary.url);
  appendFileSync(
    join(data, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
  );
  return startEmbeddedPostgres({ home: replicaHome, durable: false });
}
