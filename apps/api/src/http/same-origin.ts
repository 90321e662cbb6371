import type { FastifyInstance } from 'fastify';

/**
 * Keeps other sites from the desk: whatever a browser sends on behalf of another origin is refused, signed in or not, so
 * that nobody is signed in or made to work by a page of somebody else's. Programs send no Origin and are let through.
 */
export function sameOrigin(app: FastifyInstance, origin: string): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/desk/')) return;
    const from = request.headers.origin;
    if (from === undefined || from === origin) return;
    const message = `The desk is at ${origin}, and takes nothing from other sites.`;
    const code = 'FORBIDDEN';
    const isDoor = request.routeOptions.url?.endsWith('/graphql');
    return reply.code(403).send(isDoor ? { errors: [{ message, extensions: { code } }] } : { code, message });
  });
}
