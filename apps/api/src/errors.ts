import { GraphQLError } from 'graphql';

/** The error codes of the API, with the usual HTTP status of each. docs/api.md explains the codes. */
export const errorStatus = {
  BAD_USER_INPUT: 400,
  NO_SUCH_REVISION: 400,
  BAD_CURSOR: 400,
  PAGE_SIZE: 400,
  ROWS_LIMIT: 400,
  COST_LIMIT: 400,
  TOKEN_LIMIT: 400,
  DEPTH_LIMIT: 400,
  ALIAS_LIMIT: 400,
  DIRECTIVE_LIMIT: 400,
  FILTER_LIMIT: 400,
  FIELD_LIMIT: 400,
  BODY_LIMIT: 413,
  STORAGE_LIMIT: 409,
  UPLOAD_LIMIT: 429,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  UNAUTHENTICATED: 401,
  SIGN_IN_EXPIRED: 401,
  FORBIDDEN: 403,
  TOO_MANY_ATTEMPTS: 429,
  RATE_LIMITED: 429,
  TIMEOUT: 503,
  RETRYABLE: 503,
  STORAGE_FULL: 507,
  INTERNAL: 500,
} as const;

/** A code by which programs tell errors apart: `extensions.code` of a GraphQL error, `code` of any other response. */
export type ErrorCode = keyof typeof errorStatus;

/** The seconds after which a request that failed with status 503 may be repeated, as `Retry-After` states them. */
export const retryAfter = '1';

/**
 * Creates a GraphQL error with a code and the HTTP status of that code. `details` can add the path or the nodes where
 * the error occurred; the properties of `limit` are copied to the extensions of the error.
 */
export function apiError(
  code: ErrorCode,
  message: string,
  details: { path?: readonly (string | number)[]; nodes?: GraphQLError['nodes']; limit?: Record<string, unknown> } = {},
): GraphQLError {
  const status = errorStatus[code];
  const headers = status === 503 ? { headers: new Map([['retry-after', retryAfter]]) } : {};
  return new GraphQLError(message, {
    ...(details.nodes ? { nodes: details.nodes } : {}),
    ...(details.path ? { path: details.path } : {}),
    extensions: { code, ...(details.limit ?? {}), http: { status, ...headers } },
  });
}

/** True when a value is a code of `errorStatus`. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorStatus, code);
}
