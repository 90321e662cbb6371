import { parseCookies } from 'better-auth/cookies';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { suspendedCode } from './auth.ts';
import type { AuthCall, AuthServices } from './auth-call.ts';
import { callBetterAuth, codeOf, sendError, sendOriginNeeded, sendTooManyAttempts } from './better-auth-request.ts';
import type { Person } from './people.ts';
import { claimCode, readCode, type SecondFactorCode } from './second-factor-codes.ts';
import { recordFailedSignIn, sendSignedIn } from './sign-in.ts';

const body = z.object({ code: z.string().min(1).max(50) });

/** What better-auth says of a code: its response with a session, or why there is none. */
type CodeOutcome = Response | 'WRONG_CODE' | 'SUSPENDED' | 'EXPIRED' | 'FORBIDDEN';

/**
 * Ends a sign-in with a second factor: takes a code of the authenticator app, or a recovery code, which then no longer
 * works. Needs the cookie that the right password has set; it is valid for ten minutes and five wrong codes.
 */
export async function verifySecondFactor(call: AuthCall, services: AuthServices): Promise<FastifyReply> {
  const { request, reply, address } = call;
  const { throttle } = services;
  const read = body.safeParse(request.body);
  if (!read.success) return sendError(reply, 400, 'BAD_USER_INPUT', 'Enter the code.');
  const begun = await beginning(request, services);
  if (!begun) return sendExpired(reply);
  const { person, cookie } = begun;
  const given = readCode(read.data.code);
  const attempt = await throttle.attempt<CodeOutcome>({ secondFactorOf: person.id }, async () => {
    const response = await checkCode(call, services, { person, cookie, given });
    if (response === undefined) return { isRight: false, result: 'WRONG_CODE' };
    if (response.ok) return { isRight: true, result: response };
    if (response.status >= 500) throw new Error(`better-auth answered a code with status ${response.status}`);
    const code = await codeOf(response);
    if (code === suspendedCode) return { isRight: true, result: 'SUSPENDED' };
    if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return { isRight: false, result: 'WRONG_CODE' };
    // Counts as wrong: the end of one sign-in must not reset the delay of the next.
    return { isRight: false, result: response.status === 403 ? 'FORBIDDEN' : 'EXPIRED' };
  });
  if (attempt.isRefused) return sendTooManyAttempts(reply, attempt.wait);
  if (attempt.result === 'EXPIRED') return sendExpired(reply);
  if (attempt.result === 'FORBIDDEN') return sendOriginNeeded(reply);
  if (attempt.result instanceof Response)
    return sendSignedIn(call, services, { person, response: attempt.result, secondFactor: given.kind });
  await recordFailedSignIn(services, {
    ...{ account: person.email, person, address },
    ...{ reason: attempt.result, delay: attempt.delay },
  });
  return attempt.result === 'SUSPENDED'
    ? sendError(reply, 403, 'FORBIDDEN', 'This account is suspended. Ask an admin of the desk.')
    : sendError(
        reply,
        401,
        'UNAUTHENTICATED',
        'The code is wrong or was given before. Enter the code that the app shows now, or a recovery code.',
      );
}

/** Passes a code to better-auth. Returns `undefined` for a code of the app that was given before. */
async function checkCode(
  { request }: AuthCall,
  { auth, client }: AuthServices,
  { person, cookie, given: { kind, code } }: { person: Person; cookie: string; given: SecondFactorCode },
): Promise<Response | undefined> {
  if (kind === 'TOTP' && !(await claimCode(client, person.id, code))) return undefined;
  const route = kind === 'TOTP' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
  // Only this cookie: with a session, better-auth would check the code of its user instead.
  return callBetterAuth({ auth, request, cookie }, route, { code });
}

/**
 * Returns the user who has given the right password, and the cookie that says so; `undefined` without such a cookie. The
 * signature of the cookie is not checked here: better-auth checks it with the code.
 */
async function beginning(
  { headers }: FastifyRequest,
  { auth, client, people }: AuthServices,
): Promise<{ readonly person: Person; readonly cookie: string } | undefined> {
  const { name } = (await auth.$context).createAuthCookie('two_factor');
  const value = headers.cookie === undefined ? undefined : parseCookies(headers.cookie).get(name);
  if (value === undefined) return undefined;
  const identifier = value.slice(0, Math.max(0, value.lastIndexOf('.')));
  const row = await client.verification.findFirst({ where: { identifier, expiresAt: { gt: new Date() } } });
  const person = row && identifier.startsWith('2fa-') ? (await people.byId([row.value])).get(row.value) : undefined;
  return person && { person, cookie: `${name}=${encodeURIComponent(value)}` };
}

function sendExpired(reply: FastifyReply): FastifyReply {
  return sendError(
    reply,
    401,
    'SIGN_IN_EXPIRED',
    'Give your password again: it was too long ago, or too many codes were wrong.',
  );
}
