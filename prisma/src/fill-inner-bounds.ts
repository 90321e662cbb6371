import { factTypeNames, fieldsOf, parseUncertainDate, snakeCase, tableOf } from '@chancery/codebook';
import type pg from 'pg';

/** All spell fields of the register, each with its table and the common prefix of its columns. */
const spells = factTypeNames.flatMap((type) =>
  Object.entries(fieldsOf(type))
    .filter(([, { spell }]) => spell)
    .map(([name]) => ({ table: tableOf(type), spell: snakeCase(name) })),
);

/**
 * Computes and stores the inner bounds of spells that were recorded before their columns existed, in the tables of the
 * register and of its history. Creates no revision, because the bounds follow from the EDTF alone.
 * @throws Error for a stored date that is not valid EDTF
 */
export async function fillInnerBounds(client: pg.Client): Promise<void> {
  // While a migration is being written, the codebook has spells that the tables do not have yet.
  const stored = await storedColumns(client);
  for (const { table, spell } of spells)
    for (const schema of ['register', 'history'])
      if (stored.has(`${schema}.${table}.${spell}_start_latest`)) await fill(client, `${schema}."${table}"`, spell);
}

async function storedColumns(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ column: string }>(
    `SELECT concat_ws('.', table_schema, table_name, column_name) AS column FROM information_schema.columns
     WHERE table_schema IN ('register', 'history')`,
  );
  return new Set(rows.map(({ column }) => column));
}

async function fill(client: pg.Client, table: string, spell: string): Promise<void> {
  const missing = `${spell}_edtf IS NOT NULL AND ${spell}_start_latest IS NULL AND ${spell}_end_earliest IS NULL`;
  const { rows } = await client.query<{ edtf: string }>(
    `SELECT DISTINCT ${spell}_edtf AS edtf FROM ${table} WHERE ${missing}`,
  );
  const bounds = rows.flatMap(({ edtf }) => {
    const parsed = parseUncertainDate(edtf);
    if (!parsed.ok) throw new Error(`Invalid date in ${table}: ${edtf}: ${parsed.problem}`);
    const { startLatest, endEarliest } = parsed.date;
    // Some dates have no inner bounds; their columns stay empty.
    return startLatest === null && endEarliest === null ? [] : [{ edtf, startLatest, endEarliest }];
  });
  if (bounds.length === 0) return;
  // This is not a change of the register, so the history triggers must not record it.
  await client.query('BEGIN');
  try {
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await client.query(
      `UPDATE ${table} t SET ${spell}_start_latest = b."startLatest", ${spell}_end_earliest = b."endEarliest"
       FROM jsonb_to_recordset($1) AS b (edtf text, "startLatest" date, "endEarliest" date)
       WHERE t.${spell}_edtf = b.edtf AND ${missing}`,
      [JSON.stringify(bounds)],
    );
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
