import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AuditedChange } from '../audit/audit-trail.ts';
import { passwordLength, suspendedCode } from './auth.ts';
import type { AuthCall, AuthServices } from './auth-call.ts';
import {
  callBetterAuth,
  codeOf,
  copyCookies,
  sendError,
  sendOriginNeeded,
  sendTooManyAttempts,
} from './better-auth-request.ts';
import { normalizeEmail, type Person, personObject } from './people.ts';
import type { SecondFactorCode } from './second-factor-codes.ts';

const credentials = z.object({ email: z.email().max(300), password: z.string().min(1).max(passwordLength.max) });

/**
 * Signs a user in: sets the cookies of the session and of the device, and sends the user. Refuses suspended users, wrong
 * credentials and attempts that earlier failures delay. A user with a second factor gets no session yet: the cookie and
 * the answer ask for a code, see verify-second-factor.ts.
 */
export async function signIn(call: AuthCall, services: AuthServices): Promise<FastifyReply> {
  const { request, reply, address } = call;
  const { auth, audit, people, throttle, devices } = services;
  const read = credentials.safeParse(request.body);
  if (!read.success)
    return sendError(
      reply,
      400,
      'BAD_USER_INPUT',
      'The e-mail address or the password is missing or invalid. Send both as JSON.',
    );
  const account = normalizeEmail(read.data.email);
  const device = devices.read(request, account);
  const attempt = await throttle.attempt({ account, address, device }, async () => {
    const response = await callBetterAuth({ auth, request }, '/sign-in/email', read.data);
    // Not a wrong password: the error handler answers and logs.
    if (response.status >= 500) throw new Error(`better-auth answered a sign-in with status ${response.status}`);
    // Better-auth creates the session after it has checked the password, and auth.ts refuses suspended users then.
    const isSuspended = response.status === 403 && (await codeOf(response)) === suspendedCode;
    return { isRight: response.ok || isSuspended, result: { response, isSuspended } };
  });
  if (attempt.isRefused) return sendTooManyAttempts(reply, attempt.wait);
  const { response, isSuspended } = attempt.result;
  if (response.status === 403 && !isSuspended) return sendOriginNeeded(reply);
  const person = await people.findByEmail(account);
  if (!response.ok || !person) {
    const reason = isSuspended ? 'SUSPENDED' : person ? 'WRONG_PASSWORD' : 'UNKNOWN_ACCOUNT';
    await recordFailedSignIn(services, { account, person, reason, delay: attempt.delay, address });
    return isSuspended
      ? sendError(reply, 403, 'FORBIDDEN', 'This account is suspended. Ask an admin of the desk.')
      : sendError(reply, 401, 'UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
  }
  if (await asksForSecondFactor(response)) {
    await audit.record({ person: undefined, address }, [
      { kind: 'SECOND_FACTOR_ASKED', object: { type: 'ACCOUNT', id: person.id, label: account } },
    ]);
    copyCookies(response, reply);
    return reply.send({ isSecondFactorNeeded: true });
  }
  return sendSignedIn(call, services, { person, response, secondFactor: undefined });
}

/** Records a sign-in, and sends the user with the cookies of the session and of the device. */
export async function sendSignedIn(
  { request, reply, address }: AuthCall,
  { audit, devices }: AuthServices,
  {
    person,
    response,
    secondFactor,
  }: { person: Person; response: Response; secondFactor: SecondFactorCode['kind'] | undefined },
): Promise<FastifyReply> {
  const device = devices.read(request, person.email);
  const after = { knownDevice: device !== undefined, ...(secondFactor === undefined ? {} : { secondFactor }) };
  await audit.record({ person: person.id, address }, [{ kind: 'SIGNED_IN', object: personObject(person), after }]);
  copyCookies(response, reply);
  devices.set(reply, person.email, device);
  const { id, name, email, role } = person;
  return reply.send({ user: { id, name, email, role } });
}

/** Records an attempt to sign in that failed. `delay` is the number of seconds for which further attempts have to wait. */
export async function recordFailedSignIn(
  { audit }: AuthServices,
  {
    account,
    person,
    reason,
    delay,
    address,
  }: {
    account: string;
    person: Person | undefined;
    reason: NonNullable<AuditedChange['reason']>;
    delay: number;
    address: string;
  },
): Promise<void> {
  await audit.record({ person: undefined, address }, [
    {
      kind: 'SIGN_IN_FAILED',
      object: { type: 'ACCOUNT', id: person?.id ?? null, label: account },
      reason,
      ...(delay > 0 ? { after: { delaySeconds: delay } } : {}),
    },
  ]);
}

/** True if better-auth has accepted the password and waits for a second factor. */
async function asksForSecondFactor(response: Response): Promise<boolean> {
  const body = (await response.clone().json()) as { twoFactorRedirect?: unknown };
  return body.twoFactorRedirect === true;
}
