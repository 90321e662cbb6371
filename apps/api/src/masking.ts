import { unwrapResolverError } from '@apollo/server/errors';
import { newDeskId } from '@chancery/codebook';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { databaseError, isErrorCode } from './errors.ts';
import { limits } from './limits/limits.ts';

/**
 * What leaves the server of an error: faults of the client as they are, everything else behind an id that the log has
 * too. No message of a library, of the database or of ours in passing reaches a client.
 */
export function masking(log: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const code = formatted.extensions?.code;
    if (code === 'GRAPHQL_PARSE_FAILED') return syntaxError(formatted);
    if (code === 'GRAPHQL_VALIDATION_FAILED') return validationError(formatted, error);
    if (isErrorCode(code) && code !== 'INTERNAL') return withoutHttp(formatted);
    if (typeof code === 'string' && clientCodes.has(code))
      return { ...withoutHttp(formatted), extensions: { code: 'BAD_USER_INPUT' } };
    const cause = unwrapResolverError(error);
    const known = databaseError(cause);
    if (known) return withoutHttp({ ...formatted, message: known.message, extensions: known.extensions });
    return masked(log, cause, formatted);
  };
}

// Apollo's own codes for requests that are no GraphQL requests.
const clientCodes = new Set(['BAD_REQUEST', 'PERSISTED_QUERY_NOT_SUPPORTED', 'PERSISTED_QUERY_NOT_FOUND']);

/** The answer to a fault of ours: an id that the user sees and the log has. */
export function masked(
  log: Logger,
  cause: unknown,
  formatted: Partial<GraphQLFormattedError> = {},
): GraphQLFormattedError {
  const errorId = newDeskId('error');
  log.error({ errorId, err: cause }, 'an operation failed');
  return {
    message: `Something went wrong on our side. If you report it, quote ${errorId}.`,
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: 'INTERNAL', errorId },
  };
}

function syntaxError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (!/tokens\. Parsing aborted/.test(formatted.message)) return withoutHttp(formatted);
  return {
    ...formatted,
    message: `The document has more than ${limits.tokens} tokens.`,
    extensions: { code: 'TOKEN_LIMIT', limit: limits.tokens },
  };
}

// Apollo gives whatever a rule reports a code of its own, and leaves out where it was; graphql-js gives up comparing
// fields without saying why.
function validationError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (formatted.message === 'Validation aborted.') {
    const message = 'The document asks for the same field too many times over. Ask for each field once.';
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
