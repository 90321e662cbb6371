import { deskErrors } from '../../endpoints/desk-answer.ts';
import { texts } from './texts.ts';

/** The outcome of signing in, signing out or setting up, with an error message for the person. */
export type SessionOutcome = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Signs a person in. The session is in a cookie, which scripts cannot read. */
export function signIn(email: string, password: string): Promise<SessionOutcome> {
  return post('/desk/auth/sign-in/email', { email, password });
}

/** Ends the session of the signed-in person. */
export function signOut(): Promise<SessionOutcome> {
  return post('/desk/auth/sign-out', {});
}

/** Changes the password of the signed-in person. Ends their other sessions and keeps this one. */
export function changePassword(currentPassword: string, newPassword: string): Promise<SessionOutcome> {
  return post('/desk/auth/change-password', { currentPassword, newPassword });
}

/** Creates the first administrator with the token of the set-up link, which the server prints at its first start. */
export function setUp(admin: {
  token: string;
  name: string;
  email: string;
  password: string;
}): Promise<SessionOutcome> {
  return post('/desk/set-up', admin);
}

async function post(path: string, body: unknown): Promise<SessionOutcome> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { ok: true };
    return { ok: false, message: await messageOf(response) };
  } catch {
    return { ok: false, message: (navigator.onLine ? deskErrors.unreachable : deskErrors.offline).message };
  }
}

async function messageOf(response: Response): Promise<string> {
  if (response.status === 401 && response.url.endsWith('/sign-in/email')) return texts.wrongPassword;
  if (response.status >= 500 || !response.headers.get('content-type')?.includes('json'))
    return deskErrors.unreachable.message;
  const { message } = (await response.json()) as { message?: string };
  return message ?? texts.unexpectedStatus(response.status);
}

/**
 * Returns the path to open after signing in: `next` if it is a path of the desk other than the sign-in page, else
 * `/desk`. Prevents open redirects.
 */
export function deskPath(next: string | null): string {
  return next !== null && /^\/desk(?:[/?]|$)/.test(next) && !next.startsWith('/desk/sign-in') ? next : '/desk';
}
