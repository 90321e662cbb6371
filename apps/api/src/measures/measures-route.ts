import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { isMerged, notYetHere } from '../endpoints/refused-read.ts';
import { apiError, errorStatus, isErrorCode, retryAfter } from '../errors.ts';
import type { HeadWatch } from '../head-watch.ts';
import { disconnectSignal } from '../http/disconnect-signal.ts';
import { allowAllOrigins } from '../http/public-cors.ts';
import { chargePoints } from '../limits/client-limits.ts';
import { limits } from '../limits/limits.ts';
import { matchesEtag, type ResponseCache } from '../response-cache.ts';
import { measureNames, measureOf } from './catalogue.ts';
import type { Computations } from './computations/computations.ts';
import { fileFormats } from './file-lines.ts';
import { computeFile } from './file-parts.ts';
import { pathOf, readFileRequest } from './file-request.ts';
import type { SendingFiles } from './sending-files.ts';

/** Dependencies of the routes of the measure files. */
export interface MeasureFilesOptions {
  readonly computations: Computations;
  readonly sending: SendingFiles;
  readonly head: HeadWatch;
  readonly cache: ResponseCache;
}

type FileRoute = { Params: { name: string } };

/**
 * Serves measure files: `GET /measures` lists the measures, `GET /measures/votes-kappa?year=2014` sends all dyads of a
 * year. The files are public, like `/graphql`. Their entity tags depend on the URL, the revision and the withheld
 * facts. `HEAD` returns the headers of a file and computes nothing, so it does not notice an unknown state.
 */
export async function serveMeasureFiles(app: FastifyInstance, options: MeasureFilesOptions): Promise<void> {
  const routes = async (scope: FastifyInstance) => {
    await allowAllOrigins(scope);
    listRoute(scope);
    fileRoutes(scope, options);
  };
  await app.register(routes, { prefix: '/measures' });
}

function listRoute(scope: FastifyInstance): void {
  scope.get('', async () => ({
    measures: measureNames.map((name) => {
      const { description, reference } = measureOf(name);
      return { name, path: `/measures/${pathOf(name)}`, description, reference };
    }),
  }));
}

function fileRoutes(scope: FastifyInstance, { computations, sending, head, cache }: MeasureFilesOptions): void {
  /** Parses the request, and sets the headers of the file. */
  const open = async (request: FastifyRequest<FileRoute>, reply: FastifyReply) => {
    const file = readFileRequest(request.params.name, request.query);
    const revision = file.at ?? head.number();
    if (revision > head.number()) {
      if (await isMerged(revision, head)) throw notYetHere(revision);
      throw apiError('NO_SUCH_REVISION', `There is no revision ${revision}: the latest is ${head.number()}.`);
    }
    const view = { revision, withheld: head.withheld() };
    const key = `${revision}|${view.withheld}|${request.url}`;
    const etag = `"${createHash('sha256').update(`measures ${key}`).digest('base64url').slice(0, 27)}"`;
    const contentType = fileFormats[file.format].contentType;
    const cacheControl = file.at === undefined ? 'public, max-age=0, must-revalidate' : 'public, max-age=3600';
    void reply.header('etag', etag).header('cache-control', cacheControl);
    const isUnchanged = matchesEtag(request.headers['if-none-match'], etag);
    if (!isUnchanged) void reply.header('content-type', contentType);
    return { file, view, key, etag, contentType, isUnchanged };
  };
  // This route comes first: Fastify would otherwise make one that computes the file.
  scope.head<FileRoute>('/:name', (request, reply) =>
    answer(reply, async () => ((await open(request, reply)).isUnchanged ? reply.code(304).send() : reply.send())),
  );
  scope.get<FileRoute>('/:name', (request, reply) =>
    answer(reply, async () => {
      const { file, view, key, etag, contentType, isUnchanged } = await open(request, reply);
      if (isUnchanged) return reply.code(304).send();
      const cached = cache.get(key);
      if (!cached)
        await chargePoints(
          request,
          reply,
          Math.min(limits.points, (file.to - file.from + 1) * limits.pointsOf.measureYear),
        );
      const parts = cached
        ? [Buffer.from(cached.body)]
        : await computeFile(computations, file, {
            view,
            signal: disconnectSignal(reply)(),
            onComplete: (body) => cache.set(key, { body, etag, contentType, past: file.at }),
          });
      if (cached) void reply.header('x-cache', 'hit');
      if (Array.isArray(parts))
        void reply.header(
          'content-length',
          parts.reduce((sum, part) => sum + part.length, 0),
        );
      const stream = sending.send(reply, toAsync(parts));
      if (!stream)
        throw apiError('RETRYABLE', 'Too many measure files are being sent at the moment. Try again in a second.');
      return reply.send(stream);
    }),
  );
}

async function* toAsync(parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function answer(reply: FastifyReply, respond: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await respond();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return sendError(reply, error);
  }
}

function sendError(reply: FastifyReply, { message, extensions }: GraphQLError): FastifyReply {
  const { code, http: _http, ...rest } = extensions;
  const status = isErrorCode(code) ? errorStatus[code] : 500;
  if (status === 503) void reply.header('retry-after', retryAfter);
  return reply
    .code(status)
    .removeHeader('etag')
    .removeHeader('content-length')
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ code, message, ...rest });
}
