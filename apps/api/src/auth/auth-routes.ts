import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clientAddress } from '../http/client-address.ts';
import { limits } from '../limits/limits.ts';
import { type Auth, authPath } from './auth.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

/** The routes of better-auth that are exposed, with their methods. Routes that later versions add stay unreachable. */
const exposedRoutes: Readonly<Record<string, 'GET' | 'POST'>> = {
  '/sign-in/email': 'POST',
  '/sign-out': 'POST',
  '/get-session': 'GET',
  '/change-password': 'POST',
};

/** The routes that compute a password hash, which takes long on purpose. */
const hashing = new Set(['/sign-in/email', '/change-password']);

const credentials = z.object({ email: z.email().max(300), password: z.string().min(1).max(1_000) });

/**
 * Serves sign-in, sign-out, the session and password changes. JSON bodies are passed to better-auth unchanged.
 * `throttle` limits attempts to sign in.
 */
export async function serveAuth(app: FastifyInstance, auth: Auth, throttle: SignInThrottle): Promise<void> {
  await app.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: limits.body.small },
      (_request, body, done) => {
        const isJson = body === '' || readJson(String(body)) !== undefined;
        done(isJson ? null : Object.assign(new Error('the request body is not valid JSON'), { statusCode: 400 }), body);
      },
    );
    for (const [path, method] of Object.entries(exposedRoutes)) {
      routes.route({
        method,
        url: authPath + path,
        config: { points: hashing.has(path) ? limits.pointsOf.passwordHash : 0 },
        handler: (request, reply) =>
          path === '/sign-in/email' ? signIn(request, reply, auth, throttle) : forward(request, reply, auth),
      });
    }
  });
}

async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  auth: Auth,
  throttle: SignInThrottle,
): Promise<FastifyReply> {
  const read = credentials.safeParse(readJson(String(request.body)));
  if (!read.success) {
    return reply.code(400).send({
      code: 'BAD_USER_INPUT',
      message: 'The e-mail address or the password is missing or invalid. Send both as JSON.',
    });
  }
  const { email } = read.data;
  const wait = await throttle.attempt(email, clientAddress(request));
  if (wait > 0) {
    const minutes = Math.ceil(wait / 60);
    return reply
      .code(429)
      .header('retry-after', String(wait))
      .send({
        code: 'TOO_MANY_ATTEMPTS',
        message: `Too many attempts to sign in. Try again in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
      });
  }
  const response = await callAuth(request, auth);
  if (!response.ok) return sendResponse(reply, response);
  await throttle.recordSuccess(email, clientAddress(request));
  // The session token is in a cookie that scripts cannot read, so leave it out of the body.
  const { user } = (await response.clone().json()) as { user: unknown };
  return sendResponse(
    reply,
    new Response(JSON.stringify({ user }), { status: response.status, headers: response.headers }),
  );
}

async function forward(request: FastifyRequest, reply: FastifyReply, auth: Auth): Promise<FastifyReply> {
  return sendResponse(reply, await callAuth(request, auth));
}

function callAuth(request: FastifyRequest, auth: Auth): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  const body = typeof request.body === 'string' && request.method === 'POST' ? { body: request.body } : {};
  return auth.handler(
    new Request(new URL(request.url, `http://${request.headers.host ?? 'localhost'}`), {
      method: request.method,
      headers,
      ...body,
    }),
  );
}

async function sendResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  void reply.code(response.status).header('cache-control', 'no-store');
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  for (const name of ['content-type', 'location']) {
    const value = response.headers.get(name);
    if (value) void reply.header(name, value);
  }
  return reply.send(await response.text());
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller reports invalid JSON.
    return undefined;
  }
}
