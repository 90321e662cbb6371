import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Histogram } from 'prom-client';
import type { RequestMetrics } from './health.ts';

/**
 * Counts and times each request to an endpoint, and logs it as one line of JSON with the name of the operation, the
 * user and their role, the cost and the outcome, but never the variables. Doesn't build log lines below the log level:
 * cached responses are sent up to twenty thousand times a second.
 */
export function logRequests(app: FastifyInstance, log: Logger, { requests, duration }: RequestMetrics): void {
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
          person: request.viewerId,
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
    /** The role of the user, or `nobody` without a session; absent if the request has not read the session. */
    viewerRole?: string;
    /** The id of the user; absent without a session. */
    viewerId?: string;
  }
}
