import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, retryAfter } from '../errors.ts';

/** True when the matched route is a GraphQL endpoint, however the path of the request is spelled. */
export function isGraphqlRoute({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.endsWith('/graphql') === true;
}

/** Why a request is refused. `details` are added to the error. */
export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Answers a request with an error: in GraphQL's format at the GraphQL endpoints, else as `{ code, message }`. A 503 says when
 * to try again, if the caller has not set that header.
 */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, message, details = {} }: Refusal,
): FastifyReply {
  if (status === 503 && !reply.hasHeader('retry-after')) void reply.header('retry-after', retryAfter);
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      isGraphqlRoute(request)
        ? { errors: [{ message, extensions: { code, ...details } }] }
        : { code, message, ...details },
    );
}
