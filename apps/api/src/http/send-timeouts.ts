import type { ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Returns the server options that close a connection whose request takes longer than `within` milliseconds to arrive.
 */
export function requestTimeoutOptions(within: number): {
  readonly requestTimeout: number;
  readonly http: ServerOptions;
} {
  const connectionsCheckingInterval = Math.min(1_000, within / 4);
  return { requestTimeout: within, http: { headersTimeout: within, connectionsCheckingInterval } };
}

/**
 * Yields the chunks of a body that may take longer than the request timeout, as long as each chunk arrives in time, and
 * all of them before the limit of the whole body.
 */
export type ReadSlowBody = (request: FastifyRequest) => AsyncIterable<Buffer>;

/**
 * Returns a reader of bodies that may take longer than the request timeout, as long as each chunk arrives within
 * `within` milliseconds, and the whole body within `longest` milliseconds. Node has one timeout for the whole server and reports it once per request, so the
 * `clientError` listeners are wrapped: they skip sockets whose body is still being read.
 */
export function slowBodyReader(app: FastifyInstance, within: number, longest: number): ReadSlowBody {
  const reading = new WeakSet<Socket>();
  const originalListeners = app.server.listeners('clientError');
  app.server.removeAllListeners('clientError');
  app.server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === tooSlow.code && reading.has(socket)) return;
    for (const listener of originalListeners) listener.call(app.server, error, socket);
  });
  const end = (socket: Socket) => {
    reading.delete(socket);
    app.server.emit('clientError', Object.assign(new Error('a file did not arrive in time'), tooSlow), socket);
  };
  return async function* ({ raw: { socket }, body }) {
    reading.add(socket);
    const timer = setTimeout(() => end(socket), within);
    const bodyTimer = setTimeout(() => end(socket), longest);
    try {
      for await (const chunk of body as Readable as AsyncIterable<Buffer>) {
        timer.refresh();
        yield chunk;
      }
    } finally {
      clearTimeout(timer);
      clearTimeout(bodyTimer);
      reading.delete(socket);
    }
  };
}

const tooSlow = { code: 'ERR_HTTP_REQUEST_TIMEOUT' };
