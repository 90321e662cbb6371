import type { FastifyInstance } from 'fastify';

/**
 * Refuses desk requests that a browser sends from another origin, signed in or not, so that another site can neither sign a
 * user in nor act for a signed-in user. Programs that are not browsers send no Origin header and are accepted.
 */
export function sameOrigin(app: FastifyInstance, origin: string): void {
  app.addHook('onRequest', (request, reply, done) => {
    const requestOrigin = request.headers.origin;
    if (!request.url.startsWith('/desk/') || requestOrigin === undefined || requestOrigin === origin) return done();
    const message = `The desk accepts requests only from ${origin}.`;
    const code = 'FORBIDDEN';
    const isGraphql = request.routeOptions.url?.endsWith('/graphql');
    void reply.code(403).send(isGraphql ? { errors: [{ message, extensions: { code } }] } : { code, message });
  });
}
