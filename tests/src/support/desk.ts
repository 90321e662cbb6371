import { randomUUID } from 'node:crypto';
import type { Operation } from '@chancery/changesets';
import { newDeskId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { type FreshDatabase, freshDatabase } from '@chancery/prisma/testing';
import pg from 'pg';

/** A register of one's own, with the logins of the desk and the ledger. */
export interface Desk {
  readonly database: FreshDatabase;
  readonly owner: pg.Pool;
  readonly reader: pg.Pool;
  readonly desk: pg.Pool;
  readonly writer: pg.Pool;
  /** Hires somebody. */
  readonly hire: (name: string, role?: 'CONTRIBUTOR' | 'EDITOR' | 'ADMIN') => Promise<Editor>;
  readonly close: () => Promise<void>;
}

/** Opens an empty register with its desk. */
export async function openDesk(): Promise<Desk> {
  const database = await freshDatabase();
  const pool = (connectionString: string) => {
    const made = new pg.Pool({ connectionString, max: 8 });
    // An idle connection that the database ended is replaced when it is needed: what is then at fault, the query says.
    made.on('error', () => undefined);
    return made;
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
    hire: (name, role = 'EDITOR') => hire(pools, name, role),
    close: async () => {
      await Promise.all(Object.values(pools).map((each) => each.end()));
      await database.drop();
    },
  };
}

/** Somebody who works at the desk: what they do reads as a sentence. */
export interface Editor {
  readonly id: string;
  /** Opens a changeset with the operations. */
  readonly drafts: (operations: readonly Operation[], title?: string) => Promise<ledger.Changeset>;
  readonly appends: (changeset: ledger.Changeset, operations: readonly Operation[]) => Promise<ledger.AppendOutcome>;
  readonly submits: (changeset: ledger.Changeset) => Promise<ledger.SubmitOutcome>;
  readonly approves: (changeset: ledger.Changeset) => Promise<ledger.ReviewOutcome>;
  readonly merges: (changeset: ledger.Changeset) => Promise<ledger.MergeOutcome>;
}

async function hire(
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

/** What somebody who is hired already does at the desk. */
export function editorOf({ desk, writer }: Pick<Desk, 'desk' | 'writer'>, id: string, name: string): Editor {
  return {
    id,
    drafts: async (operations, title = `What ${name} found`) => {
      const changeset = await ledger.open(desk, { title, reason: 'For the record.', authorId: id });
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

/** Takes operations all the way: drafted and submitted by one, approved and merged by the other. */
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
