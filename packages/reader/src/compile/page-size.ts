import { defaultPageSize } from '@chancery/codebook';
import type { Arguments } from './run.ts';

/** Returns the number of rows that `first` or `last` requests for a page, or the default if neither is given. */
export function pageSize(args: Arguments | undefined): number {
  const requested = args?.first ?? args?.last;
  return typeof requested === 'number' ? requested : defaultPageSize;
}
