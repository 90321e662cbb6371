import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import { apiError } from '../errors.ts';

/**
 * Rejects strings that Postgres cannot store: strings with a NUL character or an unpaired surrogate. The values of changeset
 * operations are checked by the codebook instead, whose errors name the fact and the field.
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
      `The argument ${name} contains an invalid character (NUL or an unpaired surrogate).`,
      {
        path: [...responsePathAsArray(path), name],
      },
    );
  }
}
