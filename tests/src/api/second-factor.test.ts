// The second factor: codes of an authenticator app and recovery codes, which sign in once each.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Api, askAt, cookiesOf, limits, openApi, type SignedInUser } from '../support/api.ts';
import { entriesOf } from '../support/audit.ts';
import { totpOf } from '../support/totp.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
}, 300_000);
afterAll(() => api.close());
// A code works once in its time: without this, each test would have to wait for the next code.
beforeEach(() => forgetCodes());

const forgetCodes = () =>
  api.desk.owner.query(
    `WITH d AS (DELETE FROM desk.sign_in_attempt) DELETE FROM desk.verification WHERE identifier LIKE 'used-code %'`,
  );

function post(path: string, cookie: string, body: unknown): Promise<Response> {
  return fetch(`${api.url}/desk/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.settings.adminOrigin, cookie },
    body: JSON.stringify(body),
  });
}

const statusWith = async (cookie: string) =>
  (await askAt(`${api.url}/desk/graphql`, { cookie })('{ me { id } }')).status;

/** A user with a second factor. */
interface Protected extends SignedInUser {
  /** The address that the authenticator app has read. */
  readonly uri: string;
  readonly recoveryCodes: readonly string[];
}

/** Creates a user who turns a second factor on. */
async function createProtected(name: string, role: 'EDITOR' | 'ADMIN' = 'EDITOR'): Promise<Protected> {
  const user = await api.createUser(name, role);
  const started = await post('/second-factor/start', user.cookie, { password: user.password });
  const { uri } = (await started.json()) as { uri: string };
  const confirmed = await post('/second-factor/confirm', user.cookie, { code: totpOf(uri) });
  const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
  const cookie = cookiesOf(confirmed, /session/);
  await forgetCodes();
  return { ...user, cookie, ask: askAt(`${api.url}/desk/graphql`, { cookie }), uri, recoveryCodes };
}

/** Gives the right password and returns the cookie with which the code is given. */
async function beginSignIn({ email, password }: SignedInUser): Promise<string> {
  const response = await api.signIn(email, password);
  expect([response.status, await response.json()]).toEqual([200, { isSecondFactorNeeded: true }]);
  return cookiesOf(response, /two_factor/);
}

const verify = (cookie: string, code: string) => post('/second-factor/verify', cookie, { code });

describe('turning a second factor on', () => {
  it('takes the password and a code of the app, ends other sessions and shows recovery codes', async () => {
    const user = await api.createUser('Nils', 'EDITOR');
    const other = cookiesOf(await api.signIn(user.email, user.password), /session/);
    for (const body of [{}, { password: 'a wrong password' }, { password: 1 }])
      expect((await post('/second-factor/start', user.cookie, body)).status).toBe(400);
    expect((await post('/second-factor/start', '', { password: user.password })).status).toBe(401);
    const started = await post('/second-factor/start', user.cookie, { password: user.password });
    const body = (await started.json()) as { uri: string };
    expect([started.status, Object.keys(body)]).toEqual([200, ['uri']]);
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/Chancery:nils%40example\.org\?secret=[A-Z2-7]+&issuer=Chancery/);
    // Not on yet: a password alone still signs in.
    expect((await (await api.signIn(user.email, user.password)).json()) as object).toHaveProperty('user');
    expect((await post('/second-factor/confirm', user.cookie, { code: totpOf(body.uri, 5) })).status).toBe(400);
    const confirmed = await post('/second-factor/confirm', user.cookie, { code: ` ${totpOf(body.uri)} ` });
    expect(confirmed.status).toBe(200);
    const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    const session = cookiesOf(confirmed, /session/);
    expect([await statusWith(session), await statusWith(user.cookie), await statusWith(other)]).toEqual([
      200, 401, 401,
    ]);
    const me = await askAt(`${api.url}/desk/graphql`, { cookie: session })('{ me { secondFactor } }');
    expect(me.data).toEqual({ me: { secondFactor: 'ON' } });
    for (const path of ['/second-factor/start', '/second-factor/confirm']) {
      const again = await post(path, session, { password: user.password, code: totpOf(body.uri) });
      expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('is on already')]);
    }
  });
});

describe('signing in with a second factor', () => {
  it('gives no session for the password alone', async () => {
    const user = await createProtected('Oda');
    const response = await api.signIn(user.email, user.password);
    const tokens = response.headers.getSetCookie().filter((cookie) => /session_token=[^;]/.test(cookie));
    const last = response.headers.getSetCookie().findLast((cookie) => cookie.includes('session_token'));
    expect(last).toMatch(/session_token=;/);
    for (const cookie of tokens) expect(await statusWith(cookie.split(';')[0] ?? '')).toBe(401);
    expect(response.headers.getSetCookie().join()).not.toContain('device');
    expect(await statusWith(cookiesOf(response, /two_factor/))).toBe(401);
  });

  it('takes a code of the app, once', async () => {
    const user = await createProtected('Petra');
    const code = totpOf(user.uri);
    const cookie = await beginSignIn(user);
    const other = await beginSignIn(user);
    const signedIn = await verify(cookie, code);
    const { id, email, role } = user;
    expect([signedIn.status, await signedIn.json()]).toEqual([200, { user: { id, name: 'Petra', email, role } }]);
    expect(await statusWith(cookiesOf(signedIn, /session/))).toBe(200);
    expect(cookiesOf(signedIn)).toContain('chancery.device=');
    const replayed = await verify(other, code);
    expect([replayed.status, await replayed.json()]).toEqual([
      401,
      { code: 'UNAUTHENTICATED', message: expect.stringContaining('was given before') },
    ]);
    expect(await (await verify(cookie, totpOf(user.uri, 1))).json()).toMatchObject({ code: 'SIGN_IN_EXPIRED' });
    expect((await verify(other, totpOf(user.uri, 1))).status).toBe(200);
  });

  it('gives one session for a code that is sent many times at once', async () => {
    const user = await createProtected('Rike');
    const cookies = [await beginSignIn(user), await beginSignIn(user), await beginSignIn(user)];
    const code = totpOf(user.uri);
    const statuses = await Promise.all(
      [...cookies, ...cookies].map(async (cookie) => (await verify(cookie, code)).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  it('takes each recovery code once, in any case, and new ones replace them', async () => {
    const user = await createProtected('Svea');
    const [first = '', second = ''] = user.recoveryCodes;
    expect((await verify(await beginSignIn(user), ` ${first.toUpperCase()}`)).status).toBe(200);
    expect((await verify(await beginSignIn(user), first)).status).toBe(401);
    const refused = await post('/second-factor/recovery-codes', user.cookie, { password: 'a wrong password' });
    expect(refused.status).toBe(400);
    const replaced = await post('/second-factor/recovery-codes', user.cookie, { password: user.password });
    const { recoveryCodes } = (await replaced.json()) as { recoveryCodes: string[] };
    expect(recoveryCodes).toHaveLength(10);
    expect((await verify(await beginSignIn(user), second)).status).toBe(401);
    expect((await verify(await beginSignIn(user), recoveryCodes[0] ?? '')).status).toBe(200);
  });

  it('is delayed by wrong codes, whichever sign-in and address they come from', async () => {
    const user = await createProtected('Thea');
    const wrong = totpOf(user.uri, 9);
    for (let at = 0; at < limits.passwordFailures.pair.free; at += 1)
      expect((await verify(await beginSignIn(user), wrong)).status).toBe(401);
    await api.desk.owner.query(
      `UPDATE desk.sign_in_attempt SET failures = failures + 6, last_failure_at = clock_timestamp() WHERE key LIKE 'code:%'`,
    );
    const refused = await verify(await beginSignIn(user), totpOf(user.uri));
    expect([refused.status, Number(refused.headers.get('retry-after')) > 30]).toEqual([429, true]);
  });

  it('ends after five wrong codes, without resetting the delay', async () => {
    const user = await createProtected('Unni');
    const cookie = await beginSignIn(user);
    const failures = async () => {
      const { rows } = await api.desk.owner.query(`SELECT failures FROM desk.sign_in_attempt WHERE key LIKE 'code:%'`);
      await api.desk.owner.query(`UPDATE desk.sign_in_attempt SET last_failure_at = now() - interval '30 minutes'`);
      return rows[0]?.failures;
    };
    const answers: unknown[] = [];
    for (let at = 0; at < 6; at += 1) {
      const answer = await verify(cookie, `wrong-${at}`);
      answers.push([((await answer.json()) as { code: string }).code, await failures()]);
    }
    expect(answers).toEqual([...[1, 2, 3, 4, 5].map((count) => ['UNAUTHENTICATED', count]), ['SIGN_IN_EXPIRED', 6]]);
    expect(await (await verify(cookie, totpOf(user.uri))).json()).toMatchObject({ code: 'SIGN_IN_EXPIRED' });
  });

  it('is not possible without the cookie of the password, or with that of another user', async () => {
    const [user, other] = [await createProtected('Vigdis'), await createProtected('Wiebke')];
    for (const cookie of ['', 'chancery.two_factor=a.b', user.cookie, other.cookie])
      expect((await verify(cookie, totpOf(user.uri))).status).toBe(401);
    await forgetCodes();
    const cookie = await beginSignIn(user);
    // A session of another user does not count as the answer to this sign-in.
    expect((await verify(`${cookie}; ${other.cookie}`, totpOf(other.uri))).status).toBe(401);
    expect((await verify(cookie.replace(/.$/, 'x'), totpOf(user.uri))).status).toBe(401);
    await forgetCodes();
    expect((await verify(`${cookie}; ${other.cookie}`, totpOf(user.uri))).status).toBe(200);
  });

  it('is refused to users who were suspended meanwhile', async () => {
    const user = await createProtected('Xenia');
    const cookie = await beginSignIn(user);
    await api.people.ADMIN.ask(`mutation { changePerson(id: "${user.id}", suspended: true) { __typename } }`);
    const refused = await verify(cookie, totpOf(user.uri));
    expect([refused.status, refused.headers.getSetCookie().join()]).toEqual([403, '']);
  });

  it('stays necessary after a reset link', async () => {
    const user = await createProtected('Ylva');
    const { data } = await api.people.ADMIN.ask(
      `mutation { createResetLink(id: "${user.id}") { ... on PasswordLink { url } } }`,
    );
    const token = (data.createResetLink as unknown as { url: string }).url.split('#')[1];
    const begun = await beginSignIn(user);
    expect((await post('/set-password', '', { token, newPassword: user.password })).status).toBe(200);
    // A sign-in that has begun with the earlier password does not go on.
    expect(await (await verify(begun, totpOf(user.uri))).json()).toMatchObject({ code: 'SIGN_IN_EXPIRED' });
    expect((await verify(await beginSignIn(user), totpOf(user.uri))).status).toBe(200);
  });
});

describe('turning a second factor off', () => {
  it('takes the password, and ends other sessions', async () => {
    const user = await createProtected('Zita');
    const other = cookiesOf(await verify(await beginSignIn(user), totpOf(user.uri)), /session/);
    expect((await post('/second-factor/turn-off', user.cookie, { password: 'a wrong password' })).status).toBe(400);
    await beginSignIn(user);
    expect([await statusWith(user.cookie), await statusWith(other)]).toEqual([200, 200]);
    expect((await post('/second-factor/turn-off', user.cookie, { password: user.password })).status).toBe(200);
    expect([await statusWith(user.cookie), await statusWith(other)]).toEqual([200, 401]);
    expect(await (await api.signIn(user.email, user.password)).json()).toHaveProperty('user');
    const { rows } = await api.desk.owner.query('SELECT FROM desk.two_factor WHERE user_id = $1', [user.id]);
    expect(rows).toEqual([]);
  });

  it('can be done by an admin for others, which ends their sessions', async () => {
    const user = await createProtected('Asta');
    const { data } = await api.people.ADMIN.ask(
      `mutation { resetSecondFactor(id: "${user.id}") { ... on PersonChanged { person { hasSecondFactor } } } }`,
    );
    expect(data.resetSecondFactor).toEqual({ person: { hasSecondFactor: false } });
    expect(await statusWith(user.cookie)).toBe(401);
    expect(await (await api.signIn(user.email, user.password)).json()).toHaveProperty('user');
    const { ADMIN } = api.people;
    const { errors } = await ADMIN.ask(`mutation { resetSecondFactor(id: "${ADMIN.id}") { __typename } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('when the desk requires a second factor of admins', () => {
  const require = (ask: SignedInUser['ask'], required: boolean) =>
    ask(`mutation { setSecondFactorForAdmins(required: ${required}) { secondFactorForAdmins } }`);

  it('only an admin who has one can require it', async () => {
    const { errors } = await require(api.people.ADMIN.ask, true);
    expect(errors).toMatchObject([{ message: expect.stringContaining('Turn on your own second factor first') }]);
  });

  it('admins without one have the permissions of editors until they turn it on', async () => {
    const { ADMIN } = api.people;
    const admin = await createProtected('Birte', 'ADMIN');
    expect((await require(admin.ask, true)).data).toEqual({
      setSecondFactorForAdmins: { secondFactorForAdmins: true },
    });
    try {
      expect((await ADMIN.ask('{ me { role secondFactor } }')).data).toEqual({
        me: { role: 'EDITOR', secondFactor: 'REQUIRED' },
      });
      for (const field of [
        '{ staff { id } }',
        '{ auditEntries { endCursor } }',
        'mutation { setSolo(solo: false) { solo } }',
      ])
        expect((await ADMIN.ask(field)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect((await admin.ask('{ staff { id } }')).errors).toEqual([]);
      const kept = await post('/second-factor/turn-off', admin.cookie, { password: admin.password });
      expect([kept.status, await kept.json()]).toEqual([
        403,
        { code: 'FORBIDDEN', message: 'The desk requires a second factor of admins, so it cannot be turned off.' },
      ]);
      const late = await createProtected('Carin', 'ADMIN');
      expect((await late.ask('{ staff { id } }')).errors).toEqual([]);
    } finally {
      await require(admin.ask, false);
    }
    expect((await ADMIN.ask('{ me { role secondFactor } }')).data).toEqual({
      me: { role: 'ADMIN', secondFactor: 'OFF' },
    });
  });
});

describe('the audit trail', () => {
  it('says who turned a second factor on and off, used it, failed, and reset it', async () => {
    const user = await api.createUser('Dagny', 'EDITOR');
    const person = { id: user.id };
    let protectedUser: Protected | undefined;
    const entries = await entriesOf(api, async () => {
      protectedUser = await createProtected('Ebba');
      const cookie = await beginSignIn(protectedUser);
      await verify(cookie, 'a-wrong-code');
      await verify(cookie, protectedUser.recoveryCodes[3] ?? '');
      await post('/second-factor/recovery-codes', protectedUser.cookie, { password: protectedUser.password });
      await post('/second-factor/turn-off', protectedUser.cookie, { password: 'a wrong password' });
      await post('/second-factor/turn-off', protectedUser.cookie, { password: protectedUser.password });
      await post('/second-factor/start', user.cookie, { password: user.password });
      await post('/second-factor/confirm', user.cookie, { code: '000000' });
    });
    const own = { person: { id: protectedUser?.id }, object: { type: 'PERSON', label: 'Ebba' }, address: '127.0.0.1' };
    const account = { type: 'ACCOUNT', id: protectedUser?.id, label: 'ebba@example.org' };
    expect(entries).toMatchObject([
      { kind: 'SIGNED_IN' },
      { kind: 'SECOND_FACTOR_ON', ...own },
      { kind: 'SECOND_FACTOR_ASKED', person: null, object: account },
      { kind: 'SIGN_IN_FAILED', person: null, object: account, reason: 'WRONG_CODE' },
      { kind: 'SIGNED_IN', ...own, after: { knownDevice: false, secondFactor: 'RECOVERY_CODE' } },
      { kind: 'RECOVERY_CODES_REPLACED', ...own },
      { kind: 'SECOND_FACTOR_FAILED', ...own, reason: 'WRONG_PASSWORD' },
      { kind: 'SECOND_FACTOR_OFF', ...own, after: { endedSessions: 1 } },
      { kind: 'SECOND_FACTOR_FAILED', person, reason: 'WRONG_CODE' },
    ]);
  });

  it('and the session contain neither the secret nor recovery codes, which are encrypted in the database', async () => {
    const user = await createProtected('Frida');
    const secret = new URL(user.uri).searchParams.get('secret') ?? '';
    const session = await (
      await fetch(`${api.url}/desk/auth/get-session`, { headers: { cookie: user.cookie } })
    ).text();
    const { rows } = await api.desk.owner.query<{ row: string }>(
      `SELECT e::text AS row FROM desk.audit_entry e UNION ALL SELECT f::text FROM desk.two_factor f`,
    );
    const { rows: encrypted } = await api.desk.owner.query<{ secret: string; backup_codes: string }>(
      'SELECT secret, backup_codes FROM desk.two_factor',
    );
    const stored = rows.map(({ row }) => row).join('\n');
    const told = session + JSON.stringify(api.log);
    expect(secret.length).toBeGreaterThan(30);
    for (const text of [secret, ...user.recoveryCodes]) {
      expect(stored).not.toContain(text);
      expect(told).not.toContain(text);
    }
    expect(encrypted.length).toBeGreaterThan(0);
    for (const { secret: cipher, backup_codes } of encrypted) {
      expect(told).not.toContain(cipher);
      expect(told).not.toContain(backup_codes);
    }
    expect(JSON.parse(session)).toMatchObject({ user: { secondFactor: 'ON' } });
  });

  it.each(['/two-factor/enable', '/two-factor/verify-totp', '/two-factor/get-totp-uri', '/two-factor/disable'])(
    'the route %s of better-auth cannot be reached',
    async (path) => {
      const user = await createProtected(`Gerd${path.length}`);
      expect((await post(path, user.cookie, { password: user.password, code: totpOf(user.uri) })).status).toBe(404);
    },
  );
});
