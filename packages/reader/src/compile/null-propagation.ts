import type { GraphQLError } from 'graphql';
import { FieldError } from './field-error.ts';
import type { Emit, EmitContext } from './run.ts';

/** Returns a writer that throws `error` as a {@link FieldError}, for a field whose arguments cannot be coerced. */
export function failWith(error: GraphQLError, path: readonly string[]): Emit {
  return () => {
    throw new FieldError(error, path);
  };
}

/** Writes a nullable field: null, with the error recorded, if a non-null field inside it fails. */
export function orNull(write: Emit): Emit {
  return (row, run) => {
    try {
      return write(row, run);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      run.fieldErrors.push(error);
      return 'null';
    }
  };
}

/**
 * Writes the items of a list as a JSON array. `depth` is the length of the path of the list: in the paths of errors,
 * the index of the item is inserted at this position.
 */
export function writeItems<Item>(
  list: readonly Item[],
  depth: number,
  run: EmitContext,
  write: (item: Item) => string,
): string {
  let text = '[';
  for (let at = 0; at < list.length; at += 1) {
    const errorsBefore = run.fieldErrors.length;
    try {
      text += (at === 0 ? '' : ',') + write(list[at] as Item);
    } catch (error) {
      if (error instanceof FieldError) error.path.splice(depth, 0, at);
      throw error;
    } finally {
      if (run.fieldErrors.length > errorsBefore)
        for (const { path } of run.fieldErrors.slice(errorsBefore)) path.splice(depth, 0, at);
    }
  }
  return `${text}]`;
}
