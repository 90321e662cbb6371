import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AuthCall, AuthServices } from './auth-call.ts';
import { callBetterAuth, copyCookies, sendError, sendTooManyAttempts } from './better-auth-request.ts';
import { isPasswordConfirmed } from './confirm-password.ts';
import { currentPasswordSchema } from './password-schema.ts';
import { personObject } from './people.ts';
import { claimCode, readCode } from './second-factor-codes.ts';
import { sessionOf, type ValidSession } from './viewer.ts';

const passwordBody = z.object({ password: currentPasswordSchema });
const codeBody = z.object({
  code: z.string('Enter the code.').min(1, 'Enter the code.').max(50, 'The code is wrong.'),
});
const started = z.object({ totpURI: z.string() });
const codes = z.object({ backupCodes: z.array(z.string()) });

/**
 * Begins to set up a second factor: sends the address that an authenticator app reads from a QR code. The second factor
 * takes effect once a code of the app is confirmed. Starting again replaces the secret.
 */
export async function startSecondFactor(call: AuthCall, services: AuthServices): Promise<FastifyReply> {
  const allowed = await afterPassword(call, services, 'OFF');
  if (!allowed) return call.reply;
  const response = await callBetterAuth({ auth: services.auth, request: call.request }, '/two-factor/enable', {
    password: allowed.password,
  });
  if (!response.ok) throw new Error(`better-auth answered /two-factor/enable with status ${response.status}`);
  // The recovery codes in this response are shown after the confirmation.
  return call.reply.send({ uri: started.parse(await response.json()).totpURI });
}

/**
 * Turns the second factor on if the code is one of the app. Ends all other sessions of the user, replaces the present one,
 * and sends the recovery codes.
 */
export async function confirmSecondFactor(call: AuthCall, services: AuthServices): Promise<FastifyReply> {
  const { request, reply, address } = call;
  const { auth, audit, client, people, throttle } = services;
  const session = await sessionOf(auth, request.headers);
  if (!session) return sendError(reply, 401, 'UNAUTHENTICATED', 'Sign in first.');
  const { viewer } = session;
  if (viewer.secondFactor === 'ON') return sendState(reply, 'OFF');
  const read = codeBody.safeParse(request.body);
  if (!read.success)
    return sendError(reply, 400, 'BAD_USER_INPUT', read.error.issues[0]?.message ?? 'Send the code as JSON.');
  const { kind, code } = readCode(read.data.code);
  const attempt = await throttle.attempt({ secondFactorOf: viewer.id }, async () => {
    if (kind !== 'TOTP' || !(await claimCode(client, viewer.id, code))) return { isRight: false, result: undefined };
    const response = await callBetterAuth({ auth, request }, '/two-factor/verify-totp', { code });
    if (response.status >= 500) throw new Error(`better-auth answered a code with status ${response.status}`);
    return { isRight: response.ok, result: response.ok ? response : undefined };
  });
  if (attempt.isRefused) return sendTooManyAttempts(reply, attempt.wait);
  if (!attempt.result) {
    await audit.record({ person: viewer.id, address }, [
      { kind: 'SECOND_FACTOR_FAILED', object: personObject(viewer), reason: 'WRONG_CODE' },
    ]);
    return sendError(
      reply,
      400,
      'BAD_USER_INPUT',
      'The code is wrong or was given before. Enter the code that the app shows now.',
    );
  }
  copyCookies(attempt.result, reply);
  const replaced = await sessionOf(auth, {
    cookie: attempt.result.headers
      .getSetCookie()
      .flatMap((cookie) => cookie.split(';')[0] ?? [])
      .join('; '),
  });
  await audit.within({ person: viewer.id, address }, async (transaction) => {
    const ended = await people.using(transaction).endSessions(viewer.id, replaced?.id);
    const after = { endedSessions: ended };
    return { result: ended, changes: [{ kind: 'SECOND_FACTOR_ON', object: personObject(viewer), after }] };
  });
  const { backupCodes } = codes.parse(await auth.api.viewBackupCodes({ body: { userId: viewer.id } }));
  return reply.send({ recoveryCodes: backupCodes });
}

/** Turns the second factor of the signed-in user off and ends their other sessions, unless the desk requires it of them. */
export async function turnOffSecondFactor(call: AuthCall, services: AuthServices): Promise<FastifyReply> {
  const { reply, address } = call;
  const { auth, audit, people } = services;
  const allowed = await afterPassword(call, services, 'ON');
  if (!allowed) return call.reply;
  const { id: session, viewer } = allowed.session;
  if (viewer.role === 'ADMIN' && (await auth.isSecondFactorRequired()))
    return sendError(
      reply,
      403,
      'FORBIDDEN',
      'The desk requires a second factor of admins, so it cannot be turned off.',
    );
  await audit.within({ person: viewer.id, address }, async (transaction) => {
    const ended = await people.using(transaction).removeSecondFactor(viewer.id, session);
    const after = { endedSessions: ended };
    return { result: ended, changes: [{ kind: 'SECOND_FACTOR_OFF', object: personObject(viewer), after }] };
  });
  return reply.send({ secondFactor: 'OFF' });
}

/** Replaces the recovery codes of the signed-in user and sends the new ones. */
export async function replaceRecoveryCodes(call: AuthCall, services: AuthServices): Promise<FastifyReply> {
  const { request, reply, address } = call;
  const { auth, audit } = services;
  const allowed = await afterPassword(call, services, 'ON');
  if (!allowed) return call.reply;
  const { password, session } = allowed;
  const response = await callBetterAuth({ auth, request }, '/two-factor/generate-backup-codes', { password });
  if (!response.ok) throw new Error(`better-auth answered /generate-backup-codes with status ${response.status}`);
  await audit.record({ person: session.viewer.id, address }, [
    { kind: 'RECOVERY_CODES_REPLACED', object: personObject(session.viewer) },
  ]);
  return reply.send({ recoveryCodes: codes.parse(await response.json()).backupCodes });
}

/**
 * Checks that somebody is signed in, that their second factor is in the given state and that they have given their
 * password. Returns the session and the password; `undefined` if a refusal has been sent.
 */
async function afterPassword(
  call: AuthCall,
  services: AuthServices,
  state: 'ON' | 'OFF',
): Promise<{ readonly session: ValidSession; readonly password: string } | undefined> {
  const { request, reply } = call;
  const session = await sessionOf(services.auth, request.headers);
  const read = passwordBody.safeParse(request.body);
  if (!session) void sendError(reply, 401, 'UNAUTHENTICATED', 'Sign in first.');
  else if ((session.viewer.secondFactor === 'ON') !== (state === 'ON')) void sendState(reply, state);
  else if (!read.success)
    void sendError(reply, 400, 'BAD_USER_INPUT', read.error.issues[0]?.message ?? 'Send the password as JSON.');
  else {
    const { password } = read.data;
    if (await isPasswordConfirmed(call, services, { session, password, failure: 'SECOND_FACTOR_FAILED' }))
      return { session, password };
  }
  return undefined;
}

/** Sends that the second factor is not in the state that the request needs. */
function sendState(reply: FastifyReply, wanted: 'ON' | 'OFF'): FastifyReply {
  const message =
    wanted === 'ON'
      ? 'Your second factor is off. Reload the page of your account.'
      : 'Your second factor is on already. Reload the page of your account.';
  return sendError(reply, 400, 'BAD_USER_INPUT', message);
}
