import { largestConnectionOf, type PreparedRead } from '@chancery/reader';
import { apiError } from '../errors.ts';
import { limits } from './limits.ts';

/**
 * Checks a prepared operation against the limits of rows and points, before anything runs. The message names the
 * connection with the most rows, if there is one, and a page size that would fit, if smaller pages suffice.
 * @throws GraphQLError ROWS_LIMIT or COST_LIMIT.
 */
export function checkCost({ plan, run, cost }: PreparedRead): void {
  if (cost.rows <= limits.rows && cost.points <= limits.points) return;
  const largest = largestConnectionOf(plan, run.args);
  const path = largest?.path ?? [];
  const tooManyRows = cost.rows > limits.rows;
  const hint = largest
    ? hintFor(
        largest,
        cost.rows,
        tooManyRows ? limits.rows : (limits.points - (cost.points - Math.ceil(cost.rows / 10))) * 10,
      )
    : 'Split it into several operations.';
  if (tooManyRows) {
    throw apiError(
      'ROWS_LIMIT',
      `The pages of this operation could hold ${cost.rows} rows; one operation may request at most ${limits.rows}. ${hint}`,
      { path, limit: { limit: limits.rows, asked: cost.rows } },
    );
  }
  throw apiError(
    'COST_LIMIT',
    `The operation costs ${cost.points} points; one operation may cost at most ${limits.points}. A root field costs 1 point, every ten rows cost 1, each condition of a filter costs 1 for every ten rows around it, and each totalCount, search or dyad costs 10. The description of a measure states its cost. ${hint}`,
    {
      path,
      limit: { limit: limits.points, asked: cost.points },
    },
  );
}

function hintFor(
  { path, rows, size, outerRows }: { path: readonly string[]; rows: number; size: number; outerRows: number },
  all: number,
  allowed: number,
): string {
  const fits = outerRows === 0 ? 0 : Math.floor((allowed - (all - rows)) / outerRows);
  const advice =
    fits >= 1 && fits < size
      ? `pages of ${fits} would fit`
      : 'request it in a separate operation, or use smaller pages in the selections around it';
  return `The largest part is ${path.join('.')} with ${rows} rows: ${advice}.`;
}
