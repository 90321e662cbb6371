import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import { apiError } from '../errors.ts';
import { limits } from '../limits/limits.ts';

/**
 * Rejects arguments that Postgres cannot store, and texts that are longer than any text of the desk: strings, lists and
 * JSON values with a string that contains a NUL character or an unpaired surrogate. The values of operations are not
 * checked here: the codebook checks them and names the fact and field.
 * @throws GraphQLError BAD_USER_INPUT naming the argument.
 */
export function checkArguments(
  args: Readonly<Record<string, unknown>>,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
): void {
  for (const [name, value] of Object.entries(args)) {
    if (areOperations(name, value)) continue;
    const at = [...responsePathAsArray(path), name];
    for (const text of textsOf(value)) {
      if (/[\0\p{Surrogate}]/u.test(text))
        throw apiError(
          'BAD_USER_INPUT',
          `The argument ${name} contains an invalid character (NUL or an unpaired surrogate). Remove it.`,
          { path: at },
        );
      checkLength(text, { name, max: limits.textLength, path: at });
    }
  }
}

/**
 * Checks the length of a text.
 * @throws GraphQLError BAD_USER_INPUT naming the argument, the limit and the length.
 */
export function checkLength(
  text: string,
  { name, max, path }: { name: string; max: number; path: readonly (string | number)[] },
): void {
  if (text.length <= max) return;
  throw apiError(
    'BAD_USER_INPUT',
    `The argument ${name} has ${text.length} characters; at most ${max} are allowed. Shorten it.`,
    { path, limit: { limit: max, asked: text.length } },
  );
}

function areOperations(name: string, value: unknown): boolean {
  return name === 'operations' && Array.isArray(value) && value.every((item) => typeof item === 'object');
}

/** Yields the strings of a value, also those in lists and objects and the names of the fields of objects. */
function* textsOf(value: unknown): Generator<string> {
  // Values are at most `limits.inputDepth` levels deep.
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsOf(item);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      yield name;
      yield* textsOf(inner);
    }
}
