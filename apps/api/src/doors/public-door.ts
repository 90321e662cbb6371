import { ApolloServer } from '@apollo/server';
import { createReader, holdRows, type MeasureData, registerSchema } from '@chancery/reader';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { HeadWatch } from '../head-watch.ts';
import { corsHeaders, preflightHeaders } from '../http/cors-headers.ts';
import { graphqlRoute } from '../http/graphql-route.ts';
import { limits } from '../limits/limits.ts';
import { masking } from '../masking.ts';
import { resolveMeasures } from '../measures/resolvers.ts';
import { measuredFields, measuresSdl } from '../measures/sdl.ts';
import { type Body, encodeBody, etagOf, matches, type ResponseCache } from '../response-cache.ts';
import { apolloOptions, disabledPlugins } from './apollo-options.ts';
import type { DoorContext } from './door-context.ts';
import { readPlugin } from './read-plugin.ts';
import { resolveRegister } from './register-resolvers.ts';
import { isRegisterRoot } from './register-roots.ts';

/** What the public door needs. */
export interface PublicDoor {
  /** Connections of the login that may only read. */
  readonly pool: Pool;
  readonly head: HeadWatch;
  readonly cache: ResponseCache;
  readonly measures: MeasureData;
  readonly log: Logger;
  /** Today's date in UTC. */
  readonly today: () => string;
}

/** The schema of the public door: the register, to be read, and what is reckoned from it. */
export function publicSchema(): GraphQLSchema {
  const schema = registerSchema('public', measuresSdl);
  resolveRegister(schema, new Set(Object.keys(registerSchema('public').getTypeMap())));
  return schema;
}

/** Serves `/graphql`: read-only, without cookies, for everybody; answers are kept by revision. */
export async function publicDoor(
  app: FastifyInstance,
  { pool, head, cache, measures, log, today }: PublicDoor,
): Promise<void> {
  const schema = publicSchema();
  resolveMeasures(schema, measures, { withholds: true });
  const holder = holdRows({
    pool,
    onError: (error) => log.warn({ err: error }, 'the names of states and organizations could not be read ahead'),
  });
  const apollo = new ApolloServer<DoorContext>({
    schema,
    ...apolloOptions(log),
    // Nothing here depends on who asks, so a request forged in somebody's name gains nothing, and plain GETs can be cached.
    csrfPrevention: false,
    plugins: [
      readPlugin({
        plain: createReader({ schema, pool, holder, withholds: true, resolved: measuredFields }),
        typed: createReader({
          ...{ schema, pool, holder, withholds: true, resolved: measuredFields },
          typed: true,
          takes: isRegisterRoot,
        }),
        isRegister: isRegisterRoot,
        head,
        today,
        mask: masking(log),
      }),
      ...disabledPlugins(),
    ],
  });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  const path = '/graphql';
  app.options(path, async (_request, reply) =>
    reply
      .code(204)
      .headers({ ...corsHeaders, ...preflightHeaders })
      .send(),
  );
  await graphqlRoute(app, {
    path,
    apollo,
    bodyLimit: limits.body.public,
    methods: ['GET', 'POST'],
    headers: corsHeaders,
    context: async () => ({ trace: { statements: 0 } }),
    before: (request, reply) => {
      const withheld = head.withheld();
      const kept =
        cache.find(keyOf(request, { revision: head.number(), withheld, day: today() })) ??
        cache.find(keyOf(request, { revision: 'past', withheld, day: '' }));
      if (!kept) return undefined;
      void reply.header('content-type', kept.contentType).header('x-cache', 'hit');
      return withTag(request, reply, kept.body, kept.etag, kept.past);
    },
    after: (request, reply, text) => {
      const cacheable = request.door?.trace.cacheable;
      if (!cacheable || reply.statusCode !== 200) return undefined;
      // Made once: for the tag, for whoever asks, and for those who ask again.
      const body = encodeBody(text);
      const etag = etagOf(body);
      const { revision, withheld, past } = cacheable;
      const key = keyOf(
        request,
        past === undefined ? { revision, withheld, day: today() } : { revision: 'past', withheld, day: '' },
      );
      cache.keep(key, {
        body,
        etag,
        past,
        contentType: String(reply.getHeader('content-type') ?? 'application/json; charset=utf-8'),
      });
      return withTag(request, reply, body, etag, past);
    },
  });
}

/** The register as an answer shows it: the revision, what is withheld of it, and the day. */
interface Shown {
  readonly revision: number | 'past';
  readonly withheld: number;
  readonly day: string;
}

/** What decides an answer: the register as it is shown, and the request word for word. */
function keyOf(request: FastifyRequest, { revision, withheld, day }: Shown): string {
  return `${revision}|${withheld}|${day}|${request.headers.accept ?? ''}|${request.method}|${request.method === 'GET' ? request.url : (request.rawBody ?? '')}`;
}

/** Sends the answer with its tag, or only the word that it still holds. */
function withTag(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Body,
  etag: string,
  past: number | undefined,
): Body {
  void reply
    .header('etag', etag)
    .header('cache-control', past === undefined ? 'public, max-age=0, must-revalidate' : 'public, max-age=3600');
  if (request.method === 'GET') void reply.header('vary', 'accept');
  if (!matches(request.headers['if-none-match'], etag)) return body;
  void reply.code(304);
  return '';
}
