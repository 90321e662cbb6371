// Sessions end with suspensions, resets and password changes, on every process, and never show their token.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Api,
  askAt,
  type ChanceryServer,
  cookiesOf,
  limits,
  makeLog,
  makeServer,
  openApi,
  type SignedInUser,
} from '../support/api.ts';

let api: Api;
/** A second process on the same database. */
let other: ChanceryServer;
let otherUrl: string;
beforeAll(async () => {
  api = await openApi();
  other = await makeServer(api.settings, makeLog('fatal'));
  otherUrl = await other.app.listen({ port: 0, host: '127.0.0.1' });
}, 300_000);
afterAll(async () => {
  await other.close();
  await api.close();
});

const forgetAttempts = () => api.desk.owner.query('DELETE FROM desk.sign_in_attempt');

function post(path: string, cookie: string, body: unknown): Promise<Response> {
  return fetch(`${api.url}/desk/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.settings.adminOrigin, cookie },
    body: JSON.stringify(body),
  });
}

/** Signs a user in once more and returns the cookie of the new session. */
async function signInAgain({ email, password }: Pick<SignedInUser, 'email' | 'password'>): Promise<string> {
  return cookiesOf(await api.signIn(email, password), /session/);
}

const statusAt = async (url: string, cookie: string) =>
  (await askAt(`${url}/desk/graphql`, { cookie })('{ me { id } }')).status;

const tokenOf = (cookie: string) => decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';

async function suspend({ id }: SignedInUser, suspended: boolean): Promise<void> {
  const { data } = await api.people.ADMIN.ask(
    `mutation { changePerson(id: "${id}", suspended: ${suspended}) { __typename } }`,
  );
  expect(data.changePerson).toEqual({ __typename: 'PersonChanged' });
}

describe('a suspended user', () => {
  it('loses all sessions at once on every process, and neither signs in nor changes the password', async () => {
    const guest = await api.createUser('Gaia', 'EDITOR');
    const second = await signInAgain(guest);
    for (const url of [api.url, otherUrl])
      for (const cookie of [guest.cookie, second]) expect(await statusAt(url, cookie)).toBe(200);
    await suspend(guest, true);
    for (const url of [api.url, otherUrl])
      for (const cookie of [guest.cookie, second]) expect(await statusAt(url, cookie)).toBe(401);
    const refused = await api.signIn(guest.email, guest.password);
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([403, []]);
    expect(await refused.json()).toEqual({
      code: 'FORBIDDEN',
      message: 'This account is suspended. Ask an admin of the desk.',
    });
    expect((await api.signIn(guest.email, 'a wrong password')).status).toBe(401);
    const change = { currentPassword: guest.password, newPassword: 'another long password' };
    expect((await post('/change-password', second, change)).status).toBe(401);
    await suspend(guest, false);
    expect(await statusAt(api.url, second)).toBe(401);
    expect((await api.signIn(guest.email, guest.password)).status).toBe(200);
  });

  it('gets no session from the database either, as when a sign-in and a suspension are concurrent', async () => {
    const guest = await api.createUser('Helle', 'EDITOR');
    await suspend(guest, true);
    await expect(
      api.desk.desk.query(`INSERT INTO desk.session (id, token, expires_at, user_id) VALUES ('s', 't', now(), $1)`, [
        guest.id,
      ]),
    ).rejects.toMatchObject({ code: '23514', message: expect.stringContaining('is suspended and gets no session') });
  });
});

describe('changing the own password', () => {
  it('takes the current one, ends all other sessions and keeps the present one', async () => {
    await forgetAttempts();
    const user = await api.createUser('Ilse', 'EDITOR');
    const second = await signInAgain(user);
    const newPassword = 'another long password';
    for (const body of [
      {},
      { newPassword },
      { currentPassword: 'a wrong password', newPassword },
      { currentPassword: user.password, newPassword: 'short' },
      { currentPassword: user.password, newPassword: { length: 20 } },
    ])
      expect((await post('/change-password', user.cookie, body)).status).toBe(400);
    expect((await api.signIn(user.email, newPassword)).status).toBe(401);
    expect((await api.signIn(user.email, user.password)).status).toBe(200);
    expect(await statusAt(otherUrl, second)).toBe(200);
    const changed = await post('/change-password', user.cookie, { currentPassword: user.password, newPassword });
    expect([changed.status, await changed.json()]).toEqual([200, { endedSessions: 2 }]);
    expect(await statusAt(api.url, user.cookie)).toBe(200);
    for (const url of [api.url, otherUrl]) expect(await statusAt(url, second)).toBe(401);
    expect((await api.signIn(user.email, user.password)).status).toBe(401);
    expect((await api.signIn(user.email, newPassword)).status).toBe(200);
  });

  it('is delayed by wrong passwords, which count for signing in too', async () => {
    await forgetAttempts();
    const user = await api.createUser('Jana', 'EDITOR');
    const guess = () =>
      post('/change-password', user.cookie, { currentPassword: 'a guess', newPassword: 'another long password' });
    for (let at = 0; at < limits.passwordFailures.pair.free; at += 1) expect((await guess()).status).toBe(400);
    await api.desk.owner.query(
      `UPDATE desk.sign_in_attempt SET failures = failures + 6, last_failure_at = clock_timestamp() WHERE key LIKE 'pair:%'`,
    );
    const refused = await guess();
    expect([refused.status, await refused.json()]).toEqual([
      429,
      { code: 'TOO_MANY_ATTEMPTS', message: expect.stringContaining('Try again in') },
    ]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(30);
    expect((await api.signIn(user.email, user.password)).status).toBe(429);
    await forgetAttempts();
  });

  it('cannot be replaced by a link: an admin creates links for others only', async () => {
    const { ADMIN } = api.people;
    const { errors } = await ADMIN.ask(`mutation { createResetLink(id: "${ADMIN.id}") { __typename } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await statusAt(api.url, ADMIN.cookie)).toBe(200);
  });

  it('by a reset link ends all sessions on every process', async () => {
    const user = await api.createUser('Karin', 'EDITOR');
    const { data } = await api.people.ADMIN.ask(
      `mutation { createResetLink(id: "${user.id}") { ... on PasswordLink { url } } }`,
    );
    const { url: link } = data.createResetLink as unknown as { url: string };
    for (const url of [api.url, otherUrl]) expect(await statusAt(url, user.cookie)).toBe(200);
    const body = { token: link.split('#')[1], newPassword: 'another long password' };
    expect((await post('/set-password', '', body)).status).toBe(200);
    for (const url of [api.url, otherUrl]) expect(await statusAt(url, user.cookie)).toBe(401);
  });
});

describe('the token of a session', () => {
  it('is in no body that the routes send', async () => {
    await forgetAttempts();
    const user = await api.createUser('Lene', 'CONTRIBUTOR');
    const session = await fetch(`${api.url}/desk/auth/get-session`, { headers: { cookie: user.cookie } });
    const { id, email } = user;
    const text = await session.text();
    expect(JSON.parse(text)).toEqual({
      user: { id, email, name: 'Lene', role: 'CONTRIBUTOR', secondFactor: 'OFF' },
      session: { expiresAt: expect.any(String) },
    });
    expect(session.headers.get('cache-control')).toBe('no-store');
    const newPassword = 'another long password';
    const bodies = [
      text,
      await (await api.signIn(user.email, user.password)).text(),
      await (await post('/change-password', user.cookie, { currentPassword: user.password, newPassword })).text(),
      await (await post('/sign-out', user.cookie, {})).text(),
    ];
    const { rows } = await api.desk.owner.query<{ token: string }>('SELECT token FROM desk.session');
    for (const token of [tokenOf(user.cookie), ...rows.map((row) => row.token)]) {
      expect(token.length).toBeGreaterThan(20);
      for (const body of bodies) expect(body).not.toContain(token);
    }
    expect(await (await fetch(`${api.url}/desk/auth/get-session`, { headers: { cookie: user.cookie } })).text()).toBe(
      'null',
    );
  });
});
