import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AuthCall, AuthServices } from './auth-call.ts';
import { sendError } from './better-auth-request.ts';
import { findPasswordLink, usePasswordLink } from './password-links.ts';
import { newPasswordSchema } from './password-schema.ts';
import { personObject } from './people.ts';

const bodySchema = z.object({ token: z.string().min(1).max(200), newPassword: newPasswordSchema });

/**
 * Sets the password of the user for whom a link was created, and ends all sessions of the user. The link works once. The
 * response contains the e-mail address of the user. A second factor stays as it is.
 */
export async function setPassword(
  { request, reply, address }: AuthCall,
  { audit, client, people }: AuthServices,
): Promise<FastifyReply> {
  const read = bodySchema.safeParse(request.body);
  if (!read.success) {
    const issue = read.error.issues.find(({ path }) => path[0] === 'newPassword');
    return sendError(reply, 400, 'BAD_USER_INPUT', issue?.message ?? 'Send the token and the new password as JSON.');
  }
  const { token, newPassword } = read.data;
  const link = await findPasswordLink(client, token);
  const person = link && (await people.byId([link.userId])).get(link.userId);
  if (!person) return sendInvalidLink(reply);
  const isSet = await audit.within({ person: person.id, address }, async (transaction) => {
    if (!(await usePasswordLink(transaction, token))) return { result: false, changes: [] };
    const ended = await people.using(transaction).setPassword(person.id, newPassword);
    const after = { purpose: link.purpose, endedSessions: ended };
    return { result: true, changes: [{ kind: 'PASSWORD_SET' as const, object: personObject(person), after }] };
  });
  return isSet ? reply.send({ email: person.email }) : sendInvalidLink(reply);
}

function sendInvalidLink(reply: FastifyReply): FastifyReply {
  return sendError(
    reply,
    403,
    'FORBIDDEN',
    'This link is incomplete, or it has expired, been used or been replaced. Ask an admin of the desk for a new one.',
  );
}
