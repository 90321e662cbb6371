import type { Row } from './row.ts';
import type { Emit } from './run.ts';
import { type Scope, withheldSql } from './scope.ts';

/** Fields that are resolved outside the database, by type and name, with the points that each costs. */
export type ResolvedFields = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What the reader writes in the place of a field that is resolved elsewhere: whom it is asked of, and when. */
export interface ResolvedHandle {
  /** The revision of the answer, or of the past register within which the field is asked for. */
  readonly revision: number;
  /** Since which revision facts are withheld as they are in the answer; 0 where nothing is. */
  readonly withheld: number;
  /** The day on which `on` falls by default. */
  readonly on: string;
  /** The ids of those of whom it is asked. */
  readonly of: readonly string[];
}

/** Writes a handle. Its revision is read by the statement that answers the rest, so that both are of one revision. */
export function writeHandle(
  { row, scope, on = scope.on }: { row: Row; scope: Scope; on?: string },
  ids: readonly string[],
): Emit {
  const revision = row.add(scope.revision ?? '(SELECT number FROM ledger.head)');
  const withheld = row.add(scope.withholds ? `(SELECT ${withheldSql} FROM ledger.head h)` : '0');
  const day = row.add(on);
  const of = ids.map((id) => row.add(id));
  return (values) => {
    const handle: ResolvedHandle = {
      revision: Number(values[revision]),
      withheld: Number(values[withheld]),
      on: String(values[day]),
      of: of.map((place) => String(values[place])),
    };
    return JSON.stringify(handle);
  };
}
