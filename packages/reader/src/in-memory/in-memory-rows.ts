import { tableOf } from '@chancery/codebook';
import type { Pool } from 'pg';
import { type InMemoryType, inMemoryAlias, inMemoryRow, inMemoryTypes } from './in-memory-columns.ts';
import { InMemoryTexts } from './in-memory-texts.ts';

/** Rows of small types by their ids, as they stood at one revision. */
export interface InMemoryRows {
  readonly revision: number;
  readonly rows: Readonly<Record<InMemoryType, ReadonlyMap<string, readonly unknown[]>>>;
  /** What plans have written of them. */
  readonly texts: InMemoryTexts;
}

/**
 * Holds the rows of small types for the latest revision. A revision never changes, so what is held is right for every
 * answer of the same revision, and for no other.
 */
export interface RowHolder {
  /** What is held. Nothing, before it was first read and where a type has too many rows. */
  readonly now: () => InMemoryRows | undefined;
  /** Told of the revision that an answer has shown: what is held of another is read again, in the background. */
  readonly saw: (revision: number) => void;
  /** Settles once nothing is being read. */
  readonly settled: () => Promise<void>;
}

/** How a holder is set up. */
export interface RowHolderOptions {
  /** Connections of a login that may only read. */
  readonly pool: Pick<Pool, 'query'>;
  /** Told when the rows cannot be read. Reads do without them. */
  readonly onError: (error: unknown) => void;
  /** A type with more rows than this is not small: nothing is held then. */
  readonly most?: number;
}

type Fetched = [revision: number, ...types: (readonly (readonly [string, readonly unknown[]])[] | null)[]];

/** Makes a holder. It reads nothing until it is told of a revision. */
export function holdRows({ pool, onError, most = 5_000 }: RowHolderOptions): RowHolder {
  const text = `SELECT number, ${inMemoryTypes.map((type) => rowsSql(type, most)).join(', ')} FROM ledger.head`;
  let held: InMemoryRows | undefined;
  let newest = 0;
  let reading: Promise<void> | undefined;

  const read = async () => {
    const { rows } = await pool.query<Fetched>({ text, rowMode: 'array' } as never);
    const [revision, ...types] = rows[0] as unknown as Fetched;
    newest = revision;
    held = types.every((type) => type !== null)
      ? { revision, rows: byType(types), texts: new InMemoryTexts() }
      : undefined;
  };
  return {
    now: () => held,
    saw: (revision) => {
      // Whoever is told meanwhile is told again by the next answer.
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

/** The rows of a type as a JSON array, or NULL where there are too many. */
function rowsSql(type: InMemoryType, most: number): string {
  const table = `register.${tableOf(type)}`;
  return `(SELECT CASE WHEN (SELECT count(*) FROM (SELECT FROM ${table} LIMIT ${most + 1}) c) <= ${most}
    THEN (SELECT coalesce(json_agg(json_build_array(${inMemoryAlias}.id, ${inMemoryRow(type).sql})), '[]') FROM ${table} ${inMemoryAlias}) END)`;
}
