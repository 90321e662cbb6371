import {
  carriedColumn,
  fieldsOf,
  isFactField,
  labelText,
  snakeCase,
  type TypeName,
  tableOf,
  toColumns,
  typeOf,
} from '@chancery/codebook';
import type pg from 'pg';
import type { GeneratedFact } from './generated-fact.ts';
import { makeRegister, type Size } from './make-register.ts';

const batchSize = 5_000;

type Row = Record<string, unknown>;

/**
 * Inserts the generated register directly into the tables, revision by revision. Each revision is one transaction that
 * sets the number of the revision, as a merge does, so that the triggers write the history. Leaves out the ledger's
 * operations, which no shape reads.
 */
export async function loadRegister(client: pg.Client, size: Size, log: (line: string) => void): Promise<void> {
  const rows = new RowBuilder();
  for (const [at, { title, facts }] of makeRegister(size).entries()) {
    const number = at + 1;
    log(`Loading revision ${number}: ${title}, ${facts.length} facts`);
    await client.query('BEGIN');
    await client.query("SELECT set_config('chancery.revision', $1, true)", [String(number)]);
    for (const type of new Set(facts.map((fact) => fact.type))) {
      const ofType = facts.filter((fact) => fact.type === type);
      for (let from = 0; from < ofType.length; from += batchSize) {
        const built = ofType.slice(from, from + batchSize).map((fact) => rows.build(fact));
        if (type !== 'Citation')
          await insert(
            client,
            'fact',
            built.map(({ fact }) => fact),
          );
        await insert(
          client,
          tableOf(type),
          built.map(({ own }) => own),
        );
      }
    }
    await client.query(
      `INSERT INTO ledger.revision (number, at, changeset_id, title, reason, author_id, merged_by, operation_count)
       VALUES ($1, $2, $3, $4, 'To be measured.', 'bench', 'bench', $5)`,
      [number, `2026-02-0${number}T12:00:00Z`, `bench-${number}`, title, facts.length],
    );
    await client.query('UPDATE ledger.head SET number = $1, at = $2', [number, `2026-02-0${number}T12:00:00Z`]);
    await client.query('COMMIT');
  }
}

async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((name) => `"${name}"`)
    .join(', ');
  await client.query(
    `INSERT INTO register."${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::register."${table}", $1)`,
    [JSON.stringify(rows)],
  );
}

/** Converts facts to rows. Keeps the labels and sort keys of earlier facts, which rows of later facts copy. */
class RowBuilder {
  readonly #labels = new Map<string, string>();
  readonly #rows = new Map<string, Row>();
  readonly #columns = new Map<string, Row>();

  build({ type, id, values }: GeneratedFact): { own: Row; fact: Row } {
    const own: Row = { id };
    for (const [name, field] of Object.entries(fieldsOf(type)))
      if (type === 'Citation' || !isFactField(name))
        Object.assign(own, this.#columnsOf(type, name, field, values[name] ?? null));
    for (const [name, { through, field }] of Object.entries(typeOf(type).carriedKeys))
      own[carriedColumn(name).name] = this.#rows.get(String(values[through]))?.[`${snakeCase(field)}_earliest`] ?? null;
    const label = labelText(type, values, (of) => this.#labels.get(of));
    this.#labels.set(id, label);
    if (type === 'Agreement' || type === 'Exercise') this.#rows.set(id, own);
    return { own, fact: { id, type, label, evidence_status: 'RECORDED', absences: {} } };
  }

  /** Returns the columns of a value. Caches dates, which are slow to parse and often repeated. */
  #columnsOf(
    type: TypeName,
    name: string,
    field: Parameters<typeof toColumns>[1],
    value: Parameters<typeof toColumns>[2],
  ): Row {
    if (field.kind !== 'uncertainDate') return toColumns(name, field, value);
    const key = `${type} ${name} ${JSON.stringify(value)}`;
    const columns = this.#columns.get(key) ?? toColumns(name, field, value);
    this.#columns.set(key, columns);
    return columns;
  }
}
