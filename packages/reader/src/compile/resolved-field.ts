import type { ResultRow } from './row.ts';
import type { Arguments, Emit } from './run.ts';
import { type Scope, withheldSql } from './scope.ts';

/** The cost of a field that is resolved outside the database, in points. */
export interface ResolvedPrice {
  /** For the field itself, however many objects have it: the cost of what is computed once for all of them. */
  readonly once: number;
  /** For each object that has the field. */
  readonly each: number;
}

/**
 * Fields that are resolved outside the database, by type and name, with the cost of each, which may depend on the
 * arguments of the field.
 */
export type ResolvedFields = Readonly<Record<string, Readonly<Record<string, PriceOf>>>>;

/** The cost of a field, or a function that returns the cost for the arguments of the field. */
export type PriceOf = ResolvedPrice | ((args: Arguments) => ResolvedPrice);

/** The input of a resolver: what the reader writes in place of a field that is resolved outside the database. */
export interface ResolvedHandle {
  /** The revision of the response, or of the past register that contains the field. */
  readonly revision: number;
  /** The revision since which the set of withheld facts has not changed; 0 if this response withholds no facts. */
  readonly withheld: number;
  /** The day on which the field reads spells if it has no argument `on`, YYYY-MM-DD. */
  readonly on: string;
  /** The ids of the facts that the field is computed for. */
  readonly of: readonly string[];
}

/**
 * Writes a {@link ResolvedHandle}. Its values are read by the statement of the response, so both are of one revision.
 */
export function writeHandle(
  { row, scope, on = scope.on }: { row: ResultRow; scope: Scope; on?: string },
  ids: readonly string[],
): Emit {
  const revision = row.add(scope.revision ?? '(SELECT number FROM ledger.head)');
  const withheld = row.add(scope.withholds ? `(SELECT ${withheldSql} FROM ledger.head h)` : '0');
  const day = row.add(on);
  const places = ids.map((id) => row.add(id));
  return (values) => {
    const handle: ResolvedHandle = {
      revision: Number(values[revision]),
      withheld: Number(values[withheld]),
      on: String(values[day]),
      of: places.map((place) => String(values[place])),
    };
    return JSON.stringify(handle);
  };
}
