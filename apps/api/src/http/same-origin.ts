import type { FastifyInstance } from 'fastify';
import { refuse } from './refuse.ts';

/**
 * Refuses requests to the desk with an Origin header of another origin, signed in or not, so that another site can
 * neither sign a user in nor act for a signed-in user. Programs that are not browsers send no such header and are
 * accepted. The matched route decides what belongs to the desk: a path can be spelled in several ways.
 */
export function requireSameOrigin(app: FastifyInstance, origin: string): void {
  app.addHook('onRequest', (request, reply, done) => {
    const requestOrigin = request.headers.origin;
    const isDesk = request.routeOptions.url?.startsWith('/desk/') === true;
    if (!isDesk || requestOrigin === undefined || requestOrigin === origin) return done();
    const message = `The desk accepts browser requests only from ${origin}. Open the desk at that address.`;
    refuse(request, reply, { status: 403, code: 'FORBIDDEN', message });
  });
}
