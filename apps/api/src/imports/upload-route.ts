import { newDeskId } from '@chancery/codebook';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Auth } from '../auth/auth.ts';
import { viewerOf } from '../auth/viewer.ts';
import type { DeskServices } from '../doors/desk-context.ts';
import type { ReadSlowBody } from '../http/send-timeouts.ts';
import { limits } from '../limits/limits.ts';
import { storeBytes } from './stored-file.ts';

const asked = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^/\\]+$/),
  import: z.string().max(40).optional(),
});

class TooLarge extends Error {}

/**
 * Takes the files of imports: `POST /desk/imports/files?name=states.csv` with the bytes as the body opens an import and returns
 * `{ "import": id }`; with `&import=id` the file is added to that one, in place of one of the same name. Bytes go to the
 * database as they come, and may take long as long as they keep coming.
 */
export async function uploadRoute(
  app: FastifyInstance,
  { auth, services, readBody }: { auth: Auth; services: DeskServices; readBody: ReadSlowBody },
): Promise<void> {
  await app.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    // The body is left on the wire: whoever may not upload has nothing read of theirs.
    routes.addContentTypeParser('*', (_request, body, done) => done(null, body));
    routes.route({
      method: 'POST',
      url: '/desk/imports/files',
      bodyLimit: limits.body.importFile,
      handler: async (request, reply) => {
        void reply.header('cache-control', 'no-store');
        const viewer = await viewerOf(auth, request.headers);
        if (!viewer) return refuse(reply, 401, 'UNAUTHENTICATED', 'Sign in first.');
        request.viewerRole = viewer.role;
        const read = asked.safeParse(request.query);
        if (!read.success || !request.body)
          return refuse(reply, 400, 'BAD_USER_INPUT', 'Send the bytes of a file, and its name as ?name=states.csv.');
        const body = upTo(limits.body.importFile, readBody(request));
        return keep({ ...read.data, by: viewer.id, body }, services, reply);
      },
    });
  });
}

async function keep(
  { name, import: into, by, body }: z.infer<typeof asked> & { by: string; body: AsyncIterable<Buffer> },
  { client, pools }: DeskServices,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = into === undefined ? undefined : await client.import.findUnique({ where: { id: into } });
  if (into !== undefined && found?.startedBy !== by)
    return refuse(reply, 403, 'FORBIDDEN', 'Files are added to one’s own imports.');
  if (found && !['UPLOADED', 'CHECKED', 'FAILED'].includes(found.status))
    return refuse(reply, 409, 'BAD_USER_INPUT', 'No file can be added to it any more. Start another import.');
  const files = found ? await client.importFile.count({ where: { importId: found.id, NOT: { name } } }) : 0;
  if (files >= limits.importFiles)
    return refuse(reply, 400, 'BAD_USER_INPUT', `An import has ${limits.importFiles} files at most.`);
  const id = newDeskId('importFile');
  const made = found ?? (await client.import.create({ data: { id: newDeskId('import'), startedBy: by } }));
  // Under a name of its own until it is there whole: a file that breaks off replaces nothing.
  await client.importFile.create({ data: { id, importId: made.id, name: `${id} ${name}` } });
  try {
    const { size, digest } = await storeBytes(pools.desk, id, body);
    await client.$transaction([
      client.importFile.deleteMany({ where: { importId: made.id, name } }),
      client.importFile.update({ where: { id }, data: { name, size, digest } }),
      client.import.update({ where: { id: made.id }, data: { status: 'UPLOADED', source: null, problem: null } }),
    ]);
  } catch (error) {
    await (found ? client.importFile.delete({ where: { id } }) : client.import.delete({ where: { id: made.id } }));
    if (!(error instanceof TooLarge)) throw error;
    const most = `${limits.body.importFile / 1024 / 1024} MB`;
    // What is left of the body is not read.
    void reply.header('connection', 'close');
    return refuse(reply, 413, 'BODY_LIMIT', `A file has ${most} at most. Pack it with gzip, or split it.`);
  }
  return reply.code(201).send({ import: made.id });
}

async function* upTo(limit: number, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > limit) throw new TooLarge();
    yield piece;
  }
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ code, message });
}
