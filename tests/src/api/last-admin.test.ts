// A desk keeps an administrator, however many requests remove one at the same time.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, openApi, type SignedInUser } from '../support/api.ts';

let api: Api;
let dana: SignedInUser;
let erik: SignedInUser;
beforeAll(async () => {
  api = await openApi();
  dana = api.people.ADMIN;
  erik = await api.createUser('Erik', 'ADMIN');
}, 60_000);
afterAll(() => api.close());

const activeAdmins = async () =>
  (await api.desk.owner.query(`SELECT FROM desk."user" WHERE role = 'ADMIN' AND NOT suspended`)).rowCount;
const restore = () =>
  api.desk.owner.query(
    `INSERT INTO desk."user" (id, name, email, role) SELECT id, id, id, 'ADMIN' FROM unnest($1::text[]) given (id)
     ON CONFLICT (id) DO UPDATE SET role = 'ADMIN', suspended = false`,
    [[dana.id, erik.id]],
  );

it('two administrators who demote each other at once leave one, 20 times', async () => {
  const demote = (by: SignedInUser, { id }: SignedInUser) =>
    by.ask('mutation ($id: ID!) { changePerson(id: $id, role: EDITOR) { __typename } }', { id });
  for (let round = 0; round < 20; round += 1) {
    await restore();
    await Promise.all([demote(dana, erik), demote(erik, dana)]);
    expect(await activeAdmins()).toBe(1);
  }
}, 120_000);

it('suspensions and demotions at the same time leave one, 20 times', async () => {
  const { people } = api.server;
  for (let round = 0; round < 20; round += 1) {
    await restore();
    const changed = await Promise.all([
      people.change(dana.id, { suspended: true }),
      people.change(erik.id, round % 2 === 0 ? { suspended: true } : { role: 'CONTRIBUTOR' }),
    ]);
    expect(changed.filter((outcome) => outcome === 'last-admin')).toHaveLength(1);
    expect(await activeAdmins()).toBe(1);
  }
}, 120_000);

const removals = [
  `UPDATE desk."user" SET role = 'EDITOR' WHERE id = $1`,
  `UPDATE desk."user" SET suspended = true WHERE id = $1`,
  `DELETE FROM desk."user" WHERE id = $1`,
];
it.each(removals.flatMap((first) => removals.map((second) => [first, second] as const)))(
  'Postgres refuses the second of “%s” and “%s” in two transactions of the login of the desk',
  async (first, second) => {
    await restore();
    const [one, two] = [await api.desk.desk.connect(), await api.desk.desk.connect()];
    try {
      await one.query('BEGIN');
      await two.query('BEGIN');
      await one.query(first, [erik.id]);
      const secondEnded = two.query(second, [dana.id]).then(
        () => 'accepted',
        (error: { constraint?: string }) => error.constraint,
      );
      await one.query('COMMIT');
      expect(await secondEnded).toBe('user_last_admin');
    } finally {
      await two.query('ROLLBACK');
      one.release();
      two.release();
    }
  },
);

it('one statement cannot remove all administrators', async () => {
  await restore();
  await expect(
    api.desk.desk.query(`UPDATE desk."user" SET role = 'EDITOR' WHERE role = 'ADMIN'`),
  ).rejects.toMatchObject({ constraint: 'user_last_admin' });
  expect(await activeAdmins()).toBe(2);
});
