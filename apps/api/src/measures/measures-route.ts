import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { MeasureData } from '@chancery/reader';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { apiError, errorStatus, isErrorCode } from '../errors.ts';
import type { HeadWatch } from '../head-watch.ts';
import { allowAllOrigins } from '../http/public-cors.ts';
import { chargePoints } from '../limits/client-limits.ts';
import { limits } from '../limits/limits.ts';
import { matchesEtag, type ResponseCache } from '../response-cache.ts';
import { measureNames, measureOf } from './catalogue.ts';
import { fileFormats } from './file-lines.ts';
import { pathOf, readFileRequest } from './file-request.ts';
import { createMeasureEngine } from './measure-engine.ts';
import { measureFilePieces } from './measure-file.ts';

/** Dependencies of the routes of the measure files. */
export interface MeasureFilesOptions {
  readonly measures: MeasureData;
  readonly head: HeadWatch;
  readonly cache: ResponseCache;
}

/** The maximum number of files written at once: each keeps a processor core busy until it is done. */
const maxConcurrentFiles = 4;
/** The size of the largest file that is cached, in characters. */
const maxCachedLength = 4 * 1024 * 1024;

/**
 * Serves measure files: `GET /measures` lists the measures, `GET /measures/votes-kappa?year=2014` streams all dyads of
 * a year. The files are public, like `/graphql`. Their entity tags depend on the URL, the revision and the withheld
 * facts.
 */
export async function serveMeasureFiles(app: FastifyInstance, options: MeasureFilesOptions): Promise<void> {
  const routes = async (scope: FastifyInstance) => {
    await allowAllOrigins(scope);
    listRoute(scope);
    fileRoute(scope, options);
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

function fileRoute(scope: FastifyInstance, { measures, head, cache }: MeasureFilesOptions): void {
  const engine = createMeasureEngine(measures);
  let filesInProgress = 0;
  scope.get<{ Params: { name: string } }>('/:name', async (request, reply) => {
    try {
      const fileRequest = readFileRequest(request.params.name, request.query);
      const revision = fileRequest.at ?? head.number();
      if (revision > head.number())
        throw apiError('BAD_USER_INPUT', `There is no revision ${revision}: the latest is ${head.number()}.`);
      const view = { revision, withheld: head.withheld() };
      const key = `${revision}|${view.withheld}|${request.url}`;
      const etag = `"${createHash('sha256').update(`measures ${key}`).digest('base64url').slice(0, 27)}"`;
      const contentType = fileFormats[fileRequest.format].contentType;
      void reply
        .header('etag', etag)
        .header(
          'cache-control',
          fileRequest.at === undefined ? 'public, max-age=0, must-revalidate' : 'public, max-age=3600',
        );
      if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).send();
      void reply.header('content-type', contentType);
      const cached = cache.get(key);
      if (cached) return reply.header('x-cache', 'hit').send(cached.body);
      const years = fileRequest.to - fileRequest.from + 1;
      await chargePoints(request, reply, Math.min(limits.points, years * limits.pointsOf.measureYear));
      if (filesInProgress >= maxConcurrentFiles)
        throw apiError('RETRYABLE', 'Too many measure files are being written at the moment. Try again in a second.');
      filesInProgress += 1;
      const pieces = measureFilePieces(engine, fileRequest, view);
      // Errors occur before the first piece, while the status can still be set.
      const first = await pieces.next().catch((error: unknown) => {
        filesInProgress -= 1;
        throw error;
      });
      const store = (body: string) =>
        cache.set(key, { body: Buffer.from(body), etag, contentType, past: fileRequest.at });
      const file = Readable.from(cacheWhenComplete(first, pieces, store));
      // A stream closes whether it was read to the end, broken off or never started.
      file.once('close', () => {
        filesInProgress -= 1;
      });
      return reply.send(file);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return sendError(reply, error);
    }
  });
}

/** Yields all pieces of a file. Stores the file when it is complete, unless it is larger than the size limit. */
async function* cacheWhenComplete(
  first: IteratorResult<string, void>,
  pieces: AsyncGenerator<string, void>,
  store: (body: string) => void,
): AsyncGenerator<string> {
  let body: string[] | undefined = [];
  let length = 0;
  for (let next = first; !next.done; next = await pieces.next()) {
    length += next.value.length;
    if (length > maxCachedLength) body = undefined;
    body?.push(next.value);
    yield next.value;
  }
  if (body) store(body.join(''));
}

function sendError(reply: FastifyReply, { message, extensions }: GraphQLError): FastifyReply {
  const { code, http: _http, ...rest } = extensions;
  const status = isErrorCode(code) ? errorStatus[code] : 500;
  if (status === 503) void reply.header('retry-after', '1');
  return reply
    .code(status)
    .removeHeader('etag')
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ code, message, ...rest });
}
