import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Auth, authPath } from './auth.ts';

/**
 * Passes a request to a route of better-auth, with its headers and, if `body` is given, that body. Neither the query nor
 * the spelling of the address is passed on.
 */
export function callBetterAuth(
  { auth, request }: { auth: Auth; request: FastifyRequest },
  route: string,
  body?: object,
): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  headers.delete('content-length');
  return auth.handler(
    new Request(new URL(authPath + route, `http://${request.headers.host ?? 'localhost'}`), {
      method: request.method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

/** Copies the cookies that better-auth has set to a reply. */
export function copyCookies(response: Response, reply: FastifyReply): void {
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
}

/** Sends an error in the format of all routes outside GraphQL. */
export function sendError(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ code, message });
}

/** Sends the refusal of an attempt to give a password, with the seconds to wait. */
export function sendTooManyAttempts(reply: FastifyReply, wait: number): FastifyReply {
  const words =
    wait < 60
      ? `${wait} ${wait === 1 ? 'second' : 'seconds'}`
      : `${Math.ceil(wait / 60)} ${wait <= 60 ? 'minute' : 'minutes'}`;
  void reply.header('retry-after', String(wait));
  return sendError(reply, 429, 'TOO_MANY_ATTEMPTS', `Too many wrong passwords. Try again in ${words}.`);
}
