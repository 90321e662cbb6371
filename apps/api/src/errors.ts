import { GraphQLError } from 'graphql';

/** The error codes of the API, with the usual HTTP status of each. docs/api.md explains the codes. */
export const errorStatus = {
  BAD_USER_INPUT: 400,
  BAD_CURSOR: 400,
  PAGE_SIZE: 400,
  ROWS_LIMIT: 400,
  COST_LIMIT: 400,
  TOKEN_LIMIT: 400,
  DEPTH_LIMIT: 400,
  ALIAS_LIMIT: 400,
  DIRECTIVE_LIMIT: 400,
  BODY_LIMIT: 413,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  TOO_MANY_ATTEMPTS: 429,
  TIMEOUT: 503,
  RETRYABLE: 503,
  INTERNAL: 500,
} as const;

/** A code by which programs tell errors apart: `extensions.code` of a GraphQL error, `code` of any other response. */
export type ErrorCode = keyof typeof errorStatus;

/**
 * Creates a GraphQL error with a code and the HTTP status of that code. `details` can add the path or the nodes where
 * the error occurred; the properties of `limit` are copied to the extensions of the error.
 */
export function apiError(
  code: ErrorCode,
  message: string,
  details: { path?: readonly (string | number)[]; nodes?: GraphQLError['nodes']; limit?: Record<string, unknown> } = {},
): GraphQLError {
  return new GraphQLError(message, {
    ...(details.nodes ? { nodes: details.nodes } : {}),
    ...(details.path ? { path: details.path } : {}),
    extensions: { code, ...(details.limit ?? {}), http: { status: errorStatus[code] } },
  });
}

/** True when a value is a code of `errorStatus`. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorStatus, code);
}

/**
 * Translates a statement timeout to TIMEOUT, and a temporary failure of the database or its connection to RETRYABLE.
 * Returns `undefined` for any other error.
 */
export function translateDatabaseError(error: unknown): GraphQLError | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === '57014')
    return apiError(
      'TIMEOUT',
      'The database could not finish this request in time. Request less at once: fewer rows, fewer totals or a narrower filter.',
    );
  const message = error instanceof Error ? error.message : '';
  if (
    retryable.has(code) ||
    /timeout exceeded when trying to connect|Connection terminated|not queryable/i.test(message)
  ) {
    return apiError('RETRYABLE', 'The database cannot complete this request at the moment. Try again in a second.');
  }
  return undefined;
}

// Shutdown, crash, recovery, too many connections, lost connections, deadlock, serialization failure, lock not available.
const retryable = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  '08001',
  '40001',
  '40P01',
  '55P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
