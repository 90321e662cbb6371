import type { FastifyInstance, HTTPMethods } from 'fastify';
import type { Logger } from 'pino';
import { databaseError, errorStatus, isErrorCode } from '../errors.ts';
import { masked } from '../masking.ts';

/**
 * Answers whatever no route has answered for: a fault of the request in general words, one of ours behind an id. The
 * message of a library or of the database reaches nobody. Doors answer in GraphQL's form, all else in ours.
 */
export function errorHandler(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const { status, message, ...extensions } = answerTo(error, log);
    const isDoor = request.routeOptions.url?.endsWith('/graphql');
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(isDoor ? { errors: [{ message, extensions }] } : { message, ...extensions });
  });
  app.setNotFoundHandler((request, reply) => {
    // A door that is asked in another way than it opens says in which it does.
    const opens = methods.filter((method) => app.hasRoute({ method, url: request.url.split('?')[0] ?? '' }));
    const { status, message } =
      opens.length > 0
        ? { status: 405, message: `Ask with ${opens.join(' or ')}.` }
        : { status: 404, message: 'There is nothing at this address.' };
    if (opens.length > 0) void reply.header('allow', opens.join(', '));
    return reply.code(status).header('cache-control', 'no-store').send({ code: 'BAD_USER_INPUT', message });
  });
}

const methods: readonly HTTPMethods[] = ['GET', 'POST'];

function answerTo(
  error: Error & { statusCode?: number },
  log: Logger,
): { status: number; code: string; message: string; errorId?: unknown } {
  const { statusCode = 500 } = error;
  if (statusCode === 413)
    return { status: 413, code: 'BODY_LIMIT', message: 'The body is larger than is allowed here.' };
  if (statusCode < 500) return { status: statusCode, code: 'BAD_USER_INPUT', message: 'The request cannot be read.' };
  const known = databaseError(error);
  const code = known?.extensions.code;
  if (known && isErrorCode(code)) return { status: errorStatus[code], code, message: known.message };
  const { message, extensions } = masked(log, error);
  return { status: 500, message, code: 'INTERNAL', errorId: extensions?.errorId };
}
