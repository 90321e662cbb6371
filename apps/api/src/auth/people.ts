import { randomBytes, randomUUID } from 'node:crypto';
import type { DeskClient } from '@chancery/prisma/desk';
import type { Auth } from './auth.ts';
import { systemRole } from './system-account.ts';
import type { Role } from './viewer.ts';

/** Somebody who works at the desk, or the account of Chancery itself. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role | typeof systemRole;
  readonly suspended: boolean;
  readonly createdAt: Date;
}

/** A password that nobody guesses: 120 bits in letters and digits. */
export function newPassword(): string {
  return randomBytes(15).toString('base64url').replaceAll('_', 'x').replaceAll('-', 'z');
}

/** All but the account of Chancery itself. */
const people = { role: { not: systemRole } };

/** The people of the desk: hired, given roles, suspended. Only ever called for somebody who may do so. */
export function peopleOf(auth: Auth, desk: DeskClient) {
  const person = (row: {
    id: string;
    name: string;
    email: string;
    role: string;
    suspended: boolean;
    createdAt: Date;
  }): Person => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Person['role'],
    suspended: row.suspended,
    createdAt: row.createdAt,
  });
  return {
    /** Everybody who works here, by name. */
    all: async (): Promise<Person[]> =>
      (await desk.user.findMany({ where: people, orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(person),
    /** Those with the ids. */
    byId: async (ids: readonly string[]): Promise<Map<string, Person>> =>
      new Map(
        (await desk.user.findMany({ where: { id: { in: [...new Set(ids)] } } })).map((row) => [row.id, person(row)]),
      ),
    /** Whether anybody works here yet. */
    isEmpty: async (): Promise<boolean> => (await desk.user.count({ where: people })) === 0,
    /** Hires somebody with a password; `undefined` if the e-mail address is taken. */
    hire: async ({
      name,
      email,
      role,
      password,
    }: {
      name: string;
      email: string;
      role: Role;
      password: string;
    }): Promise<Person | undefined> => {
      const { password: hasher } = await auth.$context;
      const address = email.trim().toLowerCase();
      if (await desk.user.findUnique({ where: { email: address } })) return undefined;
      const id = randomUUID();
      const account = {
        id: randomUUID(),
        providerId: 'credential',
        accountId: id,
        password: await hasher.hash(password),
      };
      return person(
        await desk.user.create({
          data: { id, name: name.trim(), email: address, emailVerified: true, role, accounts: { create: account } },
        }),
      );
    },
    /** Gives somebody a role or suspends them; a suspended person's sessions end at once. `undefined` if nobody has the id. */
    change: async (id: string, change: { role?: Role; suspended?: boolean }): Promise<Person | undefined> => {
      const found = await desk.user.findUnique({ where: { id } });
      if (!found || found.role === systemRole) return undefined;
      const [row] = await desk.$transaction([
        desk.user.update({
          where: { id },
          data: {
            ...(change.role === undefined ? {} : { role: change.role }),
            ...(change.suspended === undefined ? {} : { suspended: change.suspended }),
          },
        }),
        ...(change.suspended ? [desk.session.deleteMany({ where: { userId: id } })] : []),
      ]);
      return person(row);
    },
    /** Sets a new password for somebody and ends their sessions. */
    resetPassword: async (id: string, password: string): Promise<boolean> => {
      const { password: hasher } = await auth.$context;
      const { count } = await desk.account.updateMany({
        where: { userId: id, providerId: 'credential' },
        data: { password: await hasher.hash(password) },
      });
      await desk.session.deleteMany({ where: { userId: id } });
      return count > 0;
    },
    /** How many can see to people: the last of them can neither be demoted nor suspended. */
    admins: (): Promise<number> => desk.user.count({ where: { role: 'ADMIN', suspended: false } }),
  };
}

/** The people of the desk. */
export type People = ReturnType<typeof peopleOf>;
