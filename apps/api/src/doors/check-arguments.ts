import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import { apiError } from '../errors.ts';

/**
 * Refuses texts that no database can keep: those with the character 0 or half of a surrogate pair. What operations
 * write is read by the codebook instead, which says which field of which fact it is.
 * @throws GraphQLError BAD_USER_INPUT naming the argument.
 */
export function checkArguments(
  args: Readonly<Record<string, unknown>>,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
): void {
  for (const [name, value] of Object.entries(args)) {
    const texts = [value].flat().filter((part) => typeof part === 'string');
    if (texts.every((text) => !/[\0\p{Surrogate}]/u.test(text))) continue;
    throw apiError('BAD_USER_INPUT', `The argument ${name} has a character that is none.`, {
      path: [...responsePathAsArray(path), name],
    });
  }
}
