import type { RowCount } from './import-rows.ts';

/** Facts that describe the import itself: they are no reason to write a changeset. */
const ownTypes: ReadonlySet<string | null> = new Set(['Source', 'ImportBatch', 'Coverage']);

/**
 * Returns one line on the rows of a check or import that have errors or open questions, with the next step; `undefined`
 * if there are none. `isFailed` is true if no row can be imported or is in the register already.
 */
export function checkConclusion(
  counts: readonly RowCount[],
): { readonly isFailed: boolean; readonly line: string } | undefined {
  const rowsWith = (...outcomes: string[]) =>
    counts.reduce(
      (sum, { outcome, type, rows }) => (outcomes.includes(outcome) && !ownTypes.has(type) ? sum + rows : sum),
      0,
    );
  const [errors, questions] = [rowsWith('ERROR'), rowsWith('DOUBTFUL')];
  if (errors + questions === 0) return undefined;
  const isFailed = rowsWith('CREATE', 'UPDATE', 'CITED', 'UNCHANGED', 'CONFLICT') === 0;
  const what = [
    ...(errors > 0 ? [`${rowsInWords(errors)} with errors`] : []),
    ...(questions > 0 ? [`${rowsInWords(questions)} with open questions`] : []),
  ].join(', ');
  const remedies = [
    ...(errors > 0 ? ['correct the file or the mapping'] : []),
    ...(questions > 0 ? ['answer the questions at the desk'] : []),
  ].join(', and ');
  const next = `${remedies.charAt(0).toUpperCase()}${remedies.slice(1)}, then check again.`;
  return {
    isFailed,
    line: isFailed ? `The check failed: no row can be imported (${what}). ${next}` : `Not imported: ${what}. ${next}`,
  };
}

const rowsInWords = (rows: number) => (rows === 1 ? '1 row' : `${rows} rows`);
