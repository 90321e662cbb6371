import type { ServerResponse } from 'node:http';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { limits } from '../limits/limits.ts';
import { type Refusal, refuse } from './refuse.ts';

/** How long clients are told that the server stops, at least, in milliseconds: they keep idle connections open. */
const leastTime = 300;

/**
 * Prepares a server to stop without cutting requests. The returned function refuses new requests with 503, and resolves
 * when the requests in progress are done, or were cut after `limits.secondsToDrain`. The server still listens then.
 */
export function drainable(app: FastifyInstance): () => Promise<void> {
  let isDraining = false;
  const open = new Set<ServerResponse>();
  app.server.on('request', (_request, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (!isDraining || stillServed.has(request.routeOptions.url ?? '')) return done();
    refuse(request, reply.header('retry-after', '5'), stopping);
  });
  // A keep-alive connection would stop the server from closing.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isDraining) void reply.header('connection', 'close');
    done();
  });
  return async () => {
    isDraining = true;
    const begin = performance.now();
    const isOver = (milliseconds: number) => performance.now() - begin >= milliseconds;
    const hasConnections = await countConnections(app);
    while (open.size > 0 || (hasConnections && !isOver(leastTime))) {
      if (isOver(limits.secondsToDrain * 1_000)) return app.server.closeAllConnections();
      await sleep(20);
    }
    // After this pause all connections that have arrived are accepted, so that closing cuts none that waits for that.
    await setImmediate();
  };
}

// The launcher and load balancers must be able to tell a server that stops from one that hangs.
const stillServed: ReadonlySet<string> = new Set(['/livez', '/metrics']);

const stopping: Refusal = {
  status: 503,
  code: 'RETRYABLE',
  message: 'The server is stopping. Try again in a few seconds.',
};

function countConnections({ server }: FastifyInstance): Promise<boolean> {
  return new Promise((resolve) => server.getConnections((error, count) => resolve(!error && count > 0)));
}
