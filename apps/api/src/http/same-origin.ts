import type { FastifyInstance } from 'fastify';

/**
 * Keeps other sites from the desk: whatever a browser sends on behalf of another origin is refused, signed in or not, so
 * that nobody is signed in or made to work by a page of somebody else's. Programs send no Origin and are let through.
 */
export function sameOrigin(app: FastifyInstance, origin: string): void {
  app.addHook('onRequest', (request, reply, done) => {
    const from = request.headers.origin;
    if (!request.url.startsWith('/desk/') || from === undefined || from === origin) return done();
    const message = `The desk is at ${origin}, and takes nothing from other sites.`;
    const code = 'FORBIDDEN';
    const isDoor = request.routeOptions.url?.endsWith('/graphql');
    void reply.code(403).send(isDoor ? { errors: [{ message, extensions: { code } }] } : { code, message });
  });
}
