// Loads all stored rows of a register into memory.
import { fieldsOf, snakeCase, type TypeName, tableOf, typeNames } from '@chancery/codebook';
import type pg from 'pg';

/** A row of a table, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** The public fields of a revision. */
export interface RevisionRow {
  readonly number: number;
  readonly at: string;
  readonly title: string;
  readonly reverts: number | null;
  readonly operations: number;
}

/** An operation of a revision: its kind and fact. */
export interface OperationRow {
  readonly revision: number;
  readonly ordinal: number;
  readonly kind: string;
  readonly type: string;
  readonly fact: string;
}

/** A table of the register, by the type that it stores; `fact` and `tombstone` store no type of the codebook. */
export type Table = TypeName | 'fact' | 'tombstone';

/** The register, its history and its revisions. */
export interface StoredRegister {
  readonly head: { readonly number: number; readonly at: string };
  readonly revisions: readonly RevisionRow[];
  readonly operations: readonly OperationRow[];
  /** The rows of the schema `register`. */
  readonly present: ReadonlyMap<Table, readonly Row[]>;
  /** The rows of the schema `history`, which also has the present ones. */
  readonly past: ReadonlyMap<Table, readonly Row[]>;
  /** The spellings of texts, read from Postgres because the referee cannot reproduce its collation. */
  readonly spellings: Map<string, Spelling>;
}

/** The forms of a text that filters and searches compare. */
export interface Spelling {
  readonly folded: string;
  readonly upper: string;
}

const tables: readonly Table[] = [...typeNames, 'fact', 'tombstone'];

/**
 * Reads the register, its history and its revisions, and the spellings of all texts that a filter or a search can
 * match.
 */
export async function loadStored(pool: pg.Pool): Promise<StoredRegister> {
  const rowsOf = async (schema: 'register' | 'history') => {
    const byTable = new Map<Table, readonly Row[]>();
    for (const table of tables) {
      const name = table === 'fact' || table === 'tombstone' ? table : tableOf(table);
      const { rows } = await pool.query<{ row: Row }>(`SELECT to_json(t) AS row FROM ${schema}."${name}" t`);
      byTable.set(
        table,
        rows.map(({ row }) => row),
      );
    }
    return byTable;
  };
  const head = await pool.query<{ number: number; at: Date }>('SELECT number, at FROM ledger.head');
  const revisions = await pool.query<Omit<RevisionRow, 'at'> & { at: Date }>(
    'SELECT number, at, title, reverts, operation_count AS operations FROM ledger.public_revision',
  );
  const operations = await pool.query<OperationRow>(
    'SELECT revision, ordinal, kind, type, fact_id AS fact FROM ledger.public_operation',
  );
  const [current] = head.rows;
  if (!current) throw new Error('the ledger has no head');
  const stored: StoredRegister = {
    head: { number: current.number, at: current.at.toISOString() },
    revisions: revisions.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    operations: operations.rows,
    present: await rowsOf('register'),
    past: await rowsOf('history'),
    spellings: new Map(),
  };
  await loadSpellings(pool, stored, searchableTexts(stored.past));
  return stored;
}

/** Adds the spellings of new texts, as Postgres computes them, except texts that Postgres cannot store. */
export async function loadSpellings(
  pool: pg.Pool,
  { spellings }: StoredRegister,
  texts: Iterable<string>,
): Promise<void> {
  // Postgres cannot store NUL and lone surrogates, so no text of the register contains them.
  const newTexts = [...new Set(texts)].filter((text) => !spellings.has(text) && !/[\0\p{Surrogate}]/u.test(text));
  if (newTexts.length === 0) return;
  const { rows } = await pool.query<{ text: string } & Spelling>(
    'SELECT t.text, register.fold(t.text) AS folded, upper(t.text) AS upper FROM unnest($1::text[]) AS t (text)',
    [newTexts],
  );
  for (const { text, folded, upper } of rows) spellings.set(text, { folded, upper });
}

/** Yields every text that a filter or a search can match. */
function* searchableTexts(rows: ReadonlyMap<Table, readonly Row[]>): Generator<string> {
  for (const [table, all] of rows) {
    const columns =
      table === 'fact' || table === 'tombstone'
        ? ['label']
        : Object.entries(fieldsOf(table)).flatMap(([name, { kind }]) =>
            kind === 'text' ? [snakeCase(name)] : kind === 'name' ? [`${snakeCase(name)}_text`] : [],
          );
    for (const row of all) {
      for (const column of columns) {
        const value = row[column];
        if (typeof value === 'string') yield value;
      }
    }
  }
}
