import { isFactType, upperSnake } from '@chancery/codebook';
import { coveredTime, type Manifest } from '@chancery/importers';
import type { DeskClient } from '@chancery/prisma/desk';

/** An import as stored in the database. */
export type StoredImport = NonNullable<Awaited<ReturnType<DeskClient['import']['findUnique']>>>;
/** A row of an import as stored in the database. */
export type StoredRow = NonNullable<Awaited<ReturnType<DeskClient['importRow']['findUnique']>>>;

/** Converts the manifest of a source to its API form. */
export function toSourceOutput(source: Manifest): Record<string, unknown> {
  const { licence, grade, facts, files, ...manifest } = source;
  return {
    ...manifest,
    ...grade,
    coverage: coveredTime(source),
    licence: licence.terms,
    republish: licence.republish,
    files: files.map(({ columns, ...file }) => ({
      ...file,
      columns: Object.entries(columns).map(([name, column]) => ({ name, ...column })),
    })),
    expected: Object.entries(facts).map(([type, count]) => ({ type: toApiTypeName(type), facts: count })),
  };
}

/** Returns the API name of a fact type; null if there is none. */
export function toApiTypeName(type: string | null): string | null {
  return type !== null && isFactType(type) ? upperSnake(type) : null;
}

/** Returns the rows per second of a running import and the seconds left at that rate. */
export function paceOf({ runningSince, done, total }: StoredImport): { rate: number; left: number } | undefined {
  const seconds = runningSince ? (Date.now() - runningSince.getTime()) / 1_000 : 0;
  if (seconds <= 0 || done === 0) return undefined;
  const rate = done / seconds;
  return { rate, left: Math.ceil(Math.max(0, total - done) / rate) };
}

/** The JSON part of a row. */
export interface RowDetail {
  readonly changes?: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
  readonly candidates?: readonly {
    readonly fact: string;
    readonly label: string;
    readonly score: number;
    readonly why: string;
  }[];
  readonly question?: string;
}

/** Returns the JSON part of a stored row. */
export function detailOf({ detail }: Pick<StoredRow, 'detail'>): RowDetail {
  // Only the import job writes this column, in this form.
  return (detail ?? {}) as unknown as RowDetail;
}
