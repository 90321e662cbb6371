import { GraphQLError } from 'graphql';

/** The error codes of both endpoints and their HTTP statuses. docs/api.md explains each code. */
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

/** One of the error codes. */
export type ErrorCode = keyof typeof errorStatus;

/**
 * Creates a GraphQL error with a code, a message, the path or nodes where it occurred and, for limits, the limit that
 * was exceeded.
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

/** True when a value is one of the error codes above. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorStatus, code);
}

/** Translates an error of Postgres or the network into one that a client can act on; `undefined` if it is a bug. */
export function databaseError(error: unknown): GraphQLError | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === '57014')
    return apiError(
      'TIMEOUT',
      'The database took too long over this operation. Request less at once: fewer rows, fewer totals or a narrower filter.',
    );
  const message = error instanceof Error ? error.message : '';
  if (
    retryable.has(code) ||
    /timeout exceeded when trying to connect|Connection terminated|not queryable/i.test(message)
  ) {
    return apiError('RETRYABLE', 'The database cannot be reached at the moment. Try again in a second.');
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
