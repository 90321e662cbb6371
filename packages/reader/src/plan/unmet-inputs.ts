import type { RecordedReference } from '../compile/recorded-inputs.ts';
import type { ResultRow } from '../compile/row.ts';
import type { Arguments } from '../compile/run.ts';
import type { Plan } from './plan.ts';

/** An argument for which the register, at the revision of the statement, has nothing: the response has null instead. */
export type UnmetInput =
  | { readonly kind: 'at'; readonly path: readonly string[]; readonly number: number }
  | { readonly kind: 'since'; readonly path: readonly string[]; readonly since: number; readonly latest: number }
  | {
      readonly kind: 'reference';
      readonly reference: RecordedReference;
      readonly revision: number;
      readonly isPast: boolean;
    };

/**
 * Returns the arguments for which the register has nothing, given the root row of a statement and the latest revision at
 * the time: past revisions, revisions since which changes are listed, and references that found no fact.
 */
export function unmetInputsOf(
  { columns, pastReads, inputs }: Pick<Plan, 'columns' | 'pastReads' | 'inputs'>,
  args: readonly Arguments[],
  root: readonly unknown[],
  head: number,
): UnmetInput[] {
  const unmet: UnmetInput[] = [];
  for (const past of pastReads)
    if (past.read(root) === undefined) unmet.push({ kind: 'at', path: past.path, number: past.number });
  /** Finds the columns of a row of the register, with its revision; undefined if there is no such past register. */
  const find = (row: ResultRow) => {
    const past = pastReads.find((one) => one.row === row);
    const revision = past ? past.read(root) : head;
    const found = past ? past.columns(root) : columns(root);
    return revision === undefined || found === undefined ? undefined : { revision, found, isPast: past !== undefined };
  };
  for (const { row, path, number } of inputs.sinces) {
    const since = Number(args[number]?.since);
    const latest = find(row)?.revision;
    if (latest !== undefined && since > latest) unmet.push({ kind: 'since', path, since, latest });
  }
  for (const reference of inputs.references) {
    const { result } = reference;
    const read = result && find(result.row);
    if (result && read && (read.found[result.place] ?? null) === null)
      unmet.push({ kind: 'reference', reference, revision: read.revision, isPast: read.isPast });
  }
  return unmet;
}
