import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Auth } from '../auth/auth.ts';
import { viewerOf } from '../auth/viewer.ts';
import type { DeskServices } from '../endpoints/desk-context.ts';
import { clientAddress } from '../http/client-address.ts';
import type { ReadSlowBody } from '../http/send-timeouts.ts';
import { limits } from '../limits/limits.ts';
import { importObject } from './audit-object.ts';
import { storeUpload } from './store-upload.ts';
import { tooManyUploads, type UploadRefusal } from './upload-refusal.ts';
import { uploadSlots } from './upload-slots.ts';

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

/**
 * Serves uploads: `POST /desk/imports/files?name=states.csv` with the bytes as the body opens an import and returns `{
 * "import": id }`. With `&import=id` the file is added to that import and replaces a file of the same name; its source
 * has to be set again. Bytes are written to the database as they arrive and not read further. The upload may take up to
 * its time limit, as long as each chunk arrives within the send timeout.
 */
export async function serveUploads(
  app: FastifyInstance,
  { auth, services, readBody }: { auth: Auth; services: DeskServices; readBody: ReadSlowBody },
): Promise<void> {
  const slots = uploadSlots(limits.uploads);
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
        const release = slots.take(viewer.id);
        if (typeof release === 'string') return send(request, reply, tooManyUploads(release));
        try {
          const { name, import: importId } = read.data;
          const upload = {
            name,
            importId,
            by: viewer.id,
            declaredSize: declaredSize(request),
            body: readBody(request),
          };
          const stored = await storeUpload(services.pools.desk, upload);
          if ('refusal' in stored) return send(request, reply, stored.refusal);
          await services.audit.record({ person: viewer.id, address: clientAddress(request) }, [
            {
              kind: stored.isNewImport ? 'IMPORT_STARTED' : 'IMPORT_FILE_ADDED',
              object: importObject(stored.import),
              after: { file: name, bytes: stored.size, sha256: stored.digest },
            },
          ]);
          return reply.code(201).send({ import: stored.import.id });
        } finally {
          release();
        }
      },
    });
  });
}

/** Returns the size that a request declares for its body, in bytes; `undefined` if it sends chunks without a size. */
function declaredSize({ headers }: FastifyRequest): number | undefined {
  return headers['content-length'] === undefined ? undefined : Number(headers['content-length']);
}

/**
 * Refuses an upload. Node discards a body of which nothing was read, so that the client gets the response. If a part was
 * read, the connection is closed, because the rest is not read.
 */
function send(
  { raw }: FastifyRequest,
  reply: FastifyReply,
  { status, retryAfter, ...error }: UploadRefusal,
): FastifyReply {
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  if (raw.readableDidRead && !raw.readableEnded) void reply.header('connection', 'close');
  return reply.code(status).send(error);
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ code, message });
}
