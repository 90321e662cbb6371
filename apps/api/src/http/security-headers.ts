import { securityHeaders } from '@chancery/edge';
import type { FastifyInstance } from 'fastify';

/** Sets the security headers of every response. `origin` is the address at which browsers reach the desk. */
export function setSecurityHeaders(app: FastifyInstance, origin: string): void {
  const headers = securityHeaders(origin);
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}
