import { apiError } from '../../errors.ts';

const maxIds = 500;

/**
 * Returns each id once; `operation` is the query, for the error.
 * @throws GraphQLError BAD_USER_INPUT for more than 500 ids.
 */
export function uniqueIds(ids: readonly string[], operation: string): string[] {
  if (ids.length <= maxIds) return [...new Set(ids)];
  throw apiError('BAD_USER_INPUT', `At most ${maxIds} facts can be requested at once, not ${ids.length}.`, {
    path: [operation, 'ids'],
  });
}
