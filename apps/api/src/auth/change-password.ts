import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { passwordLength } from './auth.ts';
import type { AuthCall, AuthServices } from './auth-call.ts';
import { sendError, sendTooManyAttempts } from './better-auth-request.ts';
import { personObject } from './people.ts';
import { sessionOf } from './viewer.ts';

const bodySchema = z.object({
  currentPassword: z
    .string('Enter your current password.')
    .min(1, 'Enter your current password.')
    .max(passwordLength.max, 'The current password is wrong.'),
  newPassword: z
    .string('Enter a new password.')
    .min(passwordLength.min, `Enter a new password of at least ${passwordLength.min} characters.`)
    .max(passwordLength.max, `Enter a new password of at most ${passwordLength.max} characters.`),
});

/**
 * Changes the password of the signed-in user, who has to give the current one. Ends all other sessions of the user and
 * keeps the present one; sends the number of ended sessions. Guesses are delayed as at sign-in.
 */
export async function changePassword(
  { request, reply, address }: AuthCall,
  { auth, audit, people, throttle, devices }: AuthServices,
): Promise<FastifyReply> {
  const session = await sessionOf(auth, request.headers);
  if (!session) return sendError(reply, 401, 'UNAUTHENTICATED', 'Sign in first.');
  const read = bodySchema.safeParse(request.body);
  if (!read.success)
    return sendError(
      reply,
      400,
      'BAD_USER_INPUT',
      read.error.issues[0]?.message ?? 'Send the current and the new password as JSON.',
    );
  const { currentPassword, newPassword } = read.data;
  const { viewer } = session;
  const actor = { person: viewer.id, address };
  const object = personObject(viewer);
  const account = viewer.email;
  const device = devices.read(request, account);
  const attempt = await throttle.attempt({ account, address, device }, async () => {
    const isRight = await people.isPasswordOf(viewer.id, currentPassword);
    return { isRight, result: isRight };
  });
  if (attempt.isRefused) return sendTooManyAttempts(reply, attempt.wait);
  if (!attempt.result) {
    await audit.record(actor, [{ kind: 'PASSWORD_CHANGE_FAILED', object, reason: 'WRONG_PASSWORD' }]);
    return sendError(reply, 400, 'BAD_USER_INPUT', 'The current password is wrong. Correct it and try again.');
  }
  const ended = await audit.within(actor, async (transaction) => {
    const result = await people.using(transaction).changePassword(viewer.id, newPassword, session.id);
    return {
      result,
      changes:
        result === undefined ? [] : [{ kind: 'PASSWORD_CHANGED' as const, object, after: { endedSessions: result } }],
    };
  });
  return ended === undefined
    ? sendError(reply, 401, 'UNAUTHENTICATED', 'Sign in first.')
    : reply.send({ endedSessions: ended });
}
