import { randomUUID } from 'node:crypto';
import type { Operation } from '@chancery/changesets';
import { newDeskId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { type FreshDatabase, freshDatabase } from '@chancery/prisma/testing';
import pg from 'pg';

/** A new database with an empty register and desk, and a pool for each login. */
export interface Desk {
  readonly database: FreshDatabase;
  readonly owner: pg.Pool;
  readonly reader: pg.Pool;
  readonly desk: pg.Pool;
  readonly writer: pg.Pool;
  /** Creates a user, by default with the role EDITOR, who calls the ledger directly. */
  readonly createUser: (name: string, role?: 'CONTRIBUTOR' | 'EDITOR' | 'ADMIN') => Promise<Editor>;
  readonly close: () => Promise<void>;
}

/** Creates a database with an empty register and desk, and connects to it as every login. */
export async function openDesk(): Promise<Desk> {
  const database = await freshDatabase();
  const pool = (connectionString: string) => {
    const created = new pg.Pool({ connectionString, max: 8 });
    // Ignores errors of idle connections: the pool replaces them, and queries report their own errors.
    created.on('error', () => undefined);
    return created;
  };
  const pools = {
    owner: pool(database.urls.owner),
    reader: pool(database.urls.reader),
    desk: pool(database.urls.desk),
    writer: pool(database.urls.writer),
  };
  return {
    database,
    ...pools,
    createUser: (name, role = 'EDITOR') => createUser(pools, name, role),
    close: async () => {
      await Promise.all(Object.values(pools).map((openPool) => openPool.end()));
      await database.drop();
    },
  };
}

/**
 * A user who calls the ledger directly. The methods are named so that calls read as sentences: `ana.submits(draft)`.
 */
export interface Editor {
  readonly id: string;
  /** Opens a changeset and appends the operations. */
  readonly drafts: (operations: readonly Operation[], title?: string) => Promise<ledger.Changeset>;
  readonly appends: (changeset: ledger.Changeset, operations: readonly Operation[]) => Promise<ledger.AppendOutcome>;
  readonly submits: (changeset: ledger.Changeset) => Promise<ledger.SubmitOutcome>;
  readonly approves: (changeset: ledger.Changeset) => Promise<ledger.ReviewOutcome>;
  readonly merges: (changeset: ledger.Changeset) => Promise<ledger.MergeOutcome>;
}

async function createUser(
  { desk, writer, owner }: Pick<Desk, 'desk' | 'writer' | 'owner'>,
  name: string,
  role: string,
): Promise<Editor> {
  const id = randomUUID();
  await owner.query('INSERT INTO desk."user" (id, name, email, role) VALUES ($1, $2, $3, $4)', [
    id,
    name,
    `${name.toLowerCase()}@example.org`,
    role,
  ]);
  return editorOf({ desk, writer }, id, name);
}

/** Returns an existing user who calls the ledger through the given pools. `name` is used in titles of changesets. */
export function editorOf({ desk, writer }: Pick<Desk, 'desk' | 'writer'>, id: string, name: string): Editor {
  return {
    id,
    drafts: async (operations, title = `Changes by ${name}`) => {
      const changeset = await ledger.openChangeset(desk, { title, reason: 'For the record.', authorId: id });
      if (operations.length === 0) return changeset;
      const appended = await ledger.append(desk, changeset.id, operations, { by: id, version: changeset.version });
      if (appended.outcome !== 'appended') throw new Error(`not appended: ${JSON.stringify(appended)}`);
      return appended.changeset;
    },
    appends: (changeset, operations) =>
      ledger.append(desk, changeset.id, operations, { by: id, version: changeset.version }),
    submits: (changeset) => ledger.submit(writer, changeset.id, { by: id }),
    approves: (changeset) =>
      ledger.review(writer, changeset.id, {
        id: newDeskId('review'),
        by: id,
        version: changeset.sealedVersion ?? changeset.version,
        verdict: 'APPROVE',
        body: '',
      }),
    merges: (changeset) => ledger.merge(writer, changeset.id, { by: id }),
  };
}

/**
 * Publishes operations: the author drafts and submits, the reviewer approves and merges. Returns the revision.
 * @throws Error if the ledger refuses a step
 */
export async function publish(
  [author, reviewer]: readonly [Editor, Editor],
  operations: readonly Operation[],
): Promise<number> {
  const draft = await author.drafts(operations);
  const submitted = await author.submits(draft);
  if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted)}`);
  const reviewed = await reviewer.approves(submitted.changeset);
  if (reviewed.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(reviewed)}`);
  const merged = await reviewer.merges(submitted.changeset);
  if (merged.outcome !== 'merged') throw new Error(`not merged: ${JSON.stringify(merged)}`);
  return merged.revision;
}
