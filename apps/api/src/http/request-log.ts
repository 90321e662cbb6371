import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Meters } from './health.ts';

/** One line of JSON for each operation: what it was, who asked, what it cost, how it ended. Never variables. */
export function requestLog(app: FastifyInstance, log: Logger, { requests, duration }: Meters): void {
  const note = (request: FastifyRequest, reply: FastifyReply) => {
    const door = request.routeOptions.url;
    if (door !== '/graphql' && door !== '/desk/graphql') return;
    const trace = request.door?.trace;
    const outcome = trace?.outcome ?? (reply.statusCode < 400 ? 'kept' : `http ${reply.statusCode}`);
    requests.inc({ door, outcome });
    duration.observe({ door }, reply.elapsedTime / 1_000);
    log.info(
      {
        request: request.id,
        door,
        operation: trace?.operationName,
        hash: trace?.operationHash,
        role: request.viewerRole ?? 'anonymous',
        cost: trace?.cost,
        sql: trace?.statements,
        ms: Math.round(reply.elapsedTime),
        status: reply.statusCode,
        outcome,
      },
      'operation',
    );
  };
  app.addHook('onResponse', (request, reply, done) => {
    note(request, reply);
    done();
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The role of whoever asks, once known. */
    viewerRole?: string;
  }
}
