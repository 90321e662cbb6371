// Postgres itself refuses what nobody has reviewed, whatever the program does with its logins.
import { newDeskId, newId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { type Desk, type Editor, openDesk } from '../support/desk.ts';
import { createWaived } from '../support/operations.ts';
import { tableDigests } from '../support/table-digests.ts';

let desk: Desk;
let ana: Editor;
let ben: Editor;
let cyrus: Editor;
beforeAll(async () => {
  desk = await openDesk();
  ana = await desk.createUser('Ana');
  ben = await desk.createUser('Ben');
  cyrus = await desk.createUser('Cyrus', 'CONTRIBUTOR');
});
afterAll(() => desk.close());

const refused = { code: '42501' };

async function submitted(): Promise<ledger.Changeset> {
  const outcome = await ana.submits(await ana.drafts([createWaived('State', { name: 'Lydia' })]));
  if (outcome.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

async function approved(): Promise<ledger.Changeset> {
  const outcome = await ben.approves(await submitted());
  if (outcome.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

const statusOf = async ({ id }: ledger.Changeset) =>
  (await desk.owner.query<{ status: string }>('SELECT status FROM desk.changeset WHERE id = $1', [id])).rows[0]?.status;

const published = () => tableDigests(desk.owner, ['register', 'history', 'ledger']);

/** Runs statements in one transaction and commits it. Rolls it back if one of them or the commit is refused. */
async function commits(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<unknown>): Promise<unknown> {
  return ledger.inTransaction(pool, work);
}

describe('the login of the desk', () => {
  it.each(['SUBMITTED', 'APPROVED', 'MERGING', 'RETURNED'])('cannot set a draft to %s', async (status) => {
    const draft = await ana.drafts([createWaived('State', { name: 'Caria' })]);
    await expect(
      desk.desk.query('UPDATE desk.changeset SET status = $2 WHERE id = $1', [draft.id, status]),
    ).rejects.toMatchObject(refused);
    expect(await statusOf(draft)).toBe('DRAFT');
  });

  it.each(['APPROVED', 'MERGING', 'RETURNED'])('cannot set a submitted changeset to %s', async (status) => {
    const changeset = await submitted();
    await expect(
      desk.desk.query('UPDATE desk.changeset SET status = $2 WHERE id = $1', [changeset.id, status]),
    ).rejects.toMatchObject(refused);
    expect(await statusOf(changeset)).toBe('SUBMITTED');
  });

  it('cannot record a merge, choose another author or the sealed version, or insert a changeset that is approved', async () => {
    const changeset = await approved();
    for (const sql of [
      "UPDATE desk.changeset SET status = 'MERGED', revision = 1 WHERE id = $1",
      `UPDATE desk.changeset SET author_id = '${ben.id}' WHERE id = $1`,
      'UPDATE desk.changeset SET sealed_version = 0 WHERE id = $1',
      'UPDATE desk.changeset SET version = version - 1 WHERE id = $1',
      'DELETE FROM desk.changeset WHERE id = $1',
      "INSERT INTO desk.changeset (id, title, status, sealed_version, base_revision, author_id) SELECT 'cs_x', 'x', 'APPROVED', 0, 0, author_id FROM desk.changeset WHERE id = $1",
      `SELECT ledger.record_merge($1, '', '${ana.id}', now(), 1)`,
    ])
      await expect(desk.desk.query(sql, [changeset.id])).rejects.toMatchObject(refused);
  });

  it('cannot change or delete operations of a changeset', async () => {
    const { id } = await approved();
    await expect(
      desk.desk.query("UPDATE desk.operation SET payload = '{}' WHERE changeset_id = $1", [id]),
    ).rejects.toMatchObject(refused);
    await expect(desk.desk.query('DELETE FROM desk.operation WHERE changeset_id = $1', [id])).rejects.toMatchObject(
      refused,
    );
  });
});

describe('the login of the ledger', () => {
  it('cannot store an approval by the author or by somebody who is no editor', async () => {
    const { id, sealedVersion } = await submitted();
    const insert = (by: string) =>
      desk.writer.query(
        "INSERT INTO ledger.review (id, changeset_id, version, verdict, body, by, at) VALUES ($1, $2, $3, 'APPROVE', '', $4, now())",
        [newDeskId('review'), id, sealedVersion, by],
      );
    for (const by of [ana.id, cyrus.id, 'nobody']) await expect(insert(by)).rejects.toMatchObject(refused);
    await desk.owner.query('UPDATE desk."user" SET suspended = true WHERE id = $1', [ben.id]);
    try {
      await expect(insert(ben.id)).rejects.toMatchObject(refused);
    } finally {
      await desk.owner.query('UPDATE desk."user" SET suspended = false WHERE id = $1', [ben.id]);
    }
  });

  it('cannot commit a change of the register that no merge has recorded', async () => {
    await approved();
    const before = await published();
    const id = newId('State');
    const write = (revision: number) =>
      commits(desk.writer, async (client) => {
        await client.query("SELECT set_config('chancery.revision', $1, true)", [String(revision)]);
        await client.query("INSERT INTO register.fact (id, type, label) VALUES ($1, 'State', 'Forged')", [id]);
      });
    await desk.owner.query("INSERT INTO desk.setting (name, value) VALUES ('attested', 'true') ON CONFLICT DO NOTHING");
    for (const revision of [0, 1, 99]) await expect(write(revision)).rejects.toMatchObject(refused);
    await expect(
      desk.writer.query(
        "INSERT INTO ledger.revision (number, at, changeset_id, title, reason, author_id, merged_by, operation_count) VALUES (99, now(), 'x', '', '', '', '', 0)",
      ),
    ).rejects.toMatchObject(refused);
    await expect(desk.writer.query('UPDATE ledger.head SET number = 99')).rejects.toMatchObject(refused);
    expect(await published()).toEqual(before);
  });

  it('cannot record the merge of a changeset that nobody has approved, or of other operations than the sealed ones', async () => {
    const digestOf = async ({ id }: ledger.Changeset) =>
      (
        await desk.owner.query<{ digest: string }>('SELECT digest FROM ledger.sealed_version WHERE changeset_id = $1', [
          id,
        ])
      ).rows[0]?.digest;
    const record = (changeset: ledger.Changeset, digest: string | undefined, prepare: string) =>
      commits(desk.writer, async (client) => {
        await client.query(prepare, [changeset.id]);
        await client.query('SELECT ledger.record_merge($1, $2, $3, now(), 1)', [changeset.id, digest, ben.id]);
      });
    const merging = "UPDATE desk.changeset SET status = 'MERGING' WHERE id = $1";
    const unapproved = await submitted();
    await expect(record(unapproved, await digestOf(unapproved), 'SELECT $1::text')).rejects.toMatchObject(refused);
    await expect(record(unapproved, await digestOf(unapproved), merging)).rejects.toMatchObject(refused);
    const changeset = await approved();
    await expect(record(changeset, 'another', merging)).rejects.toMatchObject(refused);
    expect(await statusOf(changeset)).toBe('APPROVED');
  });

  it('cannot add operations to a revision after its merge', async () => {
    const merged = await ben.merges(await approved());
    if (merged.outcome !== 'merged') throw new Error(`not merged: ${merged.outcome}`);
    await expect(
      desk.writer.query(
        'INSERT INTO ledger.operation SELECT revision, 1000, kind, type, fact_id, payload FROM ledger.operation WHERE revision = $1',
        [merged.revision],
      ),
    ).rejects.toMatchObject(refused);
  });
});

describe('a merge', () => {
  it('compares the operations with those that were reviewed', async () => {
    const changeset = await approved();
    const before = await published();
    await desk.owner.query(
      `UPDATE desk.operation SET payload = jsonb_set(payload, '{values,name}', '"Forged"') WHERE changeset_id = $1`,
      [changeset.id],
    );
    expect(await ben.merges(changeset)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'not-reviewed' }],
      changeset: { status: 'DRAFT' },
    });
    expect(await published()).toEqual(before);
  });

  it('needs another reviewer if the author has approved and the desk is no longer set to one person', async () => {
    const solo = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      await desk.owner.query("INSERT INTO desk.setting (name, value) VALUES ('solo', 'true')");
      try {
        return await work();
      } finally {
        await desk.owner.query("DELETE FROM desk.setting WHERE name = 'solo'");
      }
    };
    const changeset = await submitted();
    expect(await solo(() => ana.approves(changeset))).toMatchObject({ changeset: { status: 'APPROVED' } });
    expect(await ana.merges(changeset)).toMatchObject({
      outcome: 'closed',
      message: expect.stringContaining('Another editor must approve'),
    });
    expect(await solo(() => ana.merges(changeset))).toMatchObject({ outcome: 'merged' });
    const reviewed = await approved();
    expect(await ben.merges(reviewed)).toMatchObject({ outcome: 'merged' });
    const { rows } = await desk.owner.query(
      'SELECT approval FROM ledger.revision WHERE changeset_id = ANY ($1) ORDER BY number',
      [[changeset.id, reviewed.id]],
    );
    expect(rows).toEqual([{ approval: 'SOLO' }, { approval: 'PEER' }]);
  });
});
