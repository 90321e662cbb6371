import { networkOf } from '@chancery/edge';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Api,
  attemptsAllowed,
  cookiesOf,
  forwardedFrom,
  makeSetUpToken,
  openApi,
  openEmptyApi,
} from '../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
}, 300_000);
afterAll(() => api.close());

const json = { 'content-type': 'application/json' };

interface Attempt {
  readonly email: string;
  readonly password?: string;
  /** The IP address of the client, which the admin server forwards. */
  readonly from?: string;
}

function attempt({ email, password = 'a wrong password', from = '192.0.2.1' }: Attempt): Promise<Response> {
  return fetch(`${api.url}/desk/auth/sign-in/email`, {
    method: 'POST',
    headers: { ...json, origin: api.settings.adminOrigin, ...forwardedFrom(from) },
    body: JSON.stringify({ email, password }),
  });
}

const forgetAttempts = () => api.desk.owner.query('DELETE FROM desk.sign_in_attempt');
const signOut = (cookie: string) =>
  fetch(`${api.url}/desk/auth/sign-out`, {
    method: 'POST',
    headers: { ...json, origin: api.settings.adminOrigin, cookie },
    body: '{}',
  });

describe('signing in', () => {
  it('sets an HttpOnly, SameSite cookie and sends no token in the body', async () => {
    const { email, password } = api.people.EDITOR;
    const response = await attempt({ email, password });
    const [cookie = '', ...others] = response.headers.getSetCookie();
    expect([response.status, others]).toEqual([200, []]);
    expect(cookie).toMatch(/^chancery\.session_token=[^;]+;/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; Max-Age=604800/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = await response.text();
    expect(Object.keys(JSON.parse(body))).toEqual(['user']);
    const token = decodeURIComponent(cookie.split(/[=;]/)[1] ?? '').split('.')[0] ?? '';
    expect(token.length).toBeGreaterThan(20);
    expect(body).not.toContain(token);
    expect(body).not.toMatch(/password/i);
  });

  it('gives the same response for a wrong password and an unknown user', async () => {
    await forgetAttempts();
    const [wrong, nobody] = [
      await attempt({ email: api.people.EDITOR.email }),
      await attempt({ email: 'no@example.org' }),
    ];
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await nobody.text());
    expect([...wrong.headers.getSetCookie(), ...nobody.headers.getSetCookie()]).toEqual([]);
  });

  it.each([
    ['invalid JSON', 'email=a'],
    ['no e-mail address', '{"email":"a","password":"b"}'],
    ['no password', '{"email":"a@example.org"}'],
    ['a list', '[]'],
    ['an object for a password', '{"email":"a@example.org","password":{"contains":""}}'],
  ])('with %s is answered with 400', async (_what, body) => {
    const headers = { ...json, origin: api.settings.adminOrigin };
    const response = await fetch(`${api.url}/desk/auth/sign-in/email`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('no other route of better-auth is exposed, such as sign-up', async () => {
    const paths = [
      'sign-up/email',
      'reset-password',
      'forget-password',
      'request-password-reset',
      'update-user',
      'list-sessions',
    ];
    for (const path of [
      ...paths,
      'change-email',
      'delete-user',
      'sign-in/social',
      'verify-email',
      'error',
      'ok',
      'admin/list-users',
    ]) {
      for (const method of ['GET', 'POST']) {
        const { cookie } = api.people.ADMIN;
        const response = await fetch(`${api.url}/desk/auth/${path}`, {
          method,
          headers: { ...json, cookie },
          ...(method === 'POST' ? { body: '{"email":"x@example.org","password":"long enough here","name":"X"}' } : {}),
        });
        expect([path, method, response.status]).toEqual([path, method, 404]);
      }
    }
  });

  it('a cookie is invalid after signing out', async () => {
    await forgetAttempts();
    const { email, password } = api.people.CONTRIBUTOR;
    const cookie = cookiesOf(await attempt({ email, password }));
    expect(await api.asNobody('{ me { email } }', {}, { cookie })).toMatchObject({ data: { me: { email } } });
    expect((await signOut(cookie)).status).toBe(200);
    expect(await api.asNobody('{ me { email } }', {}, { cookie })).toMatchObject({ status: 401 });
    expect(await api.people.CONTRIBUTOR.ask('{ me { email } }')).toMatchObject({ status: 200 });
  });

  it('altered, truncated and forged cookies are invalid', async () => {
    const { cookie } = api.people.ADMIN;
    const [token = ''] = cookie.split('.').slice(1);
    const forged = [
      cookie.slice(0, -4),
      cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      `x${cookie}`,
      `chancery.${token}`,
    ];
    for (const invalid of [...forged, 'chancery.session_token=', 'chancery.session_token=a.b'])
      expect(await api.asNobody('{ me { email } }', {}, { cookie: invalid })).toMatchObject({ status: 401 });
  });

  it('the cookie is Secure when the desk is served over https', async () => {
    const other = await openEmptyApi({ adminOrigin: 'https://register.example.org' });
    try {
      const password = 'a long password for once';
      await other.server.people.create({ name: 'Eva', email: 'eva@example.org', role: 'EDITOR', password });
      const response = await fetch(`${other.url}/desk/auth/sign-in/email`, {
        method: 'POST',
        headers: { ...json, origin: 'https://register.example.org' },
        body: JSON.stringify({ email: 'eva@example.org', password }),
      });
      expect(response.headers.getSetCookie().join()).toMatch(/^__Secure-chancery[^;]+;.*; Secure/i);
    } finally {
      await other.close();
    }
  });
});

describe('sign-in attempts are limited', () => {
  it('per account, across addresses and spellings of the e-mail address', async () => {
    await forgetAttempts();
    const { email, password } = api.people.EDITOR;
    const tries = Array.from({ length: attemptsAllowed }, (_, at) => ({
      email: at % 2 ? email.toUpperCase() : email,
      from: `192.0.2.${at + 1}`,
    }));
    for (const credentials of tries) expect((await attempt(credentials)).status).toBe(401);
    const refused = await attempt({ email, password, from: '203.0.113.9' });
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(14 * 60);
    expect(wait).toBeLessThanOrEqual(15 * 60);
    expect(refused.headers.getSetCookie()).toEqual([]);
  });

  it.each([
    ['IPv4 address', () => '198.51.100.7'],
    ['IPv6 network', (at: number) => `2001:db8:1:2:${at.toString(16)}::${at + 1}`],
    ['unknown address', (at: number) => `made up ${at}`],
  ])('per %s, across accounts', async (_whence, from) => {
    await forgetAttempts();
    for (let at = 0; at < attemptsAllowed; at += 1)
      expect((await attempt({ email: `guess${at}@example.org`, from: from(at) })).status).toBe(401);
    expect((await attempt({ email: 'another@example.org', from: from(77) })).status).toBe(429);
    expect((await attempt({ email: 'another@example.org', from: '198.51.100.99' })).status).toBe(401);
  });

  it('for concurrent attempts as for consecutive ones', async () => {
    await forgetAttempts();
    const answers = await Promise.all(
      Array.from({ length: 3 * attemptsAllowed }, (_, at) =>
        attempt({ email: 'many@example.org', from: `198.51.100.${at}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(attemptsAllowed);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2 * attemptsAllowed);
  });

  it('until 15 minutes have passed or the right password is given', async () => {
    await forgetAttempts();
    const { email, password } = api.people.ADMIN;
    for (let at = 1; at < attemptsAllowed; at += 1) await attempt({ email, from: `192.0.2.${at}` });
    expect((await attempt({ email, password })).status).toBe(200);
    for (let at = 0; at < attemptsAllowed; at += 1)
      expect((await attempt({ email, from: `192.0.2.${100 + at}` })).status).toBe(401);
    expect((await attempt({ email, password, from: '203.0.113.8' })).status).toBe(429);
    await api.desk.owner.query(`UPDATE desk.sign_in_attempt SET since = since - interval '15 minutes 1 second'`);
    expect((await attempt({ email, password, from: '203.0.113.8' })).status).toBe(200);
  });

  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['::ffff:203.0.113.5', '203.0.113.5'],
    ['2001:db8:0:1::9', '2001:db8:0:1::/64'],
    ['2001:0db8:0000:0001:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['elsewhere', 'unknown'],
  ])('%s belongs to the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('another site', () => {
  it('cannot use the desk or its sessions with the cookie of a signed-in user', async () => {
    await forgetAttempts();
    const { cookie, email, password } = api.people.ADMIN;
    for (const origin of ['https://elsewhere.example', 'null', `${api.settings.adminOrigin}.elsewhere.example`]) {
      const answer = await api.asNobody('mutation { setSolo(solo: true) { solo } }', {}, { cookie, origin });
      expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
      expect(answer.headers.get('access-control-allow-origin')).toBe(null);
      const headers = { ...json, origin, cookie };
      for (const path of ['sign-in/email', 'sign-out', 'change-password']) {
        const body = JSON.stringify({ email, password });
        expect((await fetch(`${api.url}/desk/auth/${path}`, { method: 'POST', headers, body })).status).toBe(403);
      }
    }
    expect(await api.people.ADMIN.ask('{ deskSettings { solo } me { email } }')).toMatchObject({
      data: { deskSettings: { solo: false }, me: { email } },
    });
  });

  it('cannot send a form to the desk or query it with a link', async () => {
    const { cookie } = api.people.ADMIN;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await fetch(`${api.url}/desk/graphql`, {
        method: 'POST',
        headers: { 'content-type': type, cookie },
        body: '{"query":"mutation { setSolo(solo: true) { solo } }"}',
      });
      expect([type, response.status]).toEqual([type, 415]);
    }
    const link = await fetch(`${api.url}/desk/graphql?query={me{email}}`, { headers: { cookie } });
    expect([link.status, link.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('responses of the desk are not cached', async () => {
    const { headers } = await api.people.ADMIN.ask('{ states { totalCount } me { email } }');
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
  });
});

describe('the link that creates the first administrator', () => {
  it('works once, for one of several concurrent requests, and not when there are users already', async () => {
    const empty = await openEmptyApi();
    const setUp = (token: string, body: Record<string, unknown> = {}) =>
      fetch(`${empty.url}/desk/set-up`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({
          token,
          name: 'Ada',
          email: 'ada@example.org',
          password: 'long enough to be one',
          ...body,
        }),
      });
    try {
      const old = await makeSetUpToken(empty.server.services.client);
      const token = await makeSetUpToken(empty.server.services.client);
      expect((await setUp(old)).status).toBe(403);
      expect((await setUp('')).status).toBe(403);
      expect((await setUp(token, { password: 'short' })).status).toBe(400);
      expect((await setUp(token, { token: { not: '' } })).status).toBe(400);
      const together = await Promise.all(
        ['a', 'b', 'c', 'd'].map((who) => setUp(token, { email: `${who}@example.org` })),
      );
      expect(together.map(({ status }) => status).sort()).toEqual([201, 403, 403, 403]);
      expect((await setUp(token)).status).toBe(403);
      expect((await setUp(await makeSetUpToken(empty.server.services.client))).status).toBe(403);
      expect((await empty.server.people.all()).map(({ role }) => role)).toEqual(['ADMIN']);
    } finally {
      await empty.close();
    }
  });
});

it('the log contains no passwords, cookies, e-mail addresses or variables', async () => {
  await api.people.EDITOR.ask('query ($secret: String) { states(filter: { name: { eq: $secret } }) { totalCount } }', {
    secret: 'a variable that is nobody’s business',
  });
  const log = JSON.stringify(api.log);
  expect(api.log.filter(({ msg }) => msg === 'operation').length).toBeGreaterThan(10);
  for (const { password, cookie, email } of Object.values(api.people)) {
    expect(log).not.toContain(password);
    expect(log).not.toContain(cookie.split('=')[1]?.slice(0, 20));
    expect(log).not.toContain(email);
  }
  expect(log).not.toMatch(/nobody’s business|a wrong password|postgres(ql)?:\/\//);
});
