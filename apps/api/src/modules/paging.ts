import { maxPageSize } from '@chancery/codebook';
import { apiError } from '../errors.ts';

/**
 * Returns the requested size of a page unchanged.
 * @throws GraphQLError PAGE_SIZE if the size is less than 1 or more than 100.
 */
export function pageSize(first: number): number {
  if (first >= 1 && first <= maxPageSize) return first;
  throw apiError('PAGE_SIZE', `A page can have 1 to ${maxPageSize} rows, not ${first}.`, {
    limit: { limit: maxPageSize, asked: first },
  });
}

/**
 * Parses a cursor of a list that is sorted by number: the number of the last node of a page. `field` is the name of the
 * field that returns the list, for the error.
 * @throws GraphQLError BAD_CURSOR if the cursor is not a number of at most nine digits.
 */
export function numberOfCursor(cursor: string, field: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw apiError('BAD_CURSOR', 'This is not a cursor of this list. Pass the endCursor of a page unchanged.', {
    path: [field, 'after'],
  });
}
