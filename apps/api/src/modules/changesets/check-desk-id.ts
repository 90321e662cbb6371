import { isDeskId, withArticle } from '@chancery/codebook';
import { apiError } from '../../errors.ts';

/**
 * Checks that an id that the client generated has the form of the ids of `kind`. `operation` is the name of the
 * mutation, for the path of the error.
 * @throws GraphQLError BAD_USER_INPUT at the argument `id` of the mutation if the id has another form.
 */
export function checkDeskId(id: string, kind: 'changeset' | 'review' | 'comment', operation: string): void {
  if (!isDeskId(id, kind))
    throw apiError(
      'BAD_USER_INPUT',
      `This id does not have the form of the id of ${withArticle(kind)}. Generate a new one.`,
      {
        path: [operation, 'id'],
      },
    );
}
