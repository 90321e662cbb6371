import type { Arguments } from './run.ts';

/** The default number of rows of a page. */
export const defaultPageSize = 25;

/** Returns the requested number of rows of a page. */
export function pageSize(args: Arguments | undefined): number {
  const requested = args?.first ?? args?.last;
  return typeof requested === 'number' ? requested : defaultPageSize;
}
