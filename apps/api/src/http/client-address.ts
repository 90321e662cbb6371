import { clientAddresses, type TrustedSenders } from '@chancery/edge';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `readClientAddresses`; read it with `clientAddress`. */
    clientAddress: string;
  }
}

/** Reads the address of the client of each request, for `clientAddress`. Call it before the hooks that need it. */
export function readClientAddresses(app: FastifyInstance, senders: TrustedSenders): void {
  const { addressOf } = clientAddresses(senders);
  app.decorateRequest('clientAddress', '');
  app.addHook('onRequest', (request, _reply, done) => {
    request.clientAddress = addressOf(request.raw);
    done();
  });
}

/**
 * Returns the IP address of the client of a request, behind the admin and trusted proxies. Use it and not `request.ip`,
 * which is the address of the last of them. If a trusted proxy states something that is no address, returns that text.
 */
export function clientAddress(request: FastifyRequest): string {
  return request.clientAddress;
}
