import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DoorContext } from '../doors/door-context.ts';
import type { Body } from '../response-cache.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, where it is JSON. */
    rawBody?: string;
    /** What the door noted of the operation. */
    door?: DoorContext;
  }
}

/** How a door is served. */
export interface GraphqlRoute<Context extends DoorContext> {
  readonly path: string;
  readonly apollo: ApolloServer<Context>;
  /** The largest body, in bytes. */
  readonly bodyLimit: number;
  readonly methods: ('GET' | 'POST')[];
  /** Sent with every answer, refusals too. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly context: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  /** Answers before GraphQL is asked, or lets it be asked. */
  readonly before?: (request: FastifyRequest, reply: FastifyReply) => Body | undefined;
  /** Sees the answer before it is sent, and may replace it. */
  readonly after?: (request: FastifyRequest, reply: FastifyReply, text: string) => Body | undefined;
}

/** Serves a door: reads bodies within the limit, answers malformed ones in GraphQL's form, hands the rest to Apollo. */
export async function graphqlRoute<Context extends DoorContext>(
  app: FastifyInstance,
  { path, apollo, bodyLimit, methods, headers, context, before, after }: GraphqlRoute<Context>,
): Promise<void> {
  await app.register(async (door) => {
    if (headers !== undefined)
      door.addHook('onRequest', (_request, reply, done) => {
        void reply.headers(headers);
        done();
      });
    door.removeAllContentTypeParsers();
    door.addContentTypeParser<string>('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) => {
      // Read only once it is known that nothing kept answers it.
      request.rawBody = body;
      done(null, body);
    });
    door.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      if (error.statusCode === undefined || error.statusCode >= 500) throw error;
      const { message, ...extensions } =
        error.statusCode === 413
          ? {
              code: 'BODY_LIMIT',
              message: `The body is larger than the ${bodyLimit} bytes that are allowed.`,
              limit: bodyLimit,
            }
          : {
              code: 'BAD_USER_INPUT',
              message: 'The body is not JSON. Send {"query": "…", "variables": {…}} as application/json.',
            };
      return reply.code(error.statusCode).send({ errors: [{ message, extensions }] });
    });
    const handle = fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        request.door = await context(request, reply);
        return request.door as Context;
      },
    });
    door.route({
      url: path,
      method: methods,
      handler: async (request, reply) => {
        const early = before?.(request, reply);
        if (early !== undefined) return reply.send(early);
        if (request.rawBody !== undefined) request.body = parsed(request.rawBody);
        const answer = await handle.call(door, request, reply);
        return typeof answer === 'string' ? (after?.(request, reply, answer) ?? answer) : answer;
      },
    });
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw Object.assign(error as Error, { statusCode: 400 });
  }
}
