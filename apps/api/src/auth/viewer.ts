import type { IncomingHttpHeaders } from 'node:http';
import type { Auth } from './auth.ts';

/** What people may do: contributors draft and submit, editors also review and merge others' work, admins also see to people. */
export type Role = 'CONTRIBUTOR' | 'EDITOR' | 'ADMIN';

/** The roles, from the least to the most. */
export const roles = ['CONTRIBUTOR', 'EDITOR', 'ADMIN'] as const satisfies readonly Role[];

/** Whoever is signed in. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Whether a role may do what another may. */
export function atLeast(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(wanted);
}

/** Whether a string is a role. */
export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}

/** Whoever the cookie of a request belongs to; nobody if the session has ended or the person is suspended. */
export async function viewerOf(auth: Auth, headers: IncomingHttpHeaders): Promise<Viewer | undefined> {
  if (headers.cookie === undefined) return undefined;
  const found = await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie }) });
  if (!found || found.user.suspended || !isRole(found.user.role)) return undefined;
  const { id, name, email, role } = found.user;
  return { id, name, email, role };
}
