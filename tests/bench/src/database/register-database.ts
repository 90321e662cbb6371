import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase, type Storage, withClient, withDatabase } from '@chancery/prisma';
import { loadData } from '../../../prove/measures/load-data.ts';
import { loadRegister } from '../register/load-register.ts';
import type { Size } from '../register/make-register.ts';
import type { Cluster } from './open-cluster.ts';

/** A copy of the generated register for one run. */
export interface RegisterDatabase {
  readonly urls: Storage['urls'];
  readonly drop: () => Promise<void>;
}

/**
 * Creates a copy of the generated register, with the published data of `addedSources` if any are given. The template of
 * the copies is created once and reused until the generator or the migrations change. Templates of earlier generators
 * and copies of other runs are dropped.
 */
export async function createRegisterDatabase(
  cluster: Cluster,
  size: Size,
  log: (line: string) => void,
  { addedSources = [] }: { addedSources?: readonly string[] } = {},
): Promise<RegisterDatabase> {
  const hasAddedSources = addedSources.length > 0;
  const template = `register_${size}_${digest()}${hasAddedSources ? '_data' : ''}`;
  await dropOutdated(cluster);
  if (!(await exists(cluster, template))) await makeTemplate(cluster, { size, addedSources }, template, log);
  const name = `run_${process.pid}${hasAddedSources ? '_data' : ''}`;
  await dropDatabase(cluster, name);
  await createDatabase(cluster.server, name, template);
  const at = (url: string) => withDatabase(url, name);
  const { owner, reader, desk, writer } = cluster.urls;
  return {
    urls: { owner: at(owner), reader: at(reader), desk: at(desk), writer: at(writer) },
    drop: () => dropDatabase(cluster, name),
  };
}

const here = import.meta.dirname;
const root = join(here, '..', '..', '..', '..');

/** Returns a digest of the generator and the migrations, which identifies a generated register. */
function digest(): string {
  const hash = createHash('sha256');
  for (const folder of [
    join(here, '..', 'register'),
    here,
    join(root, 'prisma', 'migrations'),
    join(root, 'prisma', 'after-migrate'),
  ]) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(ts|sql)$/.test(file)) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** The number of revisions of the generated register. */
const generatedRevisions = 5;

async function makeTemplate(
  cluster: Cluster,
  { size, addedSources }: { size: Size; addedSources: readonly string[] },
  template: string,
  log: (line: string) => void,
): Promise<void> {
  const draft = `${template}_draft`;
  await dropDatabase(cluster, draft);
  await createDatabase(cluster.server, draft, 'chancery');
  await withClient(withDatabase(cluster.urls.owner, draft), async (client) => {
    await client.query("SET maintenance_work_mem = '512MB'");
    await loadRegister(client, size, log);
    if (addedSources.length > 0) await loadData(client, addedSources, log, generatedRevisions + 1);
    await client.query(readFileSync(join(here, 'contestants.sql'), 'utf8'));
    log('Vacuuming and analyzing');
    await client.query('VACUUM (ANALYZE)');
  });
  await withClient(cluster.server, async (client) => {
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  });
}

async function exists(cluster: Cluster, name: string): Promise<boolean> {
  const { rows } = await withClient(cluster.server, (client) =>
    client.query('SELECT FROM pg_database WHERE datname = $1', [name]),
  );
  return rows.length > 0;
}

/** Drops templates of earlier generators and the copies of all other runs, which are expected to have ended. */
async function dropOutdated(cluster: Cluster): Promise<void> {
  const { rows } = await withClient(cluster.server, (client) =>
    client.query<{ name: string }>(
      "SELECT datname AS name FROM pg_database WHERE datname ~ '^(register|run)_' AND NOT datname ~ ('^(register_[a-z]+_' || $1 || '|run_' || $2 || ')(_data)?$')",
      [digest(), String(process.pid)],
    ),
  );
  for (const { name } of rows) await dropDatabase(cluster, name);
}

async function dropDatabase(cluster: Cluster, name: string): Promise<void> {
  if (!(await exists(cluster, name))) return;
  await withClient(cluster.server, async (client) => {
    await client.query(`ALTER DATABASE "${name}" IS_TEMPLATE false`);
    await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  });
}
