import type { ASTNode } from 'graphql';

/**
 * An error in the request that is found before the statement runs. Clients receive its message, code, path and details.
 */
export class ClientError extends Error {
  /** An error code such as BAD_USER_INPUT, BAD_CURSOR or PAGE_SIZE; docs/api.md lists all codes. */
  readonly code: string;
  readonly path: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  /** The place in the document, if the path is not known. */
  readonly node: ASTNode | undefined;

  constructor(
    code: string,
    message: string,
    path: readonly string[],
    details: Readonly<Record<string, unknown>> = {},
    node?: ASTNode,
  ) {
    super(message);
    this.code = code;
    this.path = path;
    this.details = details;
    this.node = node;
  }
}

/** Returns the error for an operation that selects more fields than `limit`. */
export function tooManyFields(limit: number, path: readonly string[]): ClientError {
  return new ClientError(
    'FIELD_LIMIT',
    `The operation selects more than ${limit} fields, counting the fields of a fragment wherever it is used. Split it, or select fewer fields.`,
    path,
    { limit },
  );
}
