import { networkOf } from '@chancery/edge';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, cookiesOf, forwardedFrom, limits, makeSetUpToken, openApi, openEmptyApi } from '../support/api.ts';

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
  /** The cookie of a device on which the account was signed in to before. */
  readonly device?: string;
}

function attempt({ email, password = 'a wrong password', from = '192.0.2.1', device }: Attempt): Promise<Response> {
  return fetch(`${api.url}/desk/auth/sign-in/email`, {
    method: 'POST',
    headers: {
      ...{ ...json, origin: api.settings.adminOrigin, ...forwardedFrom(from) },
      ...(device === undefined ? {} : { cookie: device }),
    },
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
    const [cookie = '', device = '', ...others] = response.headers.getSetCookie();
    expect([response.status, others]).toEqual([200, []]);
    expect(device).toMatch(/^chancery\.device=[^;]+; Max-Age=31536000; Path=\/desk\/auth; HttpOnly; SameSite=Lax$/);
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

describe('wrong passwords delay further attempts', () => {
  const { pair, account, address } = limits.passwordFailures;
  const statusOf = async (given: Attempt) => (await attempt(given)).status;
  /** Sets the number of failures of the counts whose key begins with `prefix`, and how long ago the last one was. */
  const setFailures = (prefix: string, failures: number, secondsAgo = 0) =>
    api.desk.owner.query(
      `UPDATE desk.sign_in_attempt SET failures = $2, last_failure_at = clock_timestamp() - make_interval(secs => $3)
       WHERE key LIKE $1 || '%'`,
      [prefix, failures, secondsAgo],
    );
  const waitOf = async (given: Attempt) => {
    const refused = await attempt(given);
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([429, []]);
    expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    return Number(refused.headers.get('retry-after'));
  };
  const addressOf = (at: number) => `198.51.${100 + Math.floor(at / 250)}.${at % 250}`;

  it('of the same account from the same address, in any spelling, even with the right password', async () => {
    await forgetAttempts();
    const { email, password } = api.people.EDITOR;
    for (let at = 0; at < pair.free; at += 1)
      expect(await statusOf({ email: at % 2 ? email.toUpperCase() : email })).toBe(401);
    await setFailures('pair:', pair.free + 3);
    const wait = await waitOf({ email, password });
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(8);
    expect(await statusOf({ email: api.people.ADMIN.email, password: api.people.ADMIN.password })).toBe(200);
  });

  it('by a time that doubles with each failure, up to a limit, and is forgotten', async () => {
    await forgetAttempts();
    const { email, password } = api.people.EDITOR;
    expect(await statusOf({ email })).toBe(401);
    for (const [failures, longest] of [
      [pair.free + 6, 64],
      [pair.free + 7, 128],
      [pair.free + 60, pair.longest],
    ] as const) {
      await setFailures('pair:', failures);
      const wait = await waitOf({ email, password });
      expect(wait).toBeGreaterThan(longest / 2);
      expect(wait).toBeLessThanOrEqual(longest);
    }
    await setFailures('pair:', pair.free + 60, limits.passwordFailures.forgetAfter + 1);
    expect(await statusOf({ email })).toBe(401);
    const { rows } = await api.desk.owner.query(`SELECT failures FROM desk.sign_in_attempt WHERE key LIKE 'pair:%'`);
    expect(rows).toEqual([{ failures: 1 }]);
  });

  it('but ten from elsewhere do not keep the owner out, on whatever device', async () => {
    await forgetAttempts();
    const { email, password } = api.people.EDITOR;
    for (let at = 0; at < 10; at += 1) await attempt({ email, from: '203.0.113.66' });
    for (let at = 0; at < 10; at += 1) await attempt({ email, from: addressOf(at) });
    expect(await statusOf({ email, password, from: '203.0.113.9' })).toBe(200);
  });

  it('and more of them delay unknown devices, less, and known devices not at all', async () => {
    await forgetAttempts();
    const { email, password } = api.people.EDITOR;
    const device = cookiesOf(await attempt({ email, password }), /device/);
    await attempt({ email, from: '203.0.113.66' });
    await setFailures('account:', account.free + 30);
    const wait = await waitOf({ email, password, from: '203.0.113.9' });
    expect(wait).toBeLessThanOrEqual(account.longest);
    expect(await statusOf({ email, password, from: '203.0.113.9', device })).toBe(200);
    // The address of the guesses itself, as behind a shared router.
    await setFailures('pair:', pair.free + 30);
    expect(await statusOf({ email, password, from: '203.0.113.66', device })).toBe(200);
  });

  it('of a known device count for it, and its cookie is of no use for another account or when altered', async () => {
    await forgetAttempts();
    const { email, password } = api.people.EDITOR;
    const device = cookiesOf(await attempt({ email, password }), /device/);
    expect(await statusOf({ email, device })).toBe(401);
    await setFailures('device:', pair.free + 5);
    expect(await waitOf({ email, password, device })).toBeGreaterThan(16);
    expect(await statusOf({ email, password })).toBe(200);
    const other = api.people.ADMIN.email;
    await attempt({ email: other, device });
    await attempt({ email, device: `${device.slice(0, -2)}xx` });
    const { rows } = await api.desk.owner.query(
      `SELECT key FROM desk.sign_in_attempt WHERE key LIKE 'pair:%' ORDER BY 1`,
    );
    expect(rows).toEqual([email, other].sort().map((who) => ({ key: `pair:192.0.2.1 ${who}` })));
  });

  it.each([
    ['IPv4 address', () => '198.51.100.7'],
    ['IPv6 network', (at: number) => `2001:db8:1:2:${at.toString(16)}::${at + 1}`],
    ['unknown address', (at: number) => `made up ${at}`],
  ])('per %s, across accounts', async (_whence, from) => {
    await forgetAttempts();
    for (let at = 0; at < 3; at += 1)
      expect(await statusOf({ email: `guess${at}@example.org`, from: from(at) })).toBe(401);
    await setFailures('address:', address.free + 30);
    expect(await waitOf({ email: 'another@example.org', from: from(77) })).toBeGreaterThan(address.longest / 2);
    expect(await statusOf({ email: 'another@example.org', from: '198.51.100.99' })).toBe(401);
  });

  it('for concurrent attempts as for consecutive ones', async () => {
    await forgetAttempts();
    await attempt({ email: 'many@example.org' });
    // The delay of these failures has passed; one more delays the next attempt by more than a minute.
    await setFailures('pair:', pair.free + 6, 65);
    const statuses = await Promise.all(Array.from({ length: 30 }, () => statusOf({ email: 'many@example.org' })));
    expect(statuses.filter((status) => status === 401)).toHaveLength(1);
    expect(statuses.filter((status) => status === 429)).toHaveLength(29);
  });

  it('not reset by requests that better-auth refuses unheard, for a missing origin', async () => {
    await forgetAttempts();
    const { email } = api.people.EDITOR;
    expect(await statusOf({ email })).toBe(401);
    const unheard = await fetch(`${api.url}/desk/auth/sign-in/email`, {
      method: 'POST',
      headers: { ...json, ...forwardedFrom('192.0.2.1'), cookie: 'any=cookie' },
      body: JSON.stringify({ email, password: 'a wrong password' }),
    });
    expect(unheard.status).toBe(403);
    const { rows } = await api.desk.owner.query(`SELECT failures FROM desk.sign_in_attempt WHERE key LIKE 'pair:%'`);
    expect(rows).toEqual([{ failures: 2 }]);
  });

  it('while right passwords do not count: twenty at once are all accepted', async () => {
    await forgetAttempts();
    const { email, password } = api.people.EDITOR;
    const statuses = await Promise.all(Array.from({ length: 20 }, () => statusOf({ email, password })));
    expect(statuses).toEqual(Array.from({ length: 20 }, () => 200));
    const { rows } = await api.desk.owner.query('SELECT key FROM desk.sign_in_attempt');
    expect(rows).toEqual([]);
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
