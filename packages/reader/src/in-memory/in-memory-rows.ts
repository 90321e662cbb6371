import { tableOf } from '@chancery/codebook';
import type { Pool } from 'pg';
import { inMemoryRow } from './in-memory-columns.ts';
import { type InMemoryRows, type InMemoryType, inMemoryAlias, inMemoryTypes } from './in-memory-types.ts';
import { TextCache } from './text-cache.ts';

/**
 * Holds the rows of small types at the latest revision that was read. A revision never changes, so the rows are valid
 * for all responses of the same revision, and for no others.
 */
export interface RowCache {
  /** Returns the rows that were read last; undefined before the first read, or if a type has too many rows. */
  readonly current: () => InMemoryRows | undefined;
  /**
   * Must be called with the revision of each response. If no rows of this or a later revision have been read, reads the
   * rows in the background.
   */
  readonly onRevision: (revision: number) => void;
  /** Resolves when no read is in progress. */
  readonly settled: () => Promise<void>;
}

/** The options of {@link createRowCache}. */
export interface RowCacheOptions {
  /** Connections of a read-only login. */
  readonly pool: Pick<Pool, 'query'>;
  /** Called when the rows cannot be read. The reader then works without them. */
  readonly onError: (error: unknown) => void;
  /** If a type has more rows than this, no rows of any type are held. By default 5,000. */
  readonly maxRows?: number;
}

type FetchedRow = [revision: number, ...types: (readonly (readonly [string, readonly unknown[]])[] | null)[]];

/** Creates a row cache. It reads nothing before the first call of `onRevision`. */
export function createRowCache({ pool, onError, maxRows = 5_000 }: RowCacheOptions): RowCache {
  const text = `SELECT number, ${inMemoryTypes.map((type) => rowsSql(type, maxRows)).join(', ')} FROM ledger.head`;
  let cached: InMemoryRows | undefined;
  let newest = 0;
  let reading: Promise<void> | undefined;

  const read = async () => {
    const { rows } = await pool.query<FetchedRow>({ text, rowMode: 'array' } as never);
    const [revision, ...types] = rows[0] as unknown as FetchedRow;
    newest = revision;
    cached = types.every((type) => type !== null)
      ? { revision, rows: byType(types), texts: new TextCache() }
      : undefined;
  };
  return {
    current: () => cached,
    onRevision: (revision) => {
      // A newer revision that is reported during a read is reported again with the next response.
      if (reading || revision <= newest) return;
      reading = read()
        .catch(onError)
        .finally(() => {
          reading = undefined;
        });
    },
    settled: async () => reading,
  };
}

function byType(types: readonly (readonly (readonly [string, readonly unknown[]])[])[]): InMemoryRows['rows'] {
  const [states, organizations] = types;
  return { State: new Map(states), Organization: new Map(organizations) };
}

/** Returns SQL for the rows of a type as a JSON array; NULL if there are more than `maxRows`. */
function rowsSql(type: InMemoryType, maxRows: number): string {
  const table = `register.${tableOf(type)}`;
  return `(SELECT CASE WHEN (SELECT count(*) FROM (SELECT FROM ${table} LIMIT ${maxRows + 1}) c) <= ${maxRows}
    THEN (SELECT coalesce(json_agg(json_build_array(${inMemoryAlias}.id, ${inMemoryRow(type).sql})), '[]') FROM ${table} ${inMemoryAlias}) END)`;
}
