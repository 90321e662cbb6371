import type { FastifyInstance } from 'fastify';

/**
 * Refuses requests to the desk with an Origin header of another origin, signed in or not, so that another site can
 * neither sign a user in nor act for a signed-in user. Programs that are not browsers send no such header and are
 * accepted.
 */
export function requireSameOrigin(app: FastifyInstance, origin: string): void {
  app.addHook('onRequest', (request, reply, done) => {
    const requestOrigin = request.headers.origin;
    if (!request.url.startsWith('/desk/') || requestOrigin === undefined || requestOrigin === origin) return done();
    const message = `The desk accepts browser requests only from ${origin}. Open the desk at that address.`;
    const code = 'FORBIDDEN';
    const isGraphql = request.routeOptions.url?.endsWith('/graphql');
    void reply.code(403).send(isGraphql ? { errors: [{ message, extensions: { code } }] } : { code, message });
  });
}
