// Invitations and reset links: they work once, for a time, and are shown once or sent by mail.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, openApi } from '../support/api.ts';
import { entriesOf } from '../support/audit.ts';
import { type MailServer, openMailServer } from '../support/mail-server.ts';

interface Link {
  readonly person: { readonly id: string };
  readonly url: string | null;
  readonly sentTo: string | null;
  readonly mailError: string | null;
  readonly expiresAt: string;
}

const fields = '{ ... on PasswordLink { person { id } url sentTo mailError expiresAt } }';

async function invite({ people }: Api, name: string): Promise<Link> {
  const email = `${name.toLowerCase()}@example.org`;
  const { data } = await people.ADMIN.ask(
    `mutation { hirePerson(name: "${name}", email: "${email}", role: EDITOR) ${fields} }`,
  );
  return data.hirePerson as unknown as Link;
}

async function resetLink({ people }: Api, id: string): Promise<Link> {
  const { data } = await people.ADMIN.ask(`mutation { createResetLink(id: "${id}") ${fields} }`);
  return data.createResetLink as unknown as Link;
}

const tokenOf = (url: string | null) => url?.split('#')[1] ?? '';

async function setPassword(api: Api, token: string, newPassword: unknown = 'a password of my own') {
  const response = await fetch(`${api.url}/desk/auth/set-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.settings.adminOrigin },
    body: JSON.stringify({ token, newPassword }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const invalid = {
  status: 403,
  body: {
    code: 'FORBIDDEN',
    message:
      'This link is incomplete, or it has expired, been used or been replaced. Ask an admin of the desk for a new one.',
  },
};

describe('without a mail server', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi();
  }, 300_000);
  afterAll(() => api.close());

  it('an invitation is shown to the admin and works once, also for requests at the same time', async () => {
    const link = await invite(api, 'Nora');
    expect(link).toMatchObject({ sentTo: null, mailError: null });
    expect(link.url).toMatch(/^http:\/\/localhost:3000\/set-password#[\w-]{32}$/);
    const token = tokenOf(link.url);
    expect((await setPassword(api, token, 'too short')).status).toBe(400);
    expect((await setPassword(api, token, { length: 20 })).status).toBe(400);
    const entries = await entriesOf(api, async () => {
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => setPassword(api, token)));
      expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403]);
      expect(outcomes).toContainEqual({ status: 200, body: { email: 'nora@example.org' } });
      expect(outcomes).toContainEqual(invalid);
    });
    expect(entries).toMatchObject([
      {
        kind: 'PASSWORD_SET',
        person: { id: link.person.id },
        object: { type: 'PERSON', id: link.person.id, label: 'Nora' },
        after: { purpose: 'INVITATION', endedSessions: 0 },
      },
    ]);
    expect((await api.signIn('nora@example.org', 'a password of my own')).status).toBe(200);
    expect(await setPassword(api, token)).toEqual(invalid);
  });

  it('an admin learns no password: before the link is used, nobody can sign in', async () => {
    const { rows } = await api.desk.owner.query(`SELECT password FROM desk.account WHERE password IS NULL`);
    expect(rows).toEqual([]);
    await invite(api, 'Olga');
    expect((await api.signIn('olga@example.org', '')).status).toBe(400);
    expect((await api.signIn('olga@example.org', 'any other password')).status).toBe(401);
  });

  it('a reset link keeps the password until it is used, and then ends all sessions', async () => {
    const user = await api.createUser('Pia', 'EDITOR');
    const link = await resetLink(api, user.id);
    expect((await user.ask('{ me { id } }')).status).toBe(200);
    expect((await api.signIn(user.email, user.password)).status).toBe(200);
    expect((await setPassword(api, tokenOf(link.url))).status).toBe(200);
    expect((await user.ask('{ me { id } }')).status).toBe(401);
    expect((await api.signIn(user.email, user.password)).status).toBe(401);
    expect((await api.signIn(user.email, 'a password of my own')).status).toBe(200);
  });

  it('a link ends with a newer one, with its time, with a suspension and with a changed password', async () => {
    const user = await api.createUser('Rosa', 'EDITOR');
    const [older, newer] = [await resetLink(api, user.id), await resetLink(api, user.id)];
    expect(await setPassword(api, tokenOf(older.url))).toEqual(invalid);
    await api.desk.owner.query(`UPDATE desk.password_link SET expires_at = now() WHERE user_id = $1`, [user.id]);
    expect(await setPassword(api, tokenOf(newer.url))).toEqual(invalid);
    const suspended = await resetLink(api, user.id);
    for (const is of [true, false])
      await api.people.ADMIN.ask(`mutation { changePerson(id: "${user.id}", suspended: ${is}) { __typename } }`);
    expect(await setPassword(api, tokenOf(suspended.url))).toEqual(invalid);
    const again = await api.createUser('Ruth', 'EDITOR');
    const stale = await resetLink(api, again.id);
    const changed = await fetch(`${api.url}/desk/auth/change-password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.settings.adminOrigin, cookie: again.cookie },
      body: JSON.stringify({ currentPassword: again.password, newPassword: 'changed by myself' }),
    });
    expect(changed.status).toBe(200);
    expect(await setPassword(api, tokenOf(stale.url))).toEqual(invalid);
    for (const wrong of ['', 'x', 'x'.repeat(32)]) expect((await setPassword(api, wrong)).status).toBeGreaterThan(399);
  });

  it('a link lasts a week for an invitation and a day for a reset', async () => {
    const day = 24 * 3_600_000;
    const invitation = await invite(api, 'Sara');
    const reset = await resetLink(api, invitation.person.id);
    const days = (link: Link) => Math.round((Date.parse(link.expiresAt) - Date.now()) / day);
    expect([days(invitation), days(reset)]).toEqual([7, 1]);
  });

  it('only the digest of a token is stored, and neither audit entries nor the log contain it', async () => {
    const link = await invite(api, 'Thea');
    const token = tokenOf(link.url);
    const { rows } = await api.desk.owner.query<{ row: string }>(
      `SELECT l::text AS row FROM desk.password_link l UNION ALL SELECT e::text FROM desk.audit_entry e`,
    );
    const stored = rows.map(({ row }) => row).join('\n');
    expect(stored).not.toContain(token);
    expect(stored).toContain(createHash('sha256').update(token).digest('hex'));
    expect(JSON.stringify(api.log)).not.toContain(token);
  });
});

describe('with a mail server', () => {
  let mails: MailServer;
  let api: Api;
  beforeAll(async () => {
    mails = await openMailServer();
    api = await openApi({}, { mail: { url: mails.url, from: 'Chancery <register@example.org>' } });
  }, 300_000);
  afterAll(async () => {
    await api.close();
    await mails.close();
  });

  it('sends invitations and reset links, and does not show them', async () => {
    const invitation = await invite(api, 'Nora');
    expect(invitation).toMatchObject({ url: null, sentTo: 'nora@example.org', mailError: null });
    const reset = await resetLink(api, invitation.person.id);
    expect(reset).toMatchObject({ url: null, sentTo: 'nora@example.org' });
    expect(mails.received).toMatchObject([
      { from: 'register@example.org', to: ['nora@example.org'], user: 'chancery@example.org' },
      { to: ['nora@example.org'] },
    ]);
    const [first, second] = mails.received.map(({ content }) => content);
    expect(first).toContain('Subject: Your account at Chancery');
    expect(second).toContain('Subject: Set a new password for Chancery');
    const [, token = ''] = /http:\/\/localhost:3000\/set-password#([\w-]{32})\s/.exec(second ?? '') ?? [];
    expect((await setPassword(api, token)).status).toBe(200);
    expect((await api.signIn('nora@example.org', 'a password of my own')).status).toBe(200);
  });

  it('shows the link after all if the mail server refuses the mail', async () => {
    mails.refuses = true;
    const link = await invite(api, 'Olga');
    mails.refuses = false;
    expect(link).toMatchObject({
      sentTo: null,
      mailError: 'The mail server did not take the mail. The log of the API says why.',
    });
    expect(api.log).toContainEqual(expect.objectContaining({ msg: 'a link could not be sent by mail' }));
    expect(JSON.stringify(api.log)).not.toContain(tokenOf(link.url));
    expect(JSON.stringify(api.log)).not.toContain('olga@example.org');
    expect((await setPassword(api, tokenOf(link.url))).status).toBe(200);
  });

  it('sends nothing if the user was not created', async () => {
    const before = mails.received.length;
    const { data } = await api.people.ADMIN.ask(
      'mutation { hirePerson(name: "Dana", email: "dana@example.org", role: EDITOR) { __typename } }',
    );
    expect(data.hirePerson).toEqual({ __typename: 'EmailTaken' });
    expect(mails.received).toHaveLength(before);
  });
});
