import { isFactType, upperSnake } from '@chancery/codebook';
import { coveredTime, type Manifest } from '@chancery/importers';
import type { DeskClient } from '@chancery/prisma/desk';

/** An import as the desk keeps it. */
export type StoredImport = NonNullable<Awaited<ReturnType<DeskClient['import']['findUnique']>>>;
/** A row of an import as the desk keeps it. */
export type StoredRow = NonNullable<Awaited<ReturnType<DeskClient['importRow']['findUnique']>>>;

/** A source as the API shows it. */
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
    expected: Object.entries(facts).map(([type, count]) => ({ type: typeName(type), facts: count })),
  };
}

/** The name of a fact type in the API; null for none. */
export function typeName(type: string | null): string | null {
  return type !== null && isFactType(type) ? upperSnake(type) : null;
}

/** How fast a running import reads, and how long it will take at that rate. */
export function paceOf({ runningSince, done, total }: StoredImport): { rate: number; left: number } | undefined {
  const seconds = runningSince ? (Date.now() - runningSince.getTime()) / 1_000 : 0;
  if (seconds <= 0 || done === 0) return undefined;
  const rate = done / seconds;
  return { rate, left: Math.ceil(Math.max(0, total - done) / rate) };
}

/** What a row holds besides its columns. */
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

/** What a row holds besides its columns, as it was stored. */
export function detailOf({ detail }: Pick<StoredRow, 'detail'>): RowDetail {
  // Written by the job alone, in this form.
  return (detail ?? {}) as unknown as RowDetail;
}
