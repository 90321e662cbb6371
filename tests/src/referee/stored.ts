// Everything that is stored of a register, in memory, as plain rows.
import { fieldsOf, snakeCase, type TypeName, tableOf, typeNames } from '@chancery/codebook';
import type pg from 'pg';

/** A row of a table, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** A revision as the public may know it. */
export interface RevisionRow {
  readonly number: number;
  readonly at: string;
  readonly title: string;
  readonly reverts: number | null;
  readonly operations: number;
}

/** What an operation of a revision did. */
export interface OperationRow {
  readonly revision: number;
  readonly ordinal: number;
  readonly kind: string;
  readonly type: string;
  readonly fact: string;
}

/** The tables of the register that hold no type of the codebook. */
export type Table = TypeName | 'fact' | 'tombstone';

/** All that is stored. */
export interface Stored {
  readonly head: { readonly number: number; readonly at: string };
  readonly revisions: readonly RevisionRow[];
  readonly operations: readonly OperationRow[];
  readonly present: ReadonlyMap<Table, readonly Row[]>;
  readonly past: ReadonlyMap<Table, readonly Row[]>;
  /** Texts as Postgres folds and capitalizes them: what it takes for equal is its business, not that of a test. */
  readonly spellings: Map<string, Spelling>;
}

/** A text as search compares it. */
export interface Spelling {
  readonly folded: string;
  readonly upper: string;
}

const tables: readonly Table[] = [...typeNames, 'fact', 'tombstone'];

/** Reads all that is stored. */
export async function loadStored(pool: pg.Pool): Promise<Stored> {
  const rowsOf = async (schema: 'register' | 'history') => {
    const found = new Map<Table, readonly Row[]>();
    for (const table of tables) {
      const name = table === 'fact' || table === 'tombstone' ? table : tableOf(table);
      const { rows } = await pool.query<{ row: Row }>(`SELECT to_json(t) AS row FROM ${schema}."${name}" t`);
      found.set(
        table,
        rows.map(({ row }) => row),
      );
    }
    return found;
  };
  const head = await pool.query<{ number: number; at: Date }>('SELECT number, at FROM ledger.head');
  const revisions = await pool.query<Omit<RevisionRow, 'at'> & { at: Date }>(
    'SELECT number, at, title, reverts, operation_count AS operations FROM ledger.public_revision',
  );
  const operations = await pool.query<OperationRow>(
    'SELECT revision, ordinal, kind, type, fact_id AS fact FROM ledger.public_operation',
  );
  const [at] = head.rows;
  if (!at) throw new Error('the ledger has no head');
  const stored: Stored = {
    head: { number: at.number, at: at.at.toISOString() },
    revisions: revisions.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    operations: operations.rows,
    present: await rowsOf('register'),
    past: await rowsOf('history'),
    spellings: new Map(),
  };
  await learn(pool, stored, textsSearched(stored.past));
  return stored;
}

/** Asks Postgres how texts are spelt that are not known yet. */
export async function learn(pool: pg.Pool, { spellings }: Stored, texts: Iterable<string>): Promise<void> {
  // What Postgres cannot hold it cannot spell, and no text of the register has it.
  const unknown = [...new Set(texts)].filter((text) => !spellings.has(text) && !/[\0\p{Surrogate}]/u.test(text));
  if (unknown.length === 0) return;
  const { rows } = await pool.query<{ text: string } & Spelling>(
    'SELECT t.text, register.fold(t.text) AS folded, upper(t.text) AS upper FROM unnest($1::text[]) AS t (text)',
    [unknown],
  );
  for (const { text, folded, upper } of rows) spellings.set(text, { folded, upper });
}

/** Every text in which somebody may search. */
function* textsSearched(rows: ReadonlyMap<Table, readonly Row[]>): Generator<string> {
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
