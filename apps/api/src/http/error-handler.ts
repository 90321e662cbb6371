import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { translateDatabaseError } from '../database-errors.ts';
import { errorStatus, isErrorCode } from '../errors.ts';
import { maskError } from '../masking.ts';
import { type Refusal, refuse } from './refuse.ts';
import { recordMethods } from './served-methods.ts';

/**
 * Sets how the server responds to errors that no route has handled, and to unknown addresses. A client error gets a
 * message for its status; an internal error gets an id under which it is logged. Messages of libraries and of the
 * database are never sent. GraphQL endpoints answer errors in GraphQL's format, all other routes with `{ code, message
 * }`.
 */
export function installErrorHandler(app: FastifyInstance, log: Logger): void {
  const methodsAt = recordMethods(app);
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    return refuse(request, reply, toErrorResponse(error, request.routeOptions.bodyLimit, log));
  });
  app.setNotFoundHandler((request, reply) => {
    const allowed = methodsAt(request.url.split('?')[0] ?? '');
    // A route that has the method says itself that there is nothing, such as no file of the name.
    const isWrongMethod = allowed.length > 0 && !allowed.includes(request.method === 'HEAD' ? 'GET' : request.method);
    const { status, message } = isWrongMethod
      ? { status: 405, message: `This address accepts only ${allowed.join(' or ')} requests.` }
      : { status: 404, message: 'There is nothing at this address. Check how it is spelled.' };
    if (isWrongMethod) void reply.header('allow', allowed.join(', '));
    return reply.code(status).header('cache-control', 'no-store').send({ code: 'BAD_USER_INPUT', message });
  });
}

function toErrorResponse(error: Error & { statusCode?: number }, bodyLimit: number, log: Logger): Refusal {
  const { statusCode = 500 } = error;
  if (error instanceof GraphQLError && isErrorCode(error.extensions.code)) {
    const { code: _code, http: _http, ...details } = error.extensions;
    return { status: errorStatus[error.extensions.code], code: error.extensions.code, message: error.message, details };
  }
  if (statusCode === 413)
    return {
      status: 413,
      code: 'BODY_LIMIT',
      message: `The request body is larger than the limit of ${bodyLimit} bytes. Send a smaller request.`,
    };
  if (statusCode === 415)
    return {
      status: 415,
      code: 'BAD_USER_INPUT',
      message: 'This address does not accept the content type of the request. Send application/json.',
    };
  if (statusCode < 500)
    return {
      status: statusCode,
      code: 'BAD_USER_INPUT',
      message: 'The request cannot be read. Check its address and headers, and that its body is valid JSON.',
    };
  const translated = translateDatabaseError(error);
  const code = translated?.extensions.code;
  if (translated && isErrorCode(code)) return { status: errorStatus[code], code, message: translated.message };
  const { message, extensions } = maskError(log, error);
  return { status: 500, message, code: 'INTERNAL', details: { errorId: extensions?.errorId } };
}
