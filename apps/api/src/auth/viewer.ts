import type { IncomingHttpHeaders } from 'node:http';
import type { Auth } from './auth.ts';

/**
 * The role of a user: contributors draft and submit, editors also review and merge, admins also manage users and
 * settings.
 */
export type Role = 'CONTRIBUTOR' | 'EDITOR' | 'ADMIN';

/** The roles, in ascending order of permissions. */
export const roles = ['CONTRIBUTOR', 'EDITOR', 'ADMIN'] as const satisfies readonly Role[];

/** Whether a user signs in with a second factor; `REQUIRED` if they do not, but need one to act as an admin. */
export type SecondFactorState = 'ON' | 'OFF' | 'REQUIRED';

/** The signed-in user of a request. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The role as of this request: EDITOR for an admin who lacks a second factor that the desk requires. */
  readonly role: Role;
  readonly secondFactor: SecondFactorState;
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
  const { id, name, email, role, twoFactorEnabled } = found.user;
  const isLacking = role === 'ADMIN' && !twoFactorEnabled && (await auth.isSecondFactorRequired());
  const viewer: Viewer = {
    ...{ id, name, email },
    role: isLacking ? 'EDITOR' : role,
    secondFactor: twoFactorEnabled ? 'ON' : isLacking ? 'REQUIRED' : 'OFF',
  };
  return { id: found.session.id, expiresAt: found.session.expiresAt, viewer };
}

/**
 * Returns the signed-in user of a request; `undefined` if its cookies name no current session or the user is suspended.
 */
export async function viewerOf(auth: Auth, headers: IncomingHttpHeaders): Promise<Viewer | undefined> {
  return (await sessionOf(auth, headers))?.viewer;
}
