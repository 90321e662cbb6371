import { newDeskId } from '@chancery/codebook';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Auth } from '../auth/auth.ts';
import { viewerOf } from '../auth/viewer.ts';
import type { DeskServices } from '../endpoints/desk-context.ts';
import { clientAddress } from '../http/client-address.ts';
import type { ReadSlowBody } from '../http/send-timeouts.ts';
import { limits } from '../limits/limits.ts';
import { importObject } from './audit-object.ts';
import { storeBytes } from './stored-file.ts';

const uploadQuery = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^/\\\p{Cc}\p{Surrogate}]+$/u),
  import: z
    .string()
    .regex(/^\w{1,40}$/)
    .optional(),
});

class TooLarge extends Error {}

/**
 * Serves uploads: `POST /desk/imports/files?name=states.csv` with the bytes as the body opens an import and returns `{
 * "import": id }`. With `&import=id` the file is added to that import and replaces a file of the same name; its source
 * has to be set again. Bytes are written to the database as they arrive. The upload may take any time, as long as each
 * chunk arrives within the send timeout.
 */
export async function serveUploads(
  app: FastifyInstance,
  { auth, services, readBody }: { auth: Auth; services: DeskServices; readBody: ReadSlowBody },
): Promise<void> {
  await app.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    // Don't read the body yet: nothing is read of an upload that is refused.
    routes.addContentTypeParser('*', (_request, body, done) => done(null, body));
    routes.route({
      method: 'POST',
      url: '/desk/imports/files',
      config: { isGated: false },
      bodyLimit: limits.body.importFile,
      handler: async (request, reply) => {
        void reply.header('cache-control', 'no-store');
        const viewer = await viewerOf(auth, request.headers);
        if (!viewer) return refuse(reply, 401, 'UNAUTHENTICATED', 'Sign in first.');
        request.viewerRole = viewer.role;
        const read = uploadQuery.safeParse(request.query);
        if (!read.success || !request.body)
          return refuse(
            reply,
            400,
            'BAD_USER_INPUT',
            'The file, its name or the id of its import is missing or invalid. Send the bytes of the file as the body, and a name of 1 to 200 characters without slashes or control characters in the address: ?name=states.csv.',
          );
        const body = limitSize(limits.body.importFile, readBody(request));
        return store({ ...read.data, by: viewer.id, address: clientAddress(request), body }, services, reply);
      },
    });
  });
}

async function store(
  {
    name,
    import: importId,
    by,
    address,
    body,
  }: z.infer<typeof uploadQuery> & { by: string; address: string; body: AsyncIterable<Buffer> },
  { client, pools, audit }: DeskServices,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = importId === undefined ? undefined : await client.import.findUnique({ where: { id: importId } });
  if (importId !== undefined && found?.startedBy !== by)
    return refuse(
      reply,
      403,
      'FORBIDDEN',
      'You have no import with this id. Add the file to an import of your own, or start another one.',
    );
  if (found && !['UPLOADED', 'CHECKED', 'FAILED'].includes(found.status))
    return refuse(
      reply,
      409,
      'BAD_USER_INPUT',
      'Files cannot be added to an import that is running, written or cancelled. Start another import.',
    );
  const files = found ? await client.importFile.count({ where: { importId: found.id, NOT: { name } } }) : 0;
  if (files >= limits.importFiles)
    return refuse(
      reply,
      400,
      'BAD_USER_INPUT',
      `An import can have at most ${limits.importFiles} files. Start another import for the others.`,
    );
  const id = newDeskId('importFile');
  const target = found ?? (await client.import.create({ data: { id: newDeskId('import'), startedBy: by } }));
  // Use a temporary name until the upload is complete, so that an interrupted upload replaces nothing.
  await client.importFile.create({ data: { id, importId: target.id, name: `${id} ${name}` } });
  try {
    const { size, digest } = await storeBytes(pools.desk, id, body);
    await client.$transaction([
      client.importFile.deleteMany({ where: { importId: target.id, name } }),
      client.importFile.update({ where: { id }, data: { name, size, digest } }),
      client.import.update({ where: { id: target.id }, data: { status: 'UPLOADED', source: null, problem: null } }),
    ]);
    await audit.record({ person: by, address }, [
      {
        kind: found ? 'IMPORT_FILE_ADDED' : 'IMPORT_STARTED',
        object: importObject(target),
        after: { file: name, bytes: size, sha256: digest },
      },
    ]);
  } catch (error) {
    await (found ? client.importFile.delete({ where: { id } }) : client.import.delete({ where: { id: target.id } }));
    if (!(error instanceof TooLarge)) throw error;
    const maxSize = `${limits.body.importFile / 1024 / 1024} MB`;
    // Close the connection, because the rest of the body is not read.
    void reply.header('connection', 'close');
    return refuse(reply, 413, 'BODY_LIMIT', `A file can have at most ${maxSize}. Compress it with gzip, or split it.`);
  }
  return reply.code(201).send({ import: target.id });
}

/** Yields the chunks of a body; throws TooLarge when it exceeds the limit. */
async function* limitSize(limit: number, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    yield chunk;
  }
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ code, message });
}
