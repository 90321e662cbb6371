import type { FastifyInstance, FastifyReply } from 'fastify';
import { clientAddress } from '../http/client-address.ts';
import { limits } from '../limits/limits.ts';
import { authPath } from './auth.ts';
import type { AuthCall, AuthServices } from './auth-call.ts';
import { callBetterAuth, copyCookies } from './better-auth-request.ts';
import { changePassword } from './change-password.ts';
import { personObject } from './people.ts';
import { confirmSecondFactor, replaceRecoveryCodes, startSecondFactor, turnOffSecondFactor } from './second-factor.ts';
import { setPassword } from './set-password.ts';
import { signIn } from './sign-in.ts';
import { verifySecondFactor } from './verify-second-factor.ts';
import { sessionOf } from './viewer.ts';

type Handler = (call: AuthCall, services: AuthServices) => Promise<FastifyReply>;

interface Route {
  readonly method: 'GET' | 'POST';
  readonly handler: Handler;
  /** True for a route that computes a password hash, which takes long on purpose. */
  readonly hashes?: true;
}

/**
 * All routes, with their methods. No other route of better-auth can be reached, nor any that later versions add. No route
 * sends the session token in a body: it is in a cookie that scripts cannot read.
 */
const routes: Readonly<Record<string, Route>> = {
  '/sign-in/email': { method: 'POST', handler: signIn, hashes: true },
  '/sign-out': { method: 'POST', handler: signOut },
  '/get-session': { method: 'GET', handler: getSession },
  '/change-password': { method: 'POST', handler: changePassword, hashes: true },
  '/set-password': { method: 'POST', handler: setPassword, hashes: true },
  '/second-factor/start': { method: 'POST', handler: startSecondFactor, hashes: true },
  '/second-factor/confirm': { method: 'POST', handler: confirmSecondFactor },
  '/second-factor/verify': { method: 'POST', handler: verifySecondFactor },
  '/second-factor/recovery-codes': { method: 'POST', handler: replaceRecoveryCodes, hashes: true },
  '/second-factor/turn-off': { method: 'POST', handler: turnOffSecondFactor, hashes: true },
};

/** Serves sign-in, sign-out, the session, passwords and second factors. */
export async function serveAuth(app: FastifyInstance, services: AuthServices): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: limits.body.small },
      (_request, body, done) => {
        const json = body === '' ? {} : readJson(String(body));
        if (json === undefined)
          done(Object.assign(new Error('the request body is not valid JSON'), { statusCode: 400 }));
        else done(null, json);
      },
    );
    for (const [path, { method, handler, hashes = false }] of Object.entries(routes)) {
      scope.route({
        method,
        url: authPath + path,
        config: { points: hashes ? limits.pointsOf.passwordHash : 0 },
        handler: (request, reply) => {
          void reply.header('cache-control', 'no-store');
          return handler({ request, reply, address: clientAddress(request) }, services);
        },
      });
    }
  });
}

async function signOut({ request, reply, address }: AuthCall, { auth, audit }: AuthServices): Promise<FastifyReply> {
  const session = await sessionOf(auth, request.headers);
  const response = await callBetterAuth({ auth, request }, '/sign-out', {});
  copyCookies(response, reply);
  if (session && response.ok)
    await audit.record({ person: session.viewer.id, address }, [
      { kind: 'SIGNED_OUT', object: personObject(session.viewer) },
    ]);
  return reply.code(response.status).send({ success: response.ok });
}

/** Sends the signed-in user and when the session expires; null without a session. */
async function getSession({ request, reply }: AuthCall, { auth }: AuthServices): Promise<FastifyReply> {
  const session = await sessionOf(auth, request.headers);
  // Better-auth renews the cookie of a session that is used.
  copyCookies(await callBetterAuth({ auth, request }, '/get-session'), reply);
  return reply
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(session ? { user: session.viewer, session: { expiresAt: session.expiresAt } } : null));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller reports invalid JSON.
    return undefined;
  }
}
