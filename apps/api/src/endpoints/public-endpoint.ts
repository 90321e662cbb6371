import { ApolloServer } from '@apollo/server';
import {
  buildRegisterSchema,
  type CacheSize,
  createReader,
  createRowCache,
  type StatementRunner,
} from '@chancery/reader';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { HeadWatch } from '../head-watch.ts';
import { disconnectSignal } from '../http/disconnect-signal.ts';
import { serveGraphql } from '../http/graphql-route.ts';
import { chargePoints } from '../limits/client-limits.ts';
import { createReadGate } from '../limits/costly-reads.ts';
import { limits } from '../limits/limits.ts';
import { errorFormatter } from '../masking.ts';
import type { Computations } from '../measures/computations/computations.ts';
import { measuredFields } from '../measures/prices.ts';
import { resolveMeasures } from '../measures/resolvers.ts';
import { measuresSdl } from '../measures/sdl.ts';
import type { ReadPool } from '../read-pool.ts';
import { encodeBody, etagOf, matchesEtag, type ResponseBody, type ResponseCache } from '../response-cache.ts';
import { apolloOptions, disabledPlugins } from './apollo-options.ts';
import { DocumentStore } from './document-store.ts';
import type { EndpointContext } from './endpoint-context.ts';
import { readPlugin } from './read-plugin.ts';
import { resolveRegister } from './register-resolvers.ts';
import { isRegisterRoot } from './register-roots.ts';

/** Dependencies of the public endpoint. */
export interface PublicEndpointOptions {
  /** Connections of the login that can only read the register. */
  readonly pool: ReadPool;
  /** Runs statements on the connections of `pool`. */
  readonly statements: StatementRunner;
  readonly head: HeadWatch;
  readonly cache: ResponseCache;
  readonly computations: Computations;
  readonly log: Logger;
  /** Returns today's date in UTC, as YYYY-MM-DD. */
  readonly today: () => string;
}

/** Builds the schema of the public endpoint: the register and the measures computed from it. */
export function publicSchema(): GraphQLSchema {
  const schema = buildRegisterSchema('public', measuresSdl);
  resolveRegister(schema, measuresSdl);
  return schema;
}

/**
 * Serves `/graphql`: public, read-only and without cookies. Responses without errors are cached by revision. Returns a
 * function that returns the sizes of the endpoint's caches.
 */
export async function servePublicEndpoint(
  app: FastifyInstance,
  { pool, statements, head, cache, computations, log, today }: PublicEndpointOptions,
): Promise<() => CacheSize[]> {
  const schema = publicSchema();
  resolveMeasures(schema, computations, { withholds: true });
  const rowCache = createRowCache({
    pool,
    onError: (error) => log.warn({ err: error }, 'could not load the in-memory rows of states and organizations'),
  });
  const documents = new DocumentStore();
  const gate = createReadGate();
  const reader = createReader({
    ...{ schema, statements, rowCache, withholds: true, showsDeskFields: false },
    ...{ resolved: measuredFields, limits: limits.read },
    includesRoot: isRegisterRoot,
  });
  const apollo = new ApolloServer<EndpointContext>({
    schema,
    ...apolloOptions(log, documents),
    // No response depends on the user, so a forged request gains nothing, and plain GET requests can be cached.
    csrfPrevention: false,
    plugins: [readPlugin({ reader, head, today, mask: errorFormatter(log) }), ...disabledPlugins()],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  await serveGraphql(app, {
    path: '/graphql',
    apollo,
    bodyLimit: limits.body.public,
    methods: ['GET', 'POST'],
    isPublic: true,
    context: async (request, reply) => ({
      trace: { statements: 0 },
      charge: (points) => chargePoints(request, reply, points),
      gate,
      disconnected: disconnectSignal(reply),
    }),
    before: (request, reply) => {
      const withheld = head.withheld();
      const cached =
        cache.get(keyOf(request, { revision: head.number(), withheld, day: today() })) ??
        cache.get(keyOf(request, { revision: 'past', withheld, day: '' }));
      if (!cached) return undefined;
      void reply.header('content-type', cached.contentType).header('x-cache', 'hit');
      return withTag(request, reply, cached.body, cached.etag, cached.past);
    },
    after: (request, reply, text) => {
      const cacheable = request.graphqlContext?.trace.cacheable;
      if (!cacheable || reply.statusCode !== 200) return undefined;
      // Encode once: the same body is hashed for the tag, sent and cached.
      const body = encodeBody(text);
      const etag = etagOf(body);
      const { revision, withheld, past } = cacheable;
      const key = keyOf(
        request,
        past === undefined ? { revision, withheld, day: today() } : { revision: 'past', withheld, day: '' },
      );
      cache.set(key, {
        body,
        etag,
        past,
        contentType: String(reply.getHeader('content-type') ?? 'application/json; charset=utf-8'),
      });
      return withTag(request, reply, body, etag, past);
    },
  });
  return () => [
    ...[documents.size(), reader.planCache()].map((size) => ({ ...size, name: `public ${size.name}` })),
    ...rowCache.sizes(),
  ];
}

/**
 * What a cached response depends on besides the request: the revision, `HeadWatch.withheld` and the day. For a response
 * that reads only past revisions, the revision is `past` and the day is empty.
 */
interface ReadState {
  readonly revision: number | 'past';
  readonly withheld: number;
  readonly day: string;
}

/** Builds the cache key of a response from the state of the register and the exact request. */
function keyOf(request: FastifyRequest, { revision, withheld, day }: ReadState): string {
  return `${revision}|${withheld}|${day}|${request.headers.accept ?? ''}|${request.method}|${request.method === 'GET' ? request.url : (request.rawBody ?? '')}`;
}

/**
 * Sets the cache headers and returns the body; if the client has it already, sets status 304 and returns an empty text.
 */
function withTag(
  request: FastifyRequest,
  reply: FastifyReply,
  body: ResponseBody,
  etag: string,
  past: number | undefined,
): ResponseBody {
  void reply
    .header('etag', etag)
    .header('cache-control', past === undefined ? 'public, max-age=0, must-revalidate' : 'public, max-age=3600');
  if (request.method === 'GET') void reply.header('vary', 'accept');
  if (!matchesEtag(request.headers['if-none-match'], etag)) return body;
  void reply.code(304);
  return '';
}
