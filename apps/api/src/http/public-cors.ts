import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/**
 * Lets pages of any site call the routes of a scope and read the responses and their entity tags. Call it in a scope
 * with a prefix: it answers preflight requests for every path below that prefix.
 */
export async function allowAllOrigins(scope: FastifyInstance): Promise<void> {
  await scope.register(cors, {
    origin: '*',
    methods: ['GET', 'POST', 'OPTIONS'],
    allowedHeaders: ['content-type', 'accept', 'if-none-match', 'apollo-require-preflight', 'x-apollo-operation-name'],
    exposedHeaders: ['etag', 'ratelimit', 'ratelimit-policy', 'retry-after'],
    maxAge: 86_400,
    // Answer any OPTIONS request: programs that are not browsers send neither Origin nor a requested method.
    strictPreflight: false,
  });
}
