import { GraphQLError } from 'graphql';

/** Thrown by a field that cannot be written. Caught at the nearest nullable field, which becomes null. */
export class FieldError extends Error {
  override readonly cause: GraphQLError;
  readonly path: (string | number)[];

  constructor(cause: GraphQLError, path: readonly string[]) {
    super(cause.message);
    this.cause = cause;
    this.path = [...path];
  }

  /** The error as graphql-js reports it, with its path. */
  get locatedError(): GraphQLError {
    const { message, nodes } = this.cause;
    return new GraphQLError(message, { nodes: nodes ?? null, path: this.path, originalError: this.cause });
  }
}
