import { unwrapResolverError } from '@apollo/server/errors';
import { newDeskId } from '@chancery/codebook';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { translateDatabaseError } from './database-errors.ts';
import { isErrorCode } from './errors.ts';
import { limits } from './limits/limits.ts';

/**
 * Returns the function that formats errors for clients. Errors of the client keep their message, except that two
 * messages of graphql-js become clearer. Database errors that the client can act on get a code of their own. Any other
 * error is logged under an id and becomes INTERNAL with that id, so that messages of the database and of bugs
 * never reach a client.
 */
export function errorFormatter(
  log: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const code = formatted.extensions?.code;
    if (code === 'GRAPHQL_PARSE_FAILED') return syntaxError(formatted);
    if (code === 'GRAPHQL_VALIDATION_FAILED') return validationError(formatted, error);
    if (isErrorCode(code) && code !== 'INTERNAL') return withoutHttp(formatted);
    if (typeof code === 'string' && clientCodes.has(code))
      return { ...withoutHttp(formatted), extensions: { code: 'BAD_USER_INPUT' } };
    const cause = unwrapResolverError(error);
    const translated = translateDatabaseError(cause);
    // A value that the database refuses should have been refused before, with the place of the value.
    if (translated?.extensions.code === 'BAD_USER_INPUT') log.warn({ err: cause }, 'the database refused a value');
    if (translated)
      return withoutHttp({ ...formatted, message: translated.message, extensions: translated.extensions });
    return maskError(log, cause, formatted);
  };
}

// Apollo's codes for requests that are not valid GraphQL requests.
const clientCodes = new Set(['BAD_REQUEST', 'PERSISTED_QUERY_NOT_SUPPORTED', 'PERSISTED_QUERY_NOT_FOUND']);

/**
 * Logs an internal error under a new id and returns the error that the client receives instead: the code INTERNAL, the
 * id, and the path of `formatted`.
 */
export function maskError(
  log: Logger,
  cause: unknown,
  formatted: Partial<GraphQLFormattedError> = {},
): GraphQLFormattedError {
  const errorId = newDeskId('error');
  log.error({ errorId, err: cause }, 'a request failed');
  return {
    message: `The server failed because of an internal error. If you report it, quote ${errorId}.`,
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: 'INTERNAL', errorId },
  };
}

function syntaxError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (!/tokens\. Parsing aborted/.test(formatted.message)) return withoutHttp(formatted);
  return {
    ...formatted,
    message: `The document has more than ${limits.tokens} tokens. Split it into several documents.`,
    extensions: { code: 'TOKEN_LIMIT', limit: limits.tokens },
  };
}

// Apollo replaces the code of an error that a validation rule reports and drops its path. graphql-js stops comparing
// fields without giving a reason.
function validationError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (formatted.message === 'Validation aborted.') {
    const message = 'The document selects the same field too many times. Select each field once.';
    return withoutHttp({ ...formatted, message });
  }
  const reported = error instanceof GraphQLError ? error.originalError : undefined;
  if (!(reported instanceof GraphQLError) || !isErrorCode(reported.extensions.code)) return withoutHttp(formatted);
  const { path, extensions } = reported;
  return withoutHttp({
    ...formatted,
    ...(path ? { path } : {}),
    extensions: { ...formatted.extensions, code: extensions.code },
  });
}

function withoutHttp(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { http: _http, stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
  return { ...formatted, extensions };
}
