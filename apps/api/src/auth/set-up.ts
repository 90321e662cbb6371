import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DeskClient } from '@chancery/prisma/desk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { People } from './people.ts';

const setting = 'set-up-token';
const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/** Makes the token of the link by which the first admin is made; an earlier one no longer works. */
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
  name: z.string().trim().min(1, 'Say your name.').max(200),
  email: z.email('This is not an e-mail address.'),
  password: z.string().min(12, 'A password has at least 12 characters.').max(128),
});

/** Serves the one-time set-up: whoever has the token becomes the first admin, and the token is used up. */
export function setUpRoute(app: FastifyInstance, desk: DeskClient, people: People): void {
  app.post('/desk/set-up', { bodyLimit: 16 * 1024 }, async (request, reply) => {
    const read = body.safeParse(request.body);
    if (!read.success)
      return reply
        .code(400)
        .send({ code: 'BAD_USER_INPUT', message: read.error.issues[0]?.message ?? 'This cannot be read.' });
    const { token, ...admin } = read.data;
    if (!(await isCurrent(desk, token)) || !(await people.isEmpty())) {
      return reply.code(403).send({
        code: 'FORBIDDEN',
        message:
          'This link has been used or replaced. Start Chancery again for a new one, or ask an admin to invite you.',
      });
    }
    // Whoever deletes the token first has used it.
    const { count } = await desk.setting.deleteMany({ where: { name: setting } });
    const hired = count === 1 ? await people.hire({ ...admin, role: 'ADMIN' }) : undefined;
    return hired
      ? reply.code(201).send({ email: hired.email })
      : reply.code(403).send({ code: 'FORBIDDEN', message: 'This link has been used.' });
  });
}

async function isCurrent(desk: DeskClient, token: string): Promise<boolean> {
  const row = await desk.setting.findUnique({ where: { name: setting } });
  if (typeof row?.value !== 'string') return false;
  return timingSafeEqual(Buffer.from(row.value), Buffer.from(digest(token)));
}
