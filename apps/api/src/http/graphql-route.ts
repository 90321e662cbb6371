import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { translateDatabaseError } from '../database-errors.ts';
import type { EndpointContext } from '../endpoints/endpoint-context.ts';
import { chargePoints } from '../limits/client-limits.ts';
import { limits } from '../limits/limits.ts';
import type { ResponseBody } from '../response-cache.ts';
import { allowAllOrigins } from './public-cors.ts';
import { createTurns } from './turns.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The unparsed body of a request to a GraphQL endpoint; absent without a body. */
    rawBody?: string;
    /** The GraphQL context of the operation; absent if the response came from the cache. */
    graphqlContext?: EndpointContext;
  }
}

/** Options of a GraphQL endpoint. */
export interface GraphqlRouteOptions<Context extends EndpointContext> {
  readonly path: string;
  readonly apollo: ApolloServer<Context>;
  /** The maximum body size in bytes. */
  readonly bodyLimit: number;
  readonly methods: ('GET' | 'POST')[];
  /** True when pages of any site may call the endpoint. */
  readonly isPublic?: boolean;
  readonly context: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  /** Returns a response body to send without running GraphQL, or `undefined` to run it. */
  readonly before?: (request: FastifyRequest, reply: FastifyReply) => ResponseBody | undefined;
  /** Receives the response text before it is sent. Returns a body to send instead, or `undefined` to send the text. */
  readonly after?: (request: FastifyRequest, reply: FastifyReply, text: string) => ResponseBody | undefined;
}

/**
 * Serves a GraphQL endpoint with Apollo. Answers bodies that are too large or not JSON in GraphQL's error format.
 * `before` can replace the execution and `after` the response text.
 */
export async function serveGraphql<Context extends EndpointContext>(
  app: FastifyInstance,
  { path, apollo, bodyLimit, methods, isPublic = false, context, before, after }: GraphqlRouteOptions<Context>,
): Promise<void> {
  const longRequests = createTurns();
  const routes = async (scope: FastifyInstance) => {
    if (isPublic) await allowAllOrigins(scope);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser<string>('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) => {
      // Parsed later, only when the cache has no response.
      request.rawBody = body;
      done(null, body);
    });
    scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      if (error.statusCode === undefined || error.statusCode >= 500) throw error;
      const { message, ...extensions } =
        error.statusCode === 413
          ? {
              code: 'BODY_LIMIT',
              message: `The request body is larger than the limit of ${bodyLimit} bytes. Send a smaller request.`,
              limit: bodyLimit,
            }
          : {
              code: 'BAD_USER_INPUT',
              message:
                'The request body is not valid JSON or not sent as JSON. Send {"query": "…", "variables": {…}} as application/json.',
            };
      return reply.code(error.statusCode).send({ errors: [{ message, extensions }] });
    });
    const handle = fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        try {
          request.graphqlContext = await context(request, reply);
        } catch (error) {
          // Apollo answers errors of the context with 500, unless they say otherwise.
          throw translateDatabaseError(error) ?? error;
        }
        return request.graphqlContext as Context;
      },
    });
    scope.route({
      url: '',
      method: methods,
      handler: async (request, reply) => {
        const early = before?.(request, reply);
        if (early !== undefined) return reply.send(early);
        // Before the document is parsed and planned, which takes time for long ones, whatever they cost.
        const { length } = request.rawBody ?? request.url;
        await chargePoints(request, reply, Math.ceil(length / limits.charactersPerPoint));
        if (length > limits.longRequest) await longRequests.turn();
        if (request.rawBody !== undefined) request.body = parseJson(request.rawBody);
        const answer = await handle.call(scope, request, reply);
        return typeof answer === 'string' ? (after?.(request, reply, answer) ?? answer) : answer;
      },
    });
  };
  await app.register(routes, { prefix: path });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw Object.assign(error as Error, { statusCode: 400 });
  }
}
