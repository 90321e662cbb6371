import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AuditedChange } from '../audit/audit-trail.ts';
import { passwordLength, suspendedCode } from './auth.ts';
import type { AuthCall, AuthServices } from './auth-call.ts';
import { callBetterAuth, copyCookies, sendError, sendTooManyAttempts } from './better-auth-request.ts';
import { normalizeEmail, type Person, personObject } from './people.ts';

const credentials = z.object({ email: z.email().max(300), password: z.string().min(1).max(passwordLength.max) });

/**
 * Signs a user in: sets the cookies of the session and of the device, and sends the user. Refuses suspended users, wrong
 * credentials and attempts that earlier failures delay.
 */
export async function signIn({ request, reply, address }: AuthCall, services: AuthServices): Promise<FastifyReply> {
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
  if (response.status === 403 && !isSuspended)
    return sendError(
      reply,
      403,
      'FORBIDDEN',
      'A request with cookies or from a browser needs the Origin header of the desk. Send it, or no cookies.',
    );
  const person = await people.findByEmail(account);
  if (!response.ok || !person) {
    const reason = isSuspended ? 'SUSPENDED' : person ? 'WRONG_PASSWORD' : 'UNKNOWN_ACCOUNT';
    await audit.record({ person: undefined, address }, [failure({ account, person, reason, delay: attempt.delay })]);
    return isSuspended
      ? sendError(reply, 403, 'FORBIDDEN', 'This account is suspended. Ask an admin of the desk.')
      : sendError(reply, 401, 'UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
  }
  await audit.record({ person: person.id, address }, [
    { kind: 'SIGNED_IN', object: personObject(person), after: { knownDevice: device !== undefined } },
  ]);
  copyCookies(response, reply);
  devices.set(reply, account, device);
  const { id, name, email, role } = person;
  return reply.send({ user: { id, name, email, role } });
}

/** Returns the code in the body of an error of better-auth, which is left unread. */
async function codeOf(response: Response): Promise<unknown> {
  const { code } = (await response.clone().json()) as { code?: unknown };
  return code;
}

function failure({
  account,
  person,
  reason,
  delay,
}: {
  account: string;
  person: Person | undefined;
  reason: NonNullable<AuditedChange['reason']>;
  delay: number;
}): AuditedChange {
  return {
    kind: 'SIGN_IN_FAILED',
    object: { type: 'ACCOUNT', id: person?.id ?? null, label: account },
    reason,
    ...(delay > 0 ? { after: { delaySeconds: delay } } : {}),
  };
}
