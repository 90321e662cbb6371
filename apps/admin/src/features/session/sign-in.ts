import { deskErrors } from '../../doors/desk-answer.ts';

/** What came of signing in or setting up: nothing more to say, or why not. */
export type Entry = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Signs somebody in; the session is in a cookie out of reach of scripts. */
export function signIn(email: string, password: string): Promise<Entry> {
  return post('/desk/auth/sign-in/email', { email, password });
}

/** Signs out. */
export function signOut(): Promise<Entry> {
  return post('/desk/auth/sign-out', {});
}

/** Makes the first admin, with the token of the link that the first start prints. */
export function setUp(admin: { token: string; name: string; email: string; password: string }): Promise<Entry> {
  return post('/desk/set-up', admin);
}

async function post(path: string, body: unknown): Promise<Entry> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return { ok: true };
    return { ok: false, message: await messageOf(response) };
  } catch {
    return {
      ok: false,
      message: navigator.onLine ? deskErrors.unreachable.message : 'There is no connection to the desk.',
    };
  }
}

async function messageOf(response: Response): Promise<string> {
  if (response.status === 401) return 'The e-mail address or the password is wrong.';
  if (response.status >= 500 || !response.headers.get('content-type')?.includes('json'))
    return deskErrors.unreachable.message;
  const { message } = (await response.json()) as { message?: string };
  return message ?? `The desk answered with status ${response.status}.`;
}

/** Where to go after signing in: a path within the desk, wherever the address says otherwise. */
export function placeWithin(next: string | null): string {
  return next !== null && /^\/desk(?:[/?]|$)/.test(next) && !next.startsWith('/desk/sign-in') ? next : '/desk';
}
