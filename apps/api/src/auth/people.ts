import { randomBytes, randomUUID } from 'node:crypto';
import type { DeskClient } from '@chancery/prisma/desk';
import type { AuditedChange } from '../audit/audit-trail.ts';
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
  /** True if signing in takes a second factor. */
  readonly hasSecondFactor: boolean;
  readonly createdAt: Date;
}

/** Returns a random password of 20 letters and digits, with almost 120 bits of entropy. */
export function newPassword(): string {
  return randomBytes(15).toString('base64url').replaceAll('_', 'x').replaceAll('-', 'z');
}

/** A condition that selects all users except the system account. */
const notSystem = { role: { not: systemRole } };

/** Returns a user as the object of an audit entry. */
export function personObject({ id, name }: Pick<Person, 'id' | 'name'>): AuditedChange['object'] {
  return { type: 'PERSON', id, label: name };
}

/** Returns the form in which e-mail addresses are stored and compared. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Any constant: the key of the advisory lock under which users are changed. */
const changeLock = 72_707_018;

function operationsOf(auth: Auth, desk: DeskClient) {
  const toPerson = (row: {
    id: string;
    name: string;
    email: string;
    role: string;
    suspended: boolean;
    twoFactorEnabled: boolean;
    createdAt: Date;
  }): Person => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Person['role'],
    suspended: row.suspended,
    hasSecondFactor: row.twoFactorEnabled,
    createdAt: row.createdAt,
  });
  const hash = async (password: string): Promise<string> => (await auth.$context).password.hash(password);
  /** Ends all sessions of a user except `kept`, and sign-ins that wait for a code. Returns the number of sessions. */
  const endSessions = async (id: string, kept: string | undefined): Promise<number> => {
    await desk.verification.deleteMany({ where: { value: id, identifier: { startsWith: '2fa-' } } });
    const where = { userId: id, ...(kept === undefined ? {} : { NOT: { id: kept } }) };
    return (await desk.session.deleteMany({ where })).count;
  };
  return {
    /** Lets one transaction at a time change users, until it ends. Call it within a transaction, before reading. */
    lock: async (): Promise<void> => {
      await desk.$executeRaw`SELECT pg_advisory_xact_lock(${changeLock})`;
    },
    /** Returns all users except the system account, sorted by name. */
    all: async (): Promise<Person[]> =>
      (await desk.user.findMany({ where: notSystem, orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(toPerson),
    /** Looks up users, including the system account, by id. Unknown ids are missing from the map. */
    byId: async (ids: readonly string[]): Promise<Map<string, Person>> =>
      new Map(
        (await desk.user.findMany({ where: { id: { in: [...new Set(ids)] } } })).map((row) => [row.id, toPerson(row)]),
      ),
    /** Returns the user with an e-mail address, in any spelling; `undefined` if there is none. */
    findByEmail: async (email: string): Promise<Person | undefined> => {
      const row = await desk.user.findFirst({ where: { email: normalizeEmail(email), ...notSystem } });
      return row ? toPerson(row) : undefined;
    },
    /** Returns the number of sessions of a user that have not expired. */
    countSessions: (id: string): Promise<number> =>
      desk.session.count({ where: { userId: id, expiresAt: { gt: new Date() } } }),
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
      const address = normalizeEmail(email);
      if (await desk.user.findUnique({ where: { email: address } })) return undefined;
      const id = randomUUID();
      const account = {
        id: randomUUID(),
        providerId: 'credential',
        accountId: id,
        password: await hash(password),
      };
      return toPerson(
        await desk.user.create({
          data: { id, name: name.trim(), email: address, emailVerified: true, role, accounts: { create: account } },
        }),
      );
    },
    /**
     * Changes a user's role, suspends them or ends their suspension. A suspension ends their sessions at once, and links
     * with which they could set a password stop working. Returns the changed user; `undefined` if the id is unknown or
     * that of the system account; `last-admin`, and changes nothing, if the desk would have no active administrator left.
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
        if (change.suspended) {
          await transaction.session.deleteMany({ where: { userId: id } });
          await transaction.passwordLink.deleteMany({ where: { userId: id } });
        }
        return toPerson(row);
      }),
    /** Sets a user's password and ends all their sessions. Returns the number of ended sessions. */
    setPassword: async (id: string, password: string): Promise<number> => {
      await desk.account.updateMany({
        where: { userId: id, providerId: 'credential' },
        data: { password: await hash(password) },
      });
      return endSessions(id, undefined);
    },
    endSessions,
    /** Removes a user's second factor and ends their sessions except `kept`. Returns the number of ended sessions. */
    removeSecondFactor: async (id: string, kept: string | undefined): Promise<number> => {
      await desk.user.update({ where: { id }, data: { twoFactorEnabled: false } });
      await desk.twoFactor.deleteMany({ where: { userId: id } });
      return endSessions(id, kept);
    },
    /** Returns true if a password is the current one of a user. */
    isPasswordOf: async (id: string, password: string): Promise<boolean> => {
      const account = await desk.account.findFirst({ where: { userId: id, providerId: 'credential' } });
      return !!account?.password && (await auth.$context).password.verify({ hash: account.password, password });
    },
    /**
     * Sets a user's password and ends their sessions except `session`; links with which they could set a password stop
     * working. Returns the number of ended sessions. Changes nothing and returns `undefined` if the user has been suspended.
     */
    changePassword: async (id: string, password: string, session: string): Promise<number | undefined> => {
      const { count } = await desk.account.updateMany({
        where: { userId: id, providerId: 'credential', user: { suspended: false } },
        data: { password: await hash(password) },
      });
      if (count === 0) return undefined;
      await desk.passwordLink.deleteMany({ where: { userId: id } });
      return endSessions(id, session);
    },
  };
}

/** The user service of the desk. */
export interface People extends ReturnType<typeof operationsOf> {
  /** Returns the same service within a transaction. */
  readonly using: (transaction: DeskClient) => People;
}

/** Creates the service that manages the users of the desk. Callers must check permissions and write audit entries. */
export function peopleOf(auth: Auth, desk: DeskClient): People {
  return { ...operationsOf(auth, desk), using: (transaction) => peopleOf(auth, transaction) };
}
