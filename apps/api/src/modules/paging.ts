import { maxPageSize } from '@chancery/codebook';
import { apiError } from '../errors.ts';

/**
 * Returns the size of a page if it is allowed.
 * @throws GraphQLError PAGE_SIZE if it is not between 1 and 100.
 */
export function pageSize(first: number): number {
  if (first >= 1 && first <= maxPageSize) return first;
  throw apiError('PAGE_SIZE', `A page can have 1 to ${maxPageSize} rows, not ${first}.`, {
    limit: { limit: maxPageSize, asked: first },
  });
}

/**
 * Parses a cursor that is the number of the page's last node; `field` is the paged field, for the error.
 * @throws GraphQLError BAD_CURSOR if it is not a number of at most nine digits.
 */
export function numberOfCursor(cursor: string, field: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw apiError('BAD_CURSOR', 'This is not a cursor of this list. Pass the endCursor of a page unchanged.', {
    path: [field, 'after'],
  });
}
