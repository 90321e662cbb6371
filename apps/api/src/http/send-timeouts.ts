import type { ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What Node's server is told, so that it ends whoever takes longer than so many milliseconds: it looks every second. */
export function sendTimeouts(within: number): { readonly requestTimeout: number; readonly http: ServerOptions } {
  const every = { connectionsCheckingInterval: Math.min(1_000, within / 4) };
  return { requestTimeout: within, http: { headersTimeout: within, ...every } };
}

/** The pieces of a body that may take long to send, as long as the next one comes in time. */
export type ReadSlowBody = (request: FastifyRequest) => AsyncIterable<Buffer>;

/**
 * Lets some bodies take longer than all others: Node knows one time for a whole server, and says once of a request that it
 * is over.
 */
export function slowBodyReader(app: FastifyInstance, within: number): ReadSlowBody {
  const coming = new WeakSet<Socket>();
  const usual = app.server.listeners('clientError');
  app.server.removeAllListeners('clientError');
  app.server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === tooSlow.code && coming.has(socket)) return;
    for (const listener of usual) listener.call(app.server, error, socket);
  });
  const end = (socket: Socket) => {
    coming.delete(socket);
    app.server.emit('clientError', Object.assign(new Error('a file has stopped coming'), tooSlow), socket);
  };
  return async function* ({ raw: { socket }, body }) {
    coming.add(socket);
    const timer = setTimeout(() => end(socket), within);
    try {
      for await (const piece of body as Readable as AsyncIterable<Buffer>) {
        timer.refresh();
        yield piece;
      }
    } finally {
      clearTimeout(timer);
      coming.delete(socket);
    }
  };
}

const tooSlow = { code: 'ERR_HTTP_REQUEST_TIMEOUT' };
