// The audit trail: who did what at the desk, in the same transaction, for ever, and without secrets.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Api,
  deskModules,
  deskSchema,
  forwardedFrom,
  makeSetUpToken,
  openApi,
  openEmptyApi,
} from '../support/api.ts';
import { auditEntries, entriesOf } from '../support/audit.ts';
import { upload } from '../support/imports.ts';
import { auditCases } from './audited-mutations.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
}, 300_000);
afterAll(() => api.close());

const rules = new Map(
  deskModules.flatMap(({ mutations = {} }) => Object.entries(mutations).map(([name, { audit }]) => [name, audit])),
);

function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.settings.adminOrigin, ...headers },
    body: JSON.stringify(body),
  });
}

describe('every desk mutation', () => {
  it('has a rule, and a case of this test', () => {
    const mutations = Object.keys(deskSchema().getMutationType()?.getFields() ?? {}).sort();
    expect([...rules.keys()].sort()).toEqual(mutations);
    expect(Object.keys(auditCases).sort()).toEqual(mutations);
  });

  it.each(Object.keys(auditCases))('%s leaves the entry that its rule says, with person and object', async (name) => {
    const prepare = auditCases[name];
    if (!prepare) throw new Error(`there is no case for ${name}`);
    const { by, field, entry } = await prepare(api);
    let output: never | undefined;
    const entries = await entriesOf(api, async () => {
      const { data, errors } = await by.ask(`mutation { ${field} }`);
      expect(errors).toEqual([]);
      output = data[name];
    });
    const rule = rules.get(name);
    if (!entry) {
      expect(rule).toEqual({ mode: 'none', because: expect.stringMatching(/^[A-Z].{20,}\.$/) });
      expect(entries).toEqual([]);
      return;
    }
    expect(rule?.mode).toMatch(/^(within|after)$/);
    const object = typeof entry.object === 'string' ? entry.object : entry.object(output as never);
    expect(entries).toMatchObject([
      {
        kind: entry.kind,
        person: { id: by.id },
        object: { type: entry.type, id: object, label: expect.stringMatching(/./) },
        address: '127.0.0.1',
      },
    ]);
  });
});

describe('an entry', () => {
  it('says what was before and after', async () => {
    const guest = await api.createUser('Quirin', 'CONTRIBUTOR');
    const entries = await entriesOf(api, () =>
      api.people.ADMIN.ask(`mutation { changePerson(id: "${guest.id}", role: ADMIN, suspended: true) { __typename } }`),
    );
    expect(entries).toMatchObject([
      { kind: 'ROLE_CHANGED', before: { role: 'CONTRIBUTOR' }, after: { role: 'ADMIN' } },
      {
        kind: 'PERSON_SUSPENDED',
        before: { suspended: false, sessions: 1 },
        after: { suspended: true, sessions: 0 },
      },
    ]);
  });

  it('is stored in the transaction of its change: without the entry there is no change', async () => {
    const guest = await api.createUser('Rita', 'CONTRIBUTOR');
    await api.desk.owner.query(`
      CREATE FUNCTION public.refuse_entry() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'no entry today'; END $$;
      CREATE TRIGGER refuse_entry BEFORE INSERT ON desk.audit_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_entry()`);
    try {
      const { errors } = await api.people.ADMIN.ask(
        `mutation { changePerson(id: "${guest.id}", role: ADMIN) { __typename } }`,
      );
      expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
      expect((await guest.ask('{ me { role } }')).data).toEqual({ me: { role: 'CONTRIBUTOR' } });
      await expect(
        api.desk.owner.query(`SELECT count(*) FROM desk.audit_entry WHERE object_id = '${guest.id}'`),
      ).resolves.toMatchObject({ rows: [{ count: '1' }] });
    } finally {
      await api.desk.owner.query('DROP FUNCTION public.refuse_entry CASCADE');
    }
  });

  it('is neither changed nor deleted, by any login', async () => {
    for (const statement of [
      'UPDATE desk.audit_entry SET person_id = NULL',
      'DELETE FROM desk.audit_entry',
      'TRUNCATE desk.audit_entry',
    ])
      for (const login of ['desk', 'writer', 'owner'] as const)
        await expect(api.desk[login].query(statement)).rejects.toMatchObject({ code: '42501' });
    for (const login of ['reader', 'writer'] as const)
      await expect(api.desk[login].query('SELECT FROM desk.audit_entry')).rejects.toMatchObject({ code: '42501' });
  });

  it('is a line of the log', async () => {
    const lines = () => api.log.filter(({ msg }) => msg === 'audit').length;
    const before = lines();
    const guest = await api.createUser('Sven', 'CONTRIBUTOR');
    expect(lines()).toBe(before + 1);
    expect(api.log.filter(({ msg }) => msg === 'audit').at(-1)).toMatchObject({
      kind: 'SIGNED_IN',
      person: guest.id,
      object: { type: 'PERSON', id: guest.id },
      address: '127.0.0.1',
    });
  });
});

describe('sessions and sign-ins leave entries', () => {
  it('of failures, with account, address and reason', async () => {
    const guest = await api.createUser('Tilda', 'EDITOR');
    await api.people.ADMIN.ask(`mutation { changePerson(id: "${guest.id}", suspended: true) { __typename } }`);
    const from = forwardedFrom('192.0.2.44');
    const entries = await entriesOf(api, async () => {
      await post('/desk/auth/sign-in/email', { email: 'Nobody@example.org', password: 'a wrong password' }, from);
      await post('/desk/auth/sign-in/email', { email: guest.email, password: 'a wrong password' }, from);
      await post('/desk/auth/sign-in/email', { email: guest.email, password: guest.password }, from);
    });
    const failure = { kind: 'SIGN_IN_FAILED', person: null, address: '192.0.2.44' };
    expect(entries).toMatchObject([
      { ...failure, reason: 'UNKNOWN_ACCOUNT', object: { type: 'ACCOUNT', id: null, label: 'nobody@example.org' } },
      { ...failure, reason: 'WRONG_PASSWORD', object: { type: 'ACCOUNT', id: guest.id, label: guest.email } },
      { ...failure, reason: 'SUSPENDED', object: { type: 'ACCOUNT', id: guest.id, label: guest.email } },
    ]);
  });

  it('of signing in, a changed password, a wrong one, and signing out', async () => {
    const user = await api.createUser('Ulla', 'EDITOR');
    const { cookie } = user;
    const newPassword = 'another long password';
    const entries = await entriesOf(api, async () => {
      await api.signIn(user.email, user.password);
      await post('/desk/auth/change-password', { currentPassword: 'a wrong password', newPassword }, { cookie });
      await post('/desk/auth/change-password', { currentPassword: user.password, newPassword }, { cookie });
      await post('/desk/auth/sign-out', {}, { cookie });
    });
    const own = { person: { id: user.id }, object: { type: 'PERSON', id: user.id, label: 'Ulla' } };
    expect(entries).toMatchObject([
      { ...own, kind: 'SIGNED_IN', after: { knownDevice: false } },
      { ...own, kind: 'PASSWORD_CHANGE_FAILED', reason: 'WRONG_PASSWORD' },
      { ...own, kind: 'PASSWORD_CHANGED', after: { endedSessions: 1 } },
      { ...own, kind: 'SIGNED_OUT' },
    ]);
  });

  it('of uploaded files', async () => {
    const { CONTRIBUTOR } = api.people;
    const entries = await entriesOf(api, async () => {
      const answer = await upload({ url: api.url, cookie: CONTRIBUTOR.cookie }, 'a.csv', 'x\n1\n');
      const { import: into } = (await answer.json()) as { import: string };
      await upload({ url: api.url, cookie: CONTRIBUTOR.cookie, into }, 'b.csv', 'x\n2\n');
    });
    expect(entries).toMatchObject([
      { kind: 'IMPORT_STARTED', person: { id: CONTRIBUTOR.id }, after: { file: 'a.csv', bytes: 4 } },
      { kind: 'IMPORT_FILE_ADDED', person: { id: CONTRIBUTOR.id }, after: { file: 'b.csv', bytes: 4 } },
    ]);
  });

  it('of the first administrator', async () => {
    const empty = await openEmptyApi();
    try {
      const token = await makeSetUpToken(empty.server.services.client);
      const admin = { name: 'Ada', email: 'ada@example.org', password: 'long enough to be one' };
      await fetch(`${empty.url}/desk/set-up`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token, ...admin }),
      });
      const { rows } = await empty.desk.owner.query(
        'SELECT kind, person_id, object_label, "after", address FROM desk.audit_entry',
      );
      const after = { name: 'Ada', email: 'ada@example.org', role: 'ADMIN' };
      expect(rows).toEqual([
        { kind: 'PERSON_ADDED', person_id: null, object_label: 'Ada', after, address: '127.0.0.1' },
      ]);
    } finally {
      await empty.close();
    }
  });
});

describe('the query', () => {
  it('filters by person, kind, object and day', async () => {
    const vera = await api.createUser('Vera', 'EDITOR');
    await api.people.ADMIN.ask(`mutation { changePerson(id: "${vera.id}", role: ADMIN) { __typename } }`);
    const kinds = async (rest: string) => (await auditEntries(api, rest)).map(({ kind }) => kind);
    expect(await kinds(`, person: "${vera.id}"`)).toEqual(['ROLE_CHANGED', 'SIGNED_IN']);
    expect(await kinds(`, person: "${vera.id}", kinds: [SIGNED_IN]`)).toEqual(['SIGNED_IN']);
    expect(await kinds(`, object: "vER", kinds: [ROLE_CHANGED]`)).toEqual(['ROLE_CHANGED']);
    expect(await kinds(`, object: "${vera.id}"`)).toEqual(['ROLE_CHANGED', 'SIGNED_IN']);
    await api.desk.owner.query(
      `INSERT INTO desk.audit_entry (at, kind, object_type, object_label) VALUES
         ('2019-09-01T23:59:59.999Z', 'SIGNED_OUT', 'PERSON', 'a'), ('2019-09-02T00:00:00Z', 'SIGNED_OUT', 'PERSON', 'b'),
         ('2019-09-02T23:59:59.999Z', 'SIGNED_OUT', 'PERSON', 'c'), ('2019-09-03T00:00:00Z', 'SIGNED_OUT', 'PERSON', 'd')`,
    );
    expect((await auditEntries(api, ', day: "2019-09-02"')).map(({ object }) => object.label)).toEqual(['c', 'b']);
    const { errors } = await api.people.ADMIN.ask('{ auditEntries(day: "2019-02-30") { endCursor } }');
    expect(errors).toMatchObject([{ message: '“2019-02-30” is not a day. Use YYYY-MM-DD.' }]);
  });

  it('returns pages, newest first', async () => {
    const page = async (after: string | null) => {
      const { data } = await api.people.ADMIN.ask(
        'query ($after: String) { auditEntries(first: 7, after: $after) { nodes { id } hasNextPage endCursor } }',
        { after },
      );
      const { auditEntries: found } = data as unknown as {
        auditEntries: { nodes: { id: string }[]; hasNextPage: boolean; endCursor: string };
      };
      return found;
    };
    const ids: number[] = [];
    for (let cursor: string | null = null, hasNext = true; hasNext; ) {
      const { nodes, hasNextPage, endCursor } = await page(cursor);
      ids.push(...nodes.map(({ id }) => Number(id)));
      cursor = endCursor;
      hasNext = hasNextPage;
    }
    const { rows } = await api.desk.owner.query<{ number: number }>(
      'SELECT number FROM desk.audit_entry ORDER BY 1 DESC',
    );
    expect(ids).toEqual(rows.map(({ number }) => number));
    expect(ids.length).toBeGreaterThan(14);
  });
});

it('no entry contains a password, a token, a hash or a cookie', async () => {
  const { rows } = await api.desk.owner.query<{ entry: string }>('SELECT e::text AS entry FROM desk.audit_entry e');
  const trail = rows.map(({ entry }) => entry).join('\n');
  const secrets = await api.desk.owner.query<{ secret: string }>(
    'SELECT token AS secret FROM desk.session UNION SELECT password FROM desk.account WHERE password IS NOT NULL',
  );
  expect(secrets.rows.length).toBeGreaterThan(5);
  for (const { secret } of secrets.rows) expect(trail).not.toContain(secret);
  for (const { password, cookie } of Object.values(api.people)) {
    expect(trail).not.toContain(password);
    expect(trail).not.toContain(cookie.split('=')[1]?.slice(0, 20));
  }
  expect(trail).not.toMatch(/a wrong password|another long password|long enough/);
});
