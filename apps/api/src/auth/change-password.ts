import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AuthCall, AuthServices } from './auth-call.ts';
import { sendError } from './better-auth-request.ts';
import { isPasswordConfirmed } from './confirm-password.ts';
import { currentPasswordSchema, newPasswordSchema } from './password-schema.ts';
import { personObject } from './people.ts';
import { sessionOf } from './viewer.ts';

const bodySchema = z.object({ currentPassword: currentPasswordSchema, newPassword: newPasswordSchema });

/**
 * Changes the password of the signed-in user, who has to give the current one. Ends all other sessions of the user and
 * keeps the present one; sends the number of ended sessions. Guesses are delayed as at sign-in.
 */
export async function changePassword(call: AuthCall, services: AuthServices): Promise<FastifyReply> {
  const { request, reply, address } = call;
  const { auth, audit, people } = services;
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
  const given = { session, password: currentPassword, failure: 'PASSWORD_CHANGE_FAILED' } as const;
  if (!(await isPasswordConfirmed(call, services, given))) return reply;
  const { viewer } = session;
  const ended = await audit.within({ person: viewer.id, address }, async (transaction) => {
    const result = await people.using(transaction).changePassword(viewer.id, newPassword, session.id);
    const after = { endedSessions: result ?? 0 };
    return {
      result,
      changes: result === undefined ? [] : [{ kind: 'PASSWORD_CHANGED' as const, object: personObject(viewer), after }],
    };
  });
  return ended === undefined
    ? sendError(reply, 401, 'UNAUTHENTICATED', 'Sign in first.')
    : reply.send({ endedSessions: ended });
}
