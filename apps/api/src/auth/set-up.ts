import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DeskClient } from '@chancery/prisma/desk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { clientAddress } from '../http/client-address.ts';
import { limits } from '../limits/limits.ts';
import { passwordLength } from './auth.ts';
import { type People, personObject } from './people.ts';

const setting = 'set-up-token';
const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Creates the token of the set-up link, with which a person becomes the first administrator. Stores only the digest of
 * the token. Earlier tokens stop working.
 */
export async function makeSetUpToken(desk: DeskClient): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await desk.setting.upsert({
    where: { name: setting },
    create: { name: setting, value: digest(token) },
    update: { value: digest(token) },
  });
  return token;
}

const body = z.object({
  token: z.string().max(200),
  name: z.string().trim().min(1, 'Enter your name.').max(200, 'Enter a name of at most 200 characters.'),
  email: z.email('Enter a valid e-mail address.'),
  password: z
    .string()
    .min(passwordLength.min, `Enter a password of at least ${passwordLength.min} characters.`)
    .max(passwordLength.max, `Enter a password of at most ${passwordLength.max} characters.`),
});

/** Serves the one-time set-up: a person with the token becomes the first administrator, and the token is deleted. */
export function serveSetUp(
  app: FastifyInstance,
  { desk, people, audit }: { desk: DeskClient; people: People; audit: AuditTrail },
): void {
  app.post('/desk/set-up', { bodyLimit: limits.body.small }, async (request, reply) => {
    const read = body.safeParse(request.body);
    if (!read.success)
      return reply.code(400).send({
        code: 'BAD_USER_INPUT',
        message: read.error.issues[0]?.message ?? 'Send the token, a name, an e-mail address and a password.',
      });
    const { token, ...admin } = read.data;
    if (!(await isCurrent(desk, token)) || !(await people.isEmpty())) {
      return reply.code(403).send({
        code: 'FORBIDDEN',
        message:
          'This link is invalid, or it has been used or replaced. If there is an administrator, ask them to add you; otherwise restart Chancery to get a new link.',
      });
    }
    // Of concurrent requests, the one that deletes the token creates the administrator.
    const created = await audit.within({ person: undefined, address: clientAddress(request) }, async (transaction) => {
      const { count } = await transaction.setting.deleteMany({ where: { name: setting } });
      const result = count === 1 ? await people.using(transaction).create({ ...admin, role: 'ADMIN' }) : undefined;
      if (!result) return { result, changes: [] };
      const { name, email, role } = result;
      return {
        result,
        changes: [{ kind: 'PERSON_ADDED', object: personObject(result), after: { name, email, role } }],
      };
    });
    return created
      ? reply.code(201).send({ email: created.email })
      : reply
          .code(403)
          .send({ code: 'FORBIDDEN', message: 'This link has already been used. Ask the administrator to add you.' });
  });
}

async function isCurrent(desk: DeskClient, token: string): Promise<boolean> {
  const row = await desk.setting.findUnique({ where: { name: setting } });
  if (typeof row?.value !== 'string') return false;
  return timingSafeEqual(Buffer.from(row.value), Buffer.from(digest(token)));
}
