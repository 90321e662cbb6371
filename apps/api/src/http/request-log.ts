import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Histogram } from 'prom-client';
import type { Meters } from './health.ts';

/**
 * Counts and times each request to an endpoint, and logs it as one line of JSON with its name, role, cost and outcome;
 * never its variables. Doesn't build log lines below the log level: cached responses are sent up to twenty thousand
 * times a second.
 */
export function requestLog(app: FastifyInstance, log: Logger, { requests, duration }: Meters): void {
  const durations: Readonly<Record<string, Histogram.Internal<'door'>>> = Object.fromEntries(
    ['/graphql', '/desk/graphql'].map((endpoint) => [endpoint, duration.labels({ door: endpoint })]),
  );
  app.addHook('onResponse', (request, reply, done) => {
    const endpoint = request.routeOptions.url;
    const histogram = endpoint === undefined ? undefined : durations[endpoint];
    if (endpoint !== undefined && histogram !== undefined) {
      const trace = request.graphqlContext?.trace;
      const outcome = trace?.outcome ?? (reply.statusCode < 400 ? 'kept' : `http ${reply.statusCode}`);
      requests.inc({ door: endpoint, outcome });
      histogram.observe(reply.elapsedTime / 1_000);
      if (log.isLevelEnabled('info')) {
        const line = {
          request: request.id,
          door: endpoint,
          operation: trace?.operationName,
          hash: trace?.operationHash,
          role: request.viewerRole ?? 'anonymous',
          cost: trace?.cost,
          sql: trace?.statements,
          ms: Math.round(reply.elapsedTime),
          status: reply.statusCode,
          outcome,
        };
        log.info(line, 'operation');
      }
    }
    done();
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The role of the user, once known. */
    viewerRole?: string;
  }
}
