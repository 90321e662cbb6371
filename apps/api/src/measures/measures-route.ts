import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { MeasureData } from '@chancery/reader';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { apiError, errorStatus, isErrorCode } from '../errors.ts';
import type { HeadWatch } from '../head-watch.ts';
import { corsHeaders, preflightHeaders } from '../http/cors-headers.ts';
import { matches, type ResponseCache } from '../response-cache.ts';
import { measureNames, measureOf } from './catalogue.ts';
import { fileFormats } from './file-lines.ts';
import { pathOf, readFileRequest } from './file-request.ts';
import { createMeasureEngine } from './measure-engine.ts';
import { writeFile } from './write-file.ts';

/** What the files of measures need. */
export interface MeasuresRoute {
  readonly measures: MeasureData;
  readonly head: HeadWatch;
  readonly cache: ResponseCache;
}

/** How many files may be written at once: each keeps the processor busy for as long as it lasts. */
const maxConcurrentFiles = 4;
/** The largest file that is kept, in characters. */
const mostKept = 4 * 1024 * 1024;

/**
 * Serves files of measures: `GET /measures` says which there are, `GET /measures/votes-kappa?year=2014` streams all dyads
 * of a year. They are public like the door beside them, and their tags hold as long as the revision does.
 */
export function measuresRoute(app: FastifyInstance, { measures, head, cache }: MeasuresRoute): void {
  const engine = createMeasureEngine(measures);
  let atOnce = 0;
  app.options('/measures', async (_request, reply) =>
    reply.code(204).headers(corsHeaders).headers(preflightHeaders).send(),
  );
  app.options('/measures/:name', async (_request, reply) =>
    reply.code(204).headers(corsHeaders).headers(preflightHeaders).send(),
  );
  app.get('/measures', async (_request, reply) =>
    reply.headers(corsHeaders).send({
      measures: measureNames.map((name) => {
        const { description, reference } = measureOf(name);
        return { name, path: `/measures/${pathOf(name)}`, description, reference };
      }),
    }),
  );
  app.get<{ Params: { name: string } }>('/measures/:name', async (request, reply) => {
    void reply.headers(corsHeaders);
    try {
      const wanted = readFileRequest(request.params.name, request.query);
      const revision = wanted.at ?? head.number();
      if (revision > head.number()) throw apiError('BAD_USER_INPUT', `There is no revision ${revision} yet.`);
      const seen = { revision, withheld: head.withheld() };
      const key = `${revision}|${seen.withheld}|${request.url}`;
      const etag = `"${createHash('sha256').update(`measures ${key}`).digest('base64url').slice(0, 27)}"`;
      const contentType = fileFormats[wanted.format].contentType;
      void reply
        .header('etag', etag)
        .header(
          'cache-control',
          wanted.at === undefined ? 'public, max-age=0, must-revalidate' : 'public, max-age=3600',
        );
      if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
      void reply.header('content-type', contentType);
      const kept = cache.find(key);
      if (kept) return reply.header('x-cache', 'hit').send(kept.body);
      if (atOnce >= maxConcurrentFiles)
        throw apiError(
          'RETRYABLE',
          'Too many files of measures are being written at the moment. Try again in a second.',
        );
      atOnce += 1;
      const pieces = writeFile(engine, wanted, seen);
      // What is wrong shows with the first piece, while it can still be said by the status.
      const first = await pieces.next().catch((error: unknown) => {
        atOnce -= 1;
        throw error;
      });
      const keep = (body: string) => cache.keep(key, { body: Buffer.from(body), etag, contentType, past: wanted.at });
      const file = Readable.from(following(first, pieces, keep));
      // Read to its end, broken off or never begun: then it is closed.
      file.once('close', () => {
        atOnce -= 1;
      });
      return reply.send(file);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return refuse(reply, error);
    }
  });
}

/** A first piece and those after it; what they come to is kept if it is no more than may be. */
async function* following(
  first: IteratorResult<string, void>,
  pieces: AsyncGenerator<string, void>,
  keep: (body: string) => void,
): AsyncGenerator<string> {
  let body: string[] | undefined = [];
  let length = 0;
  for (let next = first; !next.done; next = await pieces.next()) {
    length += next.value.length;
    if (length > mostKept) body = undefined;
    body?.push(next.value);
    yield next.value;
  }
  if (body) keep(body.join(''));
}

function refuse(reply: FastifyReply, { message, extensions }: GraphQLError): FastifyReply {
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
