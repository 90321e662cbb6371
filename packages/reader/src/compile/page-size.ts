import type { Arguments } from './run.ts';

/** How many rows a page has when nobody says. */
export const defaultPage = 25;

/** How many rows a page asks for. */
export function pageSize(args: Arguments | undefined): number {
  const selected = args?.first ?? args?.last;
  return typeof selected === 'number' ? selected : defaultPage;
}
