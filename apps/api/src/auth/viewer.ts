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

/**
 * Returns the signed-in user of a request; `undefined` if its cookies name no current session or the user is suspended.
 */
export async function viewerOf(auth: Auth, headers: IncomingHttpHeaders): Promise<Viewer | undefined> {
  if (headers.cookie === undefined) return undefined;
  const session = await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie }) });
  if (!session || session.user.suspended || !isRole(session.user.role)) return undefined;
  const { id, name, email, role } = session.user;
  return { id, name, email, role };
}
