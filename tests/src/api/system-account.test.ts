import { ensureSystemAccount } from '@chancery/api';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, openApi, openEmptyApi } from '../support/api.ts';

let api: Api;
let id: string;
beforeAll(async () => {
  api = await openApi();
  id = await ensureSystemAccount(api.desk.desk);
}, 60_000);
afterAll(() => api.close());

it('the system account is created only once', async () => {
  expect(await ensureSystemAccount(api.desk.desk)).toBe(id);
});

it('the system account cannot be used to sign in, even if it has a password', async () => {
  const email = 'system@chancery.invalid';
  expect((await api.signIn(email, 'whatever is guessed')).status).toBe(401);
  const { rows } = await api.desk.owner.query<{ password: string }>(
    'SELECT password FROM desk.account WHERE user_id = $1',
    [api.people.ADMIN.id],
  );
  await api.desk.owner.query(
    `INSERT INTO desk.account (id, account_id, provider_id, user_id, password, updated_at) VALUES ('planted', $1, 'credential', $1, $2, now())`,
    [id, rows[0]?.password],
  );
  const signedIn = await api.signIn(email, api.people.ADMIN.password);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ');
  const response = await fetch(`${api.url}/desk/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query: '{ me { id } }' }),
  });
  expect(await response.text()).not.toContain(id);
  await api.desk.owner.query("DELETE FROM desk.account WHERE id = 'planted'");
});

it('the system account cannot be seen or changed by an admin', async () => {
  const ask = api.as('ADMIN');
  const { data } = await ask('{ staff { id } }');
  expect(JSON.stringify(data)).not.toContain(`"${id}"`);
  const changed = await ask('mutation ($id: ID!) { changePerson(id: $id, role: ADMIN) { __typename } }', { id });
  expect(changed.data).toEqual({ changePerson: { __typename: 'NoSuchPerson' } });
  for (const mutation of ['createResetLink', 'resetSecondFactor']) {
    const reset = await ask(`mutation ($id: ID!) { ${mutation}(id: $id) { __typename } }`, { id });
    expect(reset.data).toEqual({ [mutation]: { __typename: 'NoSuchPerson' } });
  }
});

it('the system account is shown as the author of its changesets', async () => {
  const changeset = await ledger.openChangeset(api.desk.desk, {
    title: 'A correction',
    reason: 'It was wrong.',
    authorId: id,
  });
  const { data } = await api.as('EDITOR')('query ($id: ID!) { changeset(id: $id) { author { name role } } }', {
    id: changeset.id,
  });
  expect(data).toEqual({ changeset: { author: { name: 'Chancery (system)', role: 'ADMIN' } } });
});

it('the system account does not count as a user, so the first administrator can still be created', async () => {
  const empty = await openEmptyApi();
  try {
    await ensureSystemAccount(empty.desk.desk);
    expect(await empty.server.people.isEmpty()).toBe(true);
  } finally {
    await empty.close();
  }
});
