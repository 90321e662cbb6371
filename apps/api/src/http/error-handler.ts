import type { FastifyInstance, HTTPMethods } from 'fastify';
import type { Logger } from 'pino';
import { databaseError, errorStatus, isErrorCode } from '../errors.ts';
import { maskError } from '../masking.ts';

/**
 * Handles errors that no route has handled, and unknown addresses. Client errors get a general message; internal errors get
 * an id that is also logged. Messages of libraries and of the database are never sent. GraphQL endpoints answer in GraphQL's
 * error format, all other routes with `{ code, message }`.
 */
export function errorHandler(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const { status, message, ...extensions } = toErrorResponse(error, log);
    const isGraphql = request.routeOptions.url?.endsWith('/graphql');
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(isGraphql ? { errors: [{ message, extensions }] } : { message, ...extensions });
  });
  app.setNotFoundHandler((request, reply) => {
    // The address exists but not for this method: say which methods it accepts.
    const allowed = methods.filter((method) => app.hasRoute({ method, url: request.url.split('?')[0] ?? '' }));
    const { status, message } =
      allowed.length > 0
        ? { status: 405, message: `This address accepts only ${allowed.join(' or ')} requests.` }
        : { status: 404, message: 'There is nothing at this address.' };
    if (allowed.length > 0) void reply.header('allow', allowed.join(', '));
    return reply.code(status).header('cache-control', 'no-store').send({ code: 'BAD_USER_INPUT', message });
  });
}

const methods: readonly HTTPMethods[] = ['GET', 'POST'];

function toErrorResponse(
  error: Error & { statusCode?: number },
  log: Logger,
): { status: number; code: string; message: string; errorId?: unknown } {
  const { statusCode = 500 } = error;
  if (statusCode === 413)
    return {
      status: 413,
      code: 'BODY_LIMIT',
      message: 'The request body is too large for this URL. Send a smaller request.',
    };
  if (statusCode < 500)
    return { status: statusCode, code: 'BAD_USER_INPUT', message: 'The request is malformed and cannot be read.' };
  const translated = databaseError(error);
  const code = translated?.extensions.code;
  if (translated && isErrorCode(code)) return { status: errorStatus[code], code, message: translated.message };
  const { message, extensions } = maskError(log, error);
  return { status: 500, message, code: 'INTERNAL', errorId: extensions?.errorId };
}
