import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { newPassword } from './auth/people.ts';
import { makeSetUpToken } from './auth/set-up.ts';
import { isRole, type Role } from './auth/viewer.ts';
import { loadDemo } from './demo/index.ts';
import type { Settings } from './env.ts';
import type { ChanceryServer } from './server.ts';

interface SignIn {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
}

/** The people of the demo: an author and a reviewer at least, for nobody approves their own work. */
const demoPeople: readonly SignIn[] = [
  { role: 'CONTRIBUTOR', name: 'Cyrus Azadi', email: 'contributor@example.org' },
  { role: 'EDITOR', name: 'Ana Petrova', email: 'editor@example.org' },
  { role: 'EDITOR', name: 'Ben Okafor', email: 'reviewer@example.org' },
  { role: 'ADMIN', name: 'Dana Lindqvist', email: 'admin@example.org' },
];

/**
 * Makes an empty register usable: with the demo its people and facts, without it a link by which the first admin is made.
 * What was begun and cut short is taken up again; a register that is in use is left alone. Returns lines for whoever
 * started the server.
 */
export async function firstStart(server: ChanceryServer, settings: Settings, log: Logger): Promise<string[]> {
  const { people, services } = server;
  const state = await services.client.setting.findUnique({ where: { name: 'demo' } });
  if (settings.demo && (state?.value === 'loading' || (await isUnused(server)))) {
    await keep(server, 'loading');
    await hireDemoPeople(server, settings.home);
    const [author, reviewer] = await Promise.all(
      ['editor@example.org', 'reviewer@example.org'].map((email) =>
        services.client.user.findUniqueOrThrow({ where: { email } }),
      ),
    );
    if (!author || !reviewer) throw new Error('the people of the demo were not hired');
    await loadDemo(services.pools, { author: author.id, reviewer: reviewer.id }, (line) => log.info(line));
    await keep(server, 'loaded');
    return [];
  }
  if (!(await people.isEmpty())) return [];
  const token = await makeSetUpToken(services.client);
  return [`Set up the first admin, once: ${settings.adminOrigin}/set-up?token=${token}`];
}

async function isUnused({ people, services }: ChanceryServer): Promise<boolean> {
  const { rows } = await services.pools.desk.query<{ number: number }>('SELECT number FROM ledger.head');
  return rows[0]?.number === 0 && (await people.isEmpty());
}

async function keep({ services }: ChanceryServer, value: 'loading' | 'loaded'): Promise<void> {
  await services.client.setting.upsert({ where: { name: 'demo' }, create: { name: 'demo', value }, update: { value } });
}

/** Hires the people of the demo with the passwords of sign-in.txt, which is written before any of them is used. */
async function hireDemoPeople({ people }: ChanceryServer, home: string): Promise<void> {
  const file = join(home, 'sign-in.txt');
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(
      file,
      demoPeople.map(({ role, email }) => `${role.toLowerCase()} ${email} ${newPassword()}\n`).join(''),
      { mode: 0o600 },
    );
  }
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const [role = '', email = '', password = ''] = line.split(' ');
    const known = demoPeople.find((person) => person.email === email);
    if (!known || !isRole(role.toUpperCase()))
      throw new Error(`${file} has a line that is no sign-in of the demo: ${role} ${email}`);
    await people.hire({ ...known, password });
  }
}
