import { tableOf } from '@chancery/codebook';
import type { Pool } from 'pg';
import { cacheBytes } from '../cache/cache-bytes.ts';
import type { CacheSize } from '../cache/cache-size.ts';
import { inMemoryRow } from './in-memory-columns.ts';
import { type InMemoryRows, type InMemoryType, inMemoryAlias, inMemoryTypes } from './in-memory-types.ts';
import { TextCache } from './text-cache.ts';

/**
 * Holds the rows of small types at the latest revision that was read. A revision never changes, so the rows are valid
 * for all responses of the same revision, and for no others.
 */
export interface RowCache {
  /** Returns the rows that were read last; undefined before the first read, or if there are too many rows or bytes. */
  readonly current: () => InMemoryRows | undefined;
  /**
   * Must be called with the revision of each response. If no rows of this or a later revision have been read, reads the
   * rows in the background.
   */
  readonly onRevision: (revision: number) => void;
  /** Resolves when no read is in progress. */
  readonly settled: () => Promise<void>;
  /** Returns the sizes of the rows, and of the texts that were written from them. */
  readonly sizes: () => readonly CacheSize[];
}

/** The options of {@link createRowCache}. */
export interface RowCacheOptions {
  /** Connections of a read-only login. */
  readonly pool: Pick<Pool, 'query'>;
  /** Called when the rows cannot be read. The reader then works without them. */
  readonly onError: (error: unknown) => void;
  /** If a type has more rows than this, no rows of any type are held. By default 5,000. */
  readonly maxRows?: number;
  /** If the rows take more bytes than this, by estimate, none are held. By default {@link cacheBytes}.inMemoryRows. */
  readonly maxBytes?: number;
  /** The maximum bytes of the texts that are written from the rows. By default {@link cacheBytes}.inMemoryTexts. */
  readonly maxTextBytes?: number;
}

type FetchedRow = [revision: number, ...types: (readonly (readonly [string, readonly unknown[]])[] | null)[]];

/** Creates a row cache. It reads nothing before the first call of `onRevision`. */
export function createRowCache({
  pool,
  onError,
  maxRows = 5_000,
  maxBytes = cacheBytes.inMemoryRows,
  maxTextBytes = cacheBytes.inMemoryTexts,
}: RowCacheOptions): RowCache {
  const text = `SELECT number, ${inMemoryTypes.map((type) => rowsSql(type, maxRows)).join(', ')} FROM ledger.head`;
  let cached: InMemoryRows | undefined;
  let bytes = 0;
  let newest = 0;
  let reading: Promise<void> | undefined;

  const read = async () => {
    const { rows } = await pool.query<FetchedRow>({ text, rowMode: 'array' } as never);
    const [revision, ...types] = rows[0] as unknown as FetchedRow;
    newest = revision;
    bytes = types.flatMap((type) => type ?? []).reduce((sum, [, row]) => sum + bytesOf(row), 0);
    cached =
      bytes <= maxBytes && types.every((type) => type !== null)
        ? { revision, rows: byType(types), texts: new TextCache(maxTextBytes) }
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
    sizes: () => {
      const rows = cached ? Object.values(cached.rows).reduce((sum, ofType) => sum + ofType.size, 0) : 0;
      return [
        { name: 'in-memory rows', entries: rows, bytes: cached ? bytes : 0, maxBytes },
        { name: 'in-memory texts', entries: 0, bytes: 0, maxBytes: maxTextBytes, ...cached?.texts.size() },
      ];
    },
  };
}

/** Estimates the bytes of a row: its id and place in the map, its columns, and their texts. */
function bytesOf(row: readonly unknown[]): number {
  return row.reduce((sum: number, value) => sum + 8 + (typeof value === 'string' ? value.length * 2 + 24 : 0), 200);
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
