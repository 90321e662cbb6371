import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DoorContext } from '../doors/door-context.ts';
import { faultStatus } from '../faults.ts';

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
  readonly context: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  /** Answers before GraphQL is asked, or lets it be asked. */
  readonly before?: (request: FastifyRequest, reply: FastifyReply) => string | Buffer | undefined;
  /** Sees the answer before it is sent, and may replace it. */
  readonly after?: (request: FastifyRequest, reply: FastifyReply, text: string) => string | undefined;
}

/** A fault of HTTP rather than of GraphQL, in GraphQL's form. */
export function httpFault(
  code: 'BAD_USER_INPUT' | 'BODY_LIMIT',
  message: string,
  details: Record<string, unknown> = {},
): { status: number; body: string } {
  return {
    status: faultStatus[code],
    body: JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] }),
  };
}

/** Serves a door: reads bodies within the limit, answers malformed ones in GraphQL's form, hands the rest to Apollo. */
export async function graphqlRoute<Context extends DoorContext>(
  app: FastifyInstance,
  { path, apollo, bodyLimit, methods, context, before, after }: GraphqlRoute<Context>,
): Promise<void> {
  await app.register(async (door) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser<string>('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) => {
      request.rawBody = body;
      try {
        done(null, JSON.parse(body));
      } catch (error) {
        done(Object.assign(error as Error, { statusCode: 400 }));
      }
    });
    // Any other body is none that GraphQL over HTTP knows; Apollo says so.
    door.addContentTypeParser('*', { bodyLimit }, (_request, payload, done) => {
      payload.resume();
      payload.on('end', () => done(null, undefined));
    });
    door.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      if (error.statusCode === undefined || error.statusCode >= 500) throw error;
      const large = error.statusCode === 413;
      const { status, body } = large
        ? httpFault('BODY_LIMIT', `The body is larger than the ${bodyLimit} bytes that are allowed.`, {
            limit: bodyLimit,
          })
        : httpFault(
            'BAD_USER_INPUT',
            'The body is not JSON. Send {"query": "…", "variables": {…}} as application/json.',
          );
      return reply.code(status).type('application/json; charset=utf-8').send(body);
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
        const answer = await handle.call(door, request, reply);
        return typeof answer === 'string' ? (after?.(request, reply, answer) ?? answer) : answer;
      },
    });
  });
}
