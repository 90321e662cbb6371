import { GraphQLError } from 'graphql';
import type { Emit, Writing } from './run.ts';

/** Thrown on the way out of a field that is null and must not be, up to the next that may. */
export class NullField extends Error {
  override readonly cause: GraphQLError;
  readonly path: (string | number)[];

  constructor(cause: GraphQLError, path: readonly string[]) {
    super(cause.message);
    this.cause = cause;
    this.path = [...path];
  }

  /** The error as graphql-js gives it. */
  get located(): GraphQLError {
    const { message, nodes } = this.cause;
    return new GraphQLError(message, { nodes: nodes ?? null, path: this.path, originalError: this.cause });
  }
}

/** Writes a field whose arguments cannot be coerced. */
export function failing(error: GraphQLError, path: readonly string[]): Emit {
  return () => {
    throw new NullField(error, path);
  };
}

/** Writes a field that may be null: it is where something within it is null that must not be. */
export function orNull(write: Emit): Emit {
  return (row, run) => {
    try {
      return write(row, run);
    } catch (error) {
      if (!(error instanceof NullField)) throw error;
      run.nulls.push(error);
      return 'null';
    }
  };
}

/** Writes the items of a list, which stands at a path of so many names, and tells errors within of which item they are. */
export function items<Item>(list: readonly Item[], depth: number, run: Writing, write: (item: Item) => string): string {
  let text = '[';
  for (let at = 0; at < list.length; at += 1) {
    const before = run.nulls.length;
    try {
      text += (at === 0 ? '' : ',') + write(list[at] as Item);
    } catch (error) {
      if (error instanceof NullField) error.path.splice(depth, 0, at);
      throw error;
    } finally {
      if (run.nulls.length > before) for (const { path } of run.nulls.slice(before)) path.splice(depth, 0, at);
    }
  }
  return `${text}]`;
}
