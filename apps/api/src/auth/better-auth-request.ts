import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientAddress } from '../http/client-address.ts';
import { type Auth, authPath } from './auth.ts';

/**
 * Passes a request to a route of better-auth, with its headers and, if `body` is given, that body. `cookie` replaces the
 * cookies of the request. Neither the query nor the spelling of the address is passed on.
 */
export function callBetterAuth(
  { auth, request, cookie }: { auth: Auth; request: FastifyRequest; cookie?: string },
  route: string,
  body?: object,
): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  headers.delete('content-length');
  // Better-auth stores it with the session.
  headers.set('x-forwarded-for', clientAddress(request));
  if (cookie !== undefined) headers.set('cookie', cookie);
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

/** Returns the code in the body of an error of better-auth, which is left unread. */
export async function codeOf(response: Response): Promise<unknown> {
  const { code } = (await response.clone().json()) as { code?: unknown };
  return code;
}

/**
 * Sends an error in the format of all routes outside GraphQL. Return the reply or ignore it: to `await` it gives `undefined`
 * once it is sent, since replies of Fastify are thenables.
 */
export function sendError(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ code, message });
}

/** Sends the refusal of a request that better-auth does not take for one of the desk. */
export function sendOriginNeeded(reply: FastifyReply): FastifyReply {
  return sendError(
    reply,
    403,
    'FORBIDDEN',
    'A request with cookies or from a browser needs the Origin header of the desk. Send it, or no cookies.',
  );
}

/** Sends the refusal of an attempt to give a password or a code, with the seconds to wait. */
export function sendTooManyAttempts(reply: FastifyReply, wait: number): FastifyReply {
  const words =
    wait < 60
      ? `${wait} ${wait === 1 ? 'second' : 'seconds'}`
      : `${Math.ceil(wait / 60)} ${wait <= 60 ? 'minute' : 'minutes'}`;
  void reply.header('retry-after', String(wait));
  return sendError(reply, 429, 'TOO_MANY_ATTEMPTS', `Too many failed attempts. Try again in ${words}.`);
}
