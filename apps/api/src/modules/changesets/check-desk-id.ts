import { isDeskId } from '@chancery/codebook';
import { apiError } from '../../errors.ts';

/**
 * Checks that an id which the client generated is one of a changeset, a review or a comment.
 * @throws GraphQLError BAD_USER_INPUT at the argument `id` of the operation.
 */
export function checkDeskId(id: string, kind: 'changeset' | 'review' | 'comment', operation: string): void {
  if (!isDeskId(id, kind))
    throw apiError('BAD_USER_INPUT', `This is not the id of a ${kind}.`, { path: [operation, 'id'] });
}
