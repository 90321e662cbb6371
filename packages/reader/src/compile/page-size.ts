import { defaultPageSize } from '@chancery/codebook';
import type { Arguments } from './run.ts';

/** Returns the requested number of rows of a page, or the default if none is requested. */
export function pageSize(args: Arguments | undefined): number {
  const requested = args?.first ?? args?.last;
  return typeof requested === 'number' ? requested : defaultPageSize;
}
