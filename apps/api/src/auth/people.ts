import { randomBytes, randomUUID } from 'node:crypto';
import type { DeskClient } from '@chancery/prisma/desk';
import type { Auth } from './auth.ts';
import { isLastAdmin, type PersonChange } from './last-admin.ts';
import { systemRole } from './system-account.ts';
import type { Role } from './viewer.ts';

/** A user of the desk, or the system account of Chancery. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role | typeof systemRole;
  readonly suspended: boolean;
  readonly createdAt: Date;
}

/** Returns a random password of 20 letters and digits, with almost 120 bits of entropy. */
export function newPassword(): string {
  return randomBytes(15).toString('base64url').replaceAll('_', 'x').replaceAll('-', 'z');
}

/** A condition that selects all users except the system account. */
const notSystem = { role: { not: systemRole } };

/** Creates the service that manages the users of the desk. Callers must check permissions. */
export function peopleOf(auth: Auth, desk: DeskClient) {
  const toPerson = (row: {
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
    /** Returns all users except the system account, sorted by name. */
    all: async (): Promise<Person[]> =>
      (await desk.user.findMany({ where: notSystem, orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(toPerson),
    /** Looks up users, including the system account, by id. Unknown ids are missing from the map. */
    byId: async (ids: readonly string[]): Promise<Map<string, Person>> =>
      new Map(
        (await desk.user.findMany({ where: { id: { in: [...new Set(ids)] } } })).map((row) => [row.id, toPerson(row)]),
      ),
    /** Returns true while there are no users except the system account. */
    isEmpty: async (): Promise<boolean> => (await desk.user.count({ where: notSystem })) === 0,
    /** Creates a user with a password and returns the user; `undefined` if the e-mail address is taken. */
    create: async ({
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
      return toPerson(
        await desk.user.create({
          data: { id, name: name.trim(), email: address, emailVerified: true, role, accounts: { create: account } },
        }),
      );
    },
    /**
     * Changes a user's role, suspends them or ends their suspension. A suspension ends their sessions at once. Returns
     * the changed user; `undefined` if the id is unknown or that of the system account; `last-admin`, and changes
     * nothing, if the desk would have no active administrator left.
     */
    change: (id: string, change: PersonChange): Promise<Person | 'last-admin' | undefined> =>
      desk.$transaction(async (transaction) => {
        const user = await transaction.user.findUnique({ where: { id } });
        if (!user || user.role === systemRole) return undefined;
        if (await isLastAdmin(transaction, toPerson(user), change)) return 'last-admin';
        const row = await transaction.user.update({
          where: { id },
          data: {
            ...(change.role === undefined ? {} : { role: change.role }),
            ...(change.suspended === undefined ? {} : { suspended: change.suspended }),
          },
        });
        if (change.suspended) await transaction.session.deleteMany({ where: { userId: id } });
        return toPerson(row);
      }),
    /** Sets a user's password and ends their sessions. Returns false if no user with a password has this id. */
    resetPassword: async (id: string, password: string): Promise<boolean> => {
      const { password: hasher } = await auth.$context;
      const { count } = await desk.account.updateMany({
        where: { userId: id, providerId: 'credential' },
        data: { password: await hasher.hash(password) },
      });
      await desk.session.deleteMany({ where: { userId: id } });
      return count > 0;
    },
  };
}

/** The user service of the desk. */
export type People = ReturnType<typeof peopleOf>;
