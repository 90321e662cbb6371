import { costliestSelectionOf, largestConnectionOf, type PreparedRead, type SelectionCost } from '@chancery/reader';
import { apiError } from '../errors.ts';
import { limits } from './limits.ts';

/**
 * Checks a prepared operation against the limits of rows and points, before anything runs. The message names the
 * selection with the most rows or points, and a page size that would fit, if smaller pages suffice.
 * @throws GraphQLError ROWS_LIMIT or COST_LIMIT.
 */
export function checkCost({ plan, run, cost }: PreparedRead): void {
  if (cost.rows > limits.rows) throw tooManyRows({ plan, run, cost });
  if (cost.points <= limits.points) return;
  const costliest = costliestSelectionOf(plan, run.args);
  const allowed = (limits.points - (cost.points - Math.ceil(cost.rows / 10))) * 10;
  const isMostlyRows = costliest?.kind === 'connection' && costliest.points > 2 * costliest.inputPoints;
  const hint = isMostlyRows ? hintForRows({ plan, run, cost }, allowed) : hintFor(costliest);
  throw apiError(
    'COST_LIMIT',
    `The operation costs ${cost.points} points; one operation may cost at most ${limits.points}. A root field costs 1 point, every ten rows cost 1, each condition of a filter costs 1 for every ten rows around it, and each totalCount, search or dyad costs 10. The description of a measure states its cost. ${hint}`,
    { path: costliest?.path ?? [], limit: { limit: limits.points, asked: cost.points } },
  );
}

type Priced = Pick<PreparedRead, 'plan' | 'run' | 'cost'>;

function tooManyRows({ plan, run, cost }: Priced) {
  return apiError(
    'ROWS_LIMIT',
    `The pages of this operation could hold ${cost.rows} rows; one operation may request at most ${limits.rows}. ${hintForRows({ plan, run, cost }, limits.rows)}`,
    { path: largestConnectionOf(plan, run.args)?.path ?? [], limit: { limit: limits.rows, asked: cost.rows } },
  );
}

/** Names the connection with the most rows, and the page size with which all rows would be `allowed`. */
function hintForRows({ plan, run, cost }: Priced, allowed: number): string {
  const largest = largestConnectionOf(plan, run.args);
  if (!largest) return splitIt;
  const { path, rows, size, outerRows } = largest;
  const fits = outerRows === 0 ? 0 : Math.floor((allowed - (cost.rows - rows)) / outerRows);
  const advice =
    fits >= 1 && fits < size
      ? `pages of ${fits} would fit`
      : 'request it in a separate operation, or use smaller pages in the selections around it';
  return `The largest part is ${path.join('.')} with ${rows} rows: ${advice}.`;
}

const splitIt = 'Split it into several operations.';

/** Names the selection that costs the most, and how it costs less. */
function hintFor(costliest: SelectionCost | undefined): string {
  if (!costliest) return splitIt;
  const { kind, path, points, around, inputPoints } = costliest;
  const many = around > 1 ? `, for each of up to ${around} rows around it` : '';
  const advice = {
    connection: `${inputPoints} of them for its filter and order. Use fewer conditions, or smaller pages around it`,
    totalCount: `10${many}. Leave the count out, or use smaller pages around it`,
    resolved: `the price of the statistic${many}. Request it in a separate operation, or for fewer states`,
    search: 'the price of a search. Request fewer in one operation',
    dyad: 'the price of a dyad. Request fewer in one operation',
  }[kind];
  return `The most expensive part is ${path.join('.')} with ${points} points: ${advice}.`;
}
