// Backups under concurrent writes, restored and compared with their snapshots. Shared by the daily run and the proof.
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { leftOut, restoreBackup, storedSchemas, writeBackup } from '@chancery/prisma/backup';
import { type FreshDatabase, freshDatabase, testHome } from '@chancery/prisma/testing';
import pg from 'pg';
import { editorOf, publish } from './desk.ts';
import { createWaived } from './operations.ts';
import { createRandomRegister, type RandomRegister } from './random-register.ts';
import { tableDigests } from './table-digests.ts';

/** What a round found. `differences`: the tables that differ between the snapshot and the restored database. */
export interface BackupRound {
  readonly differences: readonly string[];
  readonly tables: number;
  readonly rows: number;
  /** The size of the archive in bytes. */
  readonly size: number;
  /** The numbers of merges and of other writes of the desk between the snapshot and the end of the backup. */
  readonly mergesMeanwhile: number;
  readonly deskWritesMeanwhile: number;
}

/**
 * Runs rounds on one random register: a backup while changesets are merged and drafts are written, a restore into an empty
 * database, a comparison of all tables with those of the snapshot, and a merge in the restored register.
 */
export async function runBackupRounds(rounds: number, seed: number): Promise<BackupRound[]> {
  const register = await createRandomRegister({ seed });
  const { home, remove } = testHome();
  mkdirSync(home);
  try {
    await addUpload(register.desk.owner);
    await addSecrets(register.desk.owner);
    const found: BackupRound[] = [];
    for (let round = 0; round < rounds; round += 1) found.push(await runRound(register, home));
    return found;
  } finally {
    remove();
    await register.desk.close();
  }
}

async function runRound(register: RandomRegister, home: string): Promise<BackupRound> {
  const file = join(home, 'backup.tar.gz');
  const writers = new Writers(register);
  let expected: Readonly<Record<string, string>> = {};
  let before = writers.counts();
  await writeBackup({
    url: register.desk.database.urls.owner,
    file,
    onSnapshot: async (client) => {
      expected = await tableDigests(client, storedSchemas);
      before = writers.counts();
      await writers.write(3);
    },
  }).finally(() => writers.stop());
  const after = writers.counts();
  const target = await freshDatabase({ migrated: false });
  try {
    const restored = await restoreBackup({ home, databaseUrl: target.urls.owner, logins: loginsOf(target), file });
    const actual = await digestsOf(target);
    await mergeInto(target);
    return {
      differences: differencesOf(expected, actual),
      tables: restored.tables,
      rows: restored.rows,
      size: statSync(file).size,
      mergesMeanwhile: after.merges - before.merges,
      deskWritesMeanwhile: after.deskWrites - before.deskWrites,
    };
  } finally {
    await target.drop();
    rmSync(file);
  }
}

/** Returns the URLs of the three logins of a database. */
export function loginsOf({
  urls: { reader, desk, writer },
}: FreshDatabase): Record<'reader' | 'desk' | 'writer', string> {
  return { reader, desk, writer };
}

/** Returns the digests of all tables that a backup may hold. */
export async function digestsOf({ urls }: FreshDatabase): Promise<Readonly<Record<string, string>>> {
  const pool = new pg.Pool({ connectionString: urls.owner });
  try {
    return await tableDigests(pool, storedSchemas);
  } finally {
    await pool.end();
  }
}

/**
 * Returns the tables whose digests differ. Tables that a backup leaves out must be empty in `actual`.
 */
export function differencesOf(
  expected: Readonly<Record<string, string>>,
  actual: Readonly<Record<string, string>>,
): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return names.filter((name) =>
    leftOut[name] === undefined ? actual[name] !== expected[name] : !actual[name]?.startsWith('0 rows'),
  );
}

/** Publishes random changesets and writes drafts, until it is stopped. */
class Writers {
  readonly #register: RandomRegister;
  readonly #counts = { merges: 0, deskWrites: 0 };
  readonly #running: Promise<unknown>;
  #isStopping = false;

  constructor(register: RandomRegister) {
    this.#register = register;
    this.#running = Promise.all([this.#merge(), this.#draft()]);
    // Reported by `stop`.
    this.#running.catch(() => undefined);
  }

  counts(): { merges: number; deskWrites: number } {
    return { ...this.#counts };
  }

  /** Waits until `count` more merges and drafts are written. */
  async write(count: number): Promise<void> {
    const { merges, deskWrites } = this.#counts;
    const isDone = () => this.#counts.merges >= merges + count && this.#counts.deskWrites >= deskWrites + count;
    while (!isDone()) await Promise.race([this.#running, new Promise((resolve) => setTimeout(resolve, 20))]);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#running;
  }

  async #merge(): Promise<void> {
    while (!this.#isStopping) {
      await this.#register.publishMore();
      this.#counts.merges += 1;
    }
  }

  async #draft(): Promise<void> {
    const { owner, desk, writer } = this.#register.desk;
    const { rows } = await owner.query<{ id: string }>(`SELECT id FROM desk."user" WHERE name = 'Ana'`);
    const ana = editorOf({ desk, writer }, rows[0]?.id ?? '', 'Ana');
    while (!this.#isStopping) {
      const draft = await ana.drafts([createWaived('State', { name: `Draft ${this.#counts.deskWrites}` })]);
      await desk.query('UPDATE desk.operation SET discarded_version = 1 WHERE changeset_id = $1 AND ordinal % 2 = 0', [
        draft.id,
      ]);
      await desk.query(
        `INSERT INTO desk.session (id, token, expires_at, user_id) VALUES ($1, $1, now() + '1 day', $2)`,
        [randomUUID(), ana.id],
      );
      this.#counts.deskWrites += 1;
    }
  }
}

/** Stores an upload with every byte value, and texts with every character that COPY escapes. */
async function addUpload(owner: pg.Pool): Promise<void> {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 31) % 256));
  await owner.query(`INSERT INTO desk.import (id, title, started_by) SELECT 'imp_1', $1, id FROM desk."user" LIMIT 1`, [
    'tab\t line\n return\r back\\slash \\N \\. \u{1f30d} \u0001',
  ]);
  await owner.query(`INSERT INTO desk.import_file (id, import_id, name) VALUES ('file_1', 'imp_1', '')`);
  await owner.query(
    `INSERT INTO desk.import_file_part (file_id, ordinal, bytes) VALUES ('file_1', 0, $1), ('file_1', 1, '')`,
    [bytes],
  );
}

/** Adds a second factor, which a backup holds, and a link to set a password, which it leaves out. */
async function addSecrets(owner: pg.Pool): Promise<void> {
  await owner.query(
    `INSERT INTO desk.two_factor (id, user_id, secret, backup_codes) SELECT 'f1', id, 'cipher', 'codes' FROM desk."user" LIMIT 1`,
  );
  await owner.query(
    `INSERT INTO desk.password_link (user_id, digest, purpose, expires_at)
     SELECT id, 'digest', 'RESET', now() + interval '1 day' FROM desk."user" LIMIT 1`,
  );
}

/** Merges a changeset in a restored register, with its logins, sequences, triggers and constraints. */
async function mergeInto({ urls }: FreshDatabase): Promise<void> {
  const pools = {
    desk: new pg.Pool({ connectionString: urls.desk }),
    writer: new pg.Pool({ connectionString: urls.writer }),
  };
  try {
    const { rows } = await pools.desk.query<{ id: string; name: string }>(
      `SELECT id, name FROM desk."user" WHERE name IN ('Ana', 'Ben') ORDER BY name`,
    );
    const [ana, ben] = rows.map(({ id, name }) => editorOf(pools, id, name));
    if (!ana || !ben) throw new Error('The restored register lacks its users');
    await publish([ana, ben], [createWaived('State', { name: 'After the restore' })]);
  } finally {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  }
}
