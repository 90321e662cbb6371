import type { IncomingHttpHeaders } from 'node:http';
import type { Auth } from './auth.ts';

/**
 * The role of a user: contributors draft and submit, editors also review and merge, admins also manage users and
 * settings.
 */
export type Role = 'CONTRIBUTOR' | 'EDITOR' | 'ADMIN';

/** The roles, in ascending order of permissions. */
export const roles = ['CONTRIBUTOR', 'EDITOR', 'ADMIN'] as const satisfies readonly Role[];

/** The signed-in user of a request. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** True when `role` has all permissions of `wanted`. */
export function isAtLeast(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(wanted);
}

/** True when a value is a role. */
export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/** A session that is valid at the moment, and its user. */
export interface ValidSession {
  readonly id: string;
  readonly expiresAt: Date;
  readonly viewer: Viewer;
}

/**
 * Returns the session of a request, as the database has it now; `undefined` if its cookies name no current session or
 * the user is suspended.
 */
export async function sessionOf(auth: Auth, headers: IncomingHttpHeaders): Promise<ValidSession | undefined> {
  if (headers.cookie === undefined) return undefined;
  const found = await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie }) });
  if (!found || found.user.suspended || !isRole(found.user.role)) return undefined;
  const { id, name, email, role } = found.user;
  return { id: found.session.id, expiresAt: found.session.expiresAt, viewer: { id, name, email, role } };
}

/**
 * Returns the signed-in user of a request; `undefined` if its cookies name no current session or the user is suspended.
 */
export async function viewerOf(auth: Auth, headers: IncomingHttpHeaders): Promise<Viewer | undefined> {
  return (await sessionOf(auth, headers))?.viewer;
}
