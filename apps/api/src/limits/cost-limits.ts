import { dearestOf, type PreparedRead } from '@chancery/reader';
import { apiError } from '../errors.ts';
import { limits } from './limits.ts';

/**
 * Holds a prepared operation to the limits of rows and points, before anything is run. The message names the selection
 * that costs most and a page size that would fit.
 * @throws GraphQLError ROWS_LIMIT or COST_LIMIT.
 */
export function checkCost({ plan, run, cost }: PreparedRead): void {
  if (cost.rows <= limits.rows && cost.points <= limits.points) return;
  const dearest = dearestOf(plan, run.args);
  const path = dearest?.path ?? [];
  const tooManyRows = cost.rows > limits.rows;
  const hint = dearest
    ? hintFor(
        dearest,
        cost.rows,
        tooManyRows ? limits.rows : (limits.points - (cost.points - Math.ceil(cost.rows / 10))) * 10,
      )
    : '';
  if (tooManyRows) {
    throw apiError(
      'ROWS_LIMIT',
      `The pages asked for could hold ${cost.rows} rows, and ${limits.rows} are allowed in one call. ${hint}`,
      { path, limit: { limit: limits.rows, asked: cost.rows } },
    );
  }
  throw apiError(
    'COST_LIMIT',
    `The operation costs ${cost.points} points, and ${limits.points} are allowed in one call: 1 for each root field, 1 for every ten rows, 10 for each totalCount, search and dyad, and for measures what their descriptions say. ${hint}`,
    {
      path,
      limit: { limit: limits.points, asked: cost.points },
    },
  );
}

function hintFor(
  { path, rows, size, around }: { path: readonly string[]; rows: number; size: number; around: number },
  all: number,
  allowed: number,
): string {
  const fits = around === 0 ? 0 : Math.floor((allowed - (all - rows)) / around);
  const advice =
    fits >= 1 && fits < size
      ? `pages of ${fits} would fit`
      : 'ask for it in a call of its own, or page the selections around it by less';
  return `Most of it is ${path.join('.')} with ${rows} rows: ${advice}.`;
}
