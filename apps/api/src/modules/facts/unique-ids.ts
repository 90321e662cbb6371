import { maxFactsOfRequest } from '@chancery/changesets';
import { apiError } from '../../errors.ts';

/**
 * Returns each id once. `operation` is the name of the query, for the path of the error.
 * @throws GraphQLError BAD_USER_INPUT for more ids than a request may name.
 */
export function uniqueIds(ids: readonly string[], operation: string): string[] {
  if (ids.length <= maxFactsOfRequest) return [...new Set(ids)];
  throw apiError('BAD_USER_INPUT', `At most ${maxFactsOfRequest} facts can be requested at once, not ${ids.length}.`, {
    path: [operation, 'ids'],
  });
}
