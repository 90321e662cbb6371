import { deskErrors } from '../../endpoints/desk-answer.ts';
import { texts } from './texts.ts';

/** The outcome of a request about sign-in or the own account: its answer, or an error message for the person. */
export type SessionOutcome<Answer = unknown> =
  | { readonly ok: true; readonly answer: Answer }
  | {
      readonly ok: false;
      readonly message: string;
      /** The code of the error; `undefined` if the API did not answer. */
      readonly code?: string | undefined;
    };

/**
 * Signs a person in. The session is in a cookie, which scripts cannot read. If the person has a second factor, there is no
 * session yet: ask for a code and call `verifySecondFactor`.
 */
export function signIn(email: string, password: string): Promise<SessionOutcome<{ isSecondFactorNeeded?: boolean }>> {
  return post('/desk/auth/sign-in/email', { email, password });
}

/** Ends a sign-in with a code of the authenticator app or a recovery code. The code `SIGN_IN_EXPIRED` means: start again. */
export function verifySecondFactor(code: string): Promise<SessionOutcome> {
  return post('/desk/auth/second-factor/verify', { code });
}

/** Ends the session of the signed-in person. */
export function signOut(): Promise<SessionOutcome> {
  return post('/desk/auth/sign-out', {});
}

/** Changes the password of the signed-in person. Ends their other sessions and keeps this one. */
export function changePassword(currentPassword: string, newPassword: string): Promise<SessionOutcome> {
  return post('/desk/auth/change-password', { currentPassword, newPassword });
}

/** Sets a password with the token of an invitation or a reset link. Answers with the e-mail address for signing in. */
export function setPassword(token: string, newPassword: string): Promise<SessionOutcome<{ email: string }>> {
  return post('/desk/auth/set-password', { token, newPassword });
}

/** Begins to set up a second factor. Answers with the address that the authenticator app reads from a QR code. */
export function startSecondFactor(password: string): Promise<SessionOutcome<{ uri: string }>> {
  return post('/desk/auth/second-factor/start', { password });
}

/** Turns the second factor on with a code of the app. Answers with the recovery codes, which are not shown again. */
export function confirmSecondFactor(code: string): Promise<SessionOutcome<{ recoveryCodes: readonly string[] }>> {
  return post('/desk/auth/second-factor/confirm', { code });
}

/** Replaces the recovery codes of the signed-in person. Answers with the new ones. */
export function replaceRecoveryCodes(password: string): Promise<SessionOutcome<{ recoveryCodes: readonly string[] }>> {
  return post('/desk/auth/second-factor/recovery-codes', { password });
}

/** Turns the second factor of the signed-in person off. */
export function turnOffSecondFactor(password: string): Promise<SessionOutcome> {
  return post('/desk/auth/second-factor/turn-off', { password });
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

async function post<Answer>(path: string, body: unknown): Promise<SessionOutcome<Answer>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { ok: true, answer: (await response.json()) as Answer };
    return { ok: false, ...(await errorOf(response)) };
  } catch {
    return { ok: false, message: (navigator.onLine ? deskErrors.unreachable : deskErrors.offline).message };
  }
}

async function errorOf(response: Response): Promise<{ message: string; code?: string | undefined }> {
  if (response.status === 401 && response.url.endsWith('/sign-in/email')) return { message: texts.wrongPassword };
  if (response.status >= 500 || !response.headers.get('content-type')?.includes('json'))
    return { message: deskErrors.unreachable.message };
  const { message, code } = (await response.json()) as { message?: string; code?: string };
  return { message: message ?? texts.unexpectedStatus(response.status), code };
}

/**
 * Returns the path to open after signing in: `next` if it is a path of the desk other than the sign-in page, else
 * `/desk`. Prevents open redirects.
 */
export function deskPath(next: string | null): string {
  return next !== null && /^\/desk(?:[/?]|$)/.test(next) && !next.startsWith('/desk/sign-in') ? next : '/desk';
}
