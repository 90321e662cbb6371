import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import { apiError } from '../errors.ts';

/**
 * Rejects arguments that Postgres cannot store: strings, or lists with a string, that contain a NUL character or an
 * unpaired surrogate. Input objects are not checked here: the codebook checks the values of operations and names the
 * fact and field.
 * @throws GraphQLError BAD_USER_INPUT naming the argument.
 */
export function checkArguments(
  args: Readonly<Record<string, unknown>>,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
): void {
  for (const [name, value] of Object.entries(args)) {
    const texts = [value].flat().filter((part) => typeof part === 'string');
    if (texts.every((text) => !/[\0\p{Surrogate}]/u.test(text))) continue;
    throw apiError(
      'BAD_USER_INPUT',
      `The argument ${name} contains an invalid character (NUL or an unpaired surrogate). Remove it.`,
      {
        path: [...responsePathAsArray(path), name],
      },
    );
  }
}
