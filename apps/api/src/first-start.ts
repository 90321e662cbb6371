import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { newPassword, personObject } from './auth/people.ts';
import { makeSetUpToken } from './auth/set-up.ts';
import { isRole, type Role } from './auth/viewer.ts';
import { loadDemo } from './demo/index.ts';
import type { Settings } from './env.ts';
import type { ChanceryServer } from './server.ts';

interface DemoUser {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
}

/** The users of the demo. Two of them are editors, because authors cannot approve their own work. */
const demoUsers: readonly DemoUser[] = [
  { role: 'CONTRIBUTOR', name: 'Cyrus Azadi', email: 'contributor@example.org' },
  { role: 'EDITOR', name: 'Ana Petrova', email: 'editor@example.org' },
  { role: 'EDITOR', name: 'Ben Okafor', email: 'reviewer@example.org' },
  { role: 'ADMIN', name: 'Dana Lindqvist', email: 'admin@example.org' },
];

/**
 * Prepares the first use of the desk. With the demo, loads its users and facts into an unused register, and resumes a
 * load that was interrupted. Otherwise, if the desk has no users, creates a link with which the first administrator
 * signs up. Returns the lines to print to the person who started the server: the link, or none.
 */
export async function firstStart(server: ChanceryServer, settings: Settings, log: Logger): Promise<string[]> {
  const { people, services } = server;
  const state = await services.client.setting.findUnique({ where: { name: 'demo' } });
  if (settings.demo && (state?.value === 'loading' || (await isUnused(server)))) {
    await setDemoState(server, 'loading');
    await createDemoUsers(server, settings.home);
    const [author, reviewer] = await Promise.all(
      ['editor@example.org', 'reviewer@example.org'].map((email) =>
        services.client.user.findUniqueOrThrow({ where: { email } }),
      ),
    );
    if (!author || !reviewer) throw new Error('the demo users were not created');
    await loadDemo(services.pools, { author: author.id, reviewer: reviewer.id }, (line) => log.info(line));
    await setDemoState(server, 'loaded');
    return [];
  }
  if (!(await people.isEmpty())) return [];
  const token = await makeSetUpToken(services.client);
  return [`Create the first administrator (the link works once): ${settings.adminOrigin}/set-up?token=${token}`];
}

async function isUnused({ people, services }: ChanceryServer): Promise<boolean> {
  const { rows } = await services.pools.desk.query<{ number: number }>('SELECT number FROM ledger.head');
  return rows[0]?.number === 0 && (await people.isEmpty());
}

async function setDemoState({ services }: ChanceryServer, value: 'loading' | 'loaded'): Promise<void> {
  await services.client.setting.upsert({ where: { name: 'demo' }, create: { name: 'demo', value }, update: { value } });
}

/**
 * Creates the demo users that do not exist yet, with the passwords in sign-in.txt in the data folder. Writes that file
 * first if it is missing.
 */
async function createDemoUsers({ people, services }: ChanceryServer, home: string): Promise<void> {
  const file = join(home, 'sign-in.txt');
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(
      file,
      demoUsers.map(({ role, email }) => `${role.toLowerCase()} ${email} ${newPassword()}\n`).join(''),
      { mode: 0o600 },
    );
  }
  for (const [index, line] of readFileSync(file, 'utf8').trim().split('\n').entries()) {
    const [role = '', email = '', password = ''] = line.split(' ');
    const demoUser = demoUsers.find((person) => person.email === email);
    if (!demoUser || !isRole(role.toUpperCase()))
      throw new Error(
        `${file}, line ${index + 1}: “${role} ${email}” is not a demo user. Restore the line to the form “role email password”, with the role and e-mail address of a demo user.`,
      );
    await services.audit.within({ person: undefined, address: undefined }, async (transaction) => {
      const result = await people.using(transaction).create({ ...demoUser, password });
      if (!result) return { result, changes: [] };
      const after = { name: result.name, email: result.email, role: result.role };
      return { result, changes: [{ kind: 'PERSON_ADDED', object: personObject(result), after }] };
    });
  }
}
