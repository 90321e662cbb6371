import {
  carriedColumn,
  columnsOf,
  concreteTypesOf,
  evidenceStatus,
  type FactTypeName,
  factTypeNames,
  fieldsOf,
  labelFields,
  sortColumnOf,
  sqlValues,
  tableOf,
  typeOf,
  types,
} from '@chancery/codebook';
import { ident, literal, type Queryable } from '../sql.ts';
import { attest, attestedColumnsSql } from './attest.ts';
import { labelSql } from './label-sql.ts';

const insertsFact = "s.kind IN ('create', 'dispute', 'restore')";
const updatesFact = "s.kind IN ('update', 'adopt')";

/**
 * Applies the staged operations to the register as `revision`. Runs a few statements for each type, however many
 * operations there are. Foreign keys are deferred to the commit. Records are inserted before links, so that the labels
 * and carried sort keys of links can be read from the facts that they point at. `attestAll` recomputes `attestedUntil`
 * of all facts, not only of those that the revision affects; see {@link attest}.
 * @throws Error if a statement affects more or fewer rows than there are operations. The checks before the merge should
 * have prevented that.
 */
export async function apply(
  client: Queryable,
  revision: number,
  { attestAll = false }: { attestAll?: boolean } = {},
): Promise<void> {
  await client.query("SELECT set_config('chancery.revision', $1, true)", [String(revision)]);
  const { rows } = await client.query<{ type: FactTypeName; kind: string; count: number }>(
    'SELECT type, kind, count(*)::int AS count FROM pg_temp.staged GROUP BY type, kind',
  );
  const count = (type: FactTypeName | undefined, ...kinds: string[]) =>
    rows
      .filter((row) => (type === undefined || row.type === type) && kinds.includes(row.kind))
      .reduce((sum, row) => sum + row.count, 0);
  const present = factTypeNames.filter((type) => rows.some((row) => row.type === type));

  await retireFacts(client, present, count);
  for (const type of present) await insertFacts(client, type, count(type, 'create', 'dispute', 'restore'));
  for (const type of present) await updateFacts(client, type, count(type, 'update', 'adopt'));
  const citationValues = citationColumns.map((name) => `c.${ident(name)}`).join(', ');
  await client.query(
    `INSERT INTO register.citation (${citationColumns.map(ident).join(', ')})
     SELECT ${citationValues} FROM pg_temp.staged_citation s CROSS JOIN LATERAL jsonb_populate_record(NULL::register.citation, s.own) c`,
  );
  await updateCarriedKeys(client, present, count);
  await attest(client, { all: attestAll });
  await updateLabels(client, present, count);
}

/**
 * Checks the foreign keys of the register, which are otherwise checked at the commit. Leaves out the check that the
 * transaction has recorded a merge, which only the commit makes.
 */
export async function checkForeignKeys(client: Queryable): Promise<void> {
  await client.query(
    `DO $$ BEGIN EXECUTE (
       SELECT 'SET CONSTRAINTS ' || string_agg(DISTINCT format('register.%I', conname), ', ') || ' IMMEDIATE'
       FROM pg_catalog.pg_constraint WHERE connamespace = 'register'::regnamespace AND condeferrable); END $$`,
  );
}

const citationColumns = [
  'id',
  ...Object.entries(fieldsOf('Citation')).flatMap(([name, field]) =>
    columnsOf(name, field).map((column) => column.name),
  ),
];

type Count = (type: FactTypeName | undefined, ...kinds: string[]) => number;

/** Removes citations, retires facts and removes the tombstones of restored facts. */
async function retireFacts(client: Queryable, present: readonly FactTypeName[], count: Count): Promise<void> {
  await queryExpecting(
    client,
    count(undefined, 'uncite'),
    "DELETE FROM register.citation c USING pg_temp.staged s WHERE s.kind = 'uncite' AND c.id = s.citation_id",
  );
  const retired = count(undefined, 'retire');
  if (retired > 0) {
    await queryExpecting(
      client,
      retired,
      `INSERT INTO register.tombstone (id, type, label, reason, redirect_to)
       SELECT f.id, f.type, f.label, s.payload ->> 'reason', s.payload ->> 'redirectTo'
       FROM pg_temp.staged s JOIN register.fact f ON f.id = s.fact_id WHERE s.kind = 'retire'`,
    );
    await client.query(
      "DELETE FROM register.citation c USING pg_temp.staged s WHERE s.kind = 'retire' AND c.fact_id = s.fact_id",
    );
    for (const type of present) {
      await queryExpecting(
        client,
        count(type, 'retire'),
        `DELETE FROM register.${ident(tableOf(type))} t USING pg_temp.staged s WHERE s.kind = 'retire' AND s.type = ${literal(type)} AND t.id = s.fact_id`,
      );
    }
    await queryExpecting(
      client,
      retired,
      "DELETE FROM register.fact f USING pg_temp.staged s WHERE s.kind = 'retire' AND f.id = s.fact_id",
    );
  }
  await queryExpecting(
    client,
    count(undefined, 'restore'),
    "DELETE FROM register.tombstone t USING pg_temp.staged s WHERE s.kind = 'restore' AND t.id = s.fact_id",
  );
}

/**
 * Returns the columns of a type's own table: those of its fields, and those that hold carried copies of sort keys, each
 * with the SQL of its value.
 */
function columns(type: FactTypeName): { fields: string[]; carried: { name: string; from: string }[] } {
  const { fields, carriedKeys } = typeOf(type);
  return {
    fields: Object.entries(fields).flatMap(([name, field]) => columnsOf(name, field).map((column) => column.name)),
    carried: Object.entries(carriedKeys).map(([name, key]) => ({
      name: carriedColumn(name).name,
      from: carriedFrom(type, key),
    })),
  };
}

function carriedFrom(type: FactTypeName, { through, field }: { through: string; field: string }): string {
  const { link, target, source } = carriedPath(type, through, field);
  return `(SELECT a.${ident(source)} FROM register.${ident(target)} a WHERE a.id = t.${ident(link)})`;
}

function carriedPath(
  type: FactTypeName,
  through: string,
  field: string,
): { link: string; target: string; source: string; targetType: FactTypeName } {
  const linked = typeOf(type).fields[through];
  const targetType = linked?.target as FactTypeName;
  const sourceField = types[targetType].fields[field];
  if (!linked || !sourceField) throw new Error(`${type} carries ${through}.${field}, but there is no such field`);
  return {
    link: sortColumnOf(through, linked).name,
    target: tableOf(targetType),
    source: sortColumnOf(field, sourceField).name,
    targetType,
  };
}

async function insertFacts(client: Queryable, type: FactTypeName, expected: number): Promise<void> {
  if (expected === 0) return;
  const table = `register.${ident(tableOf(type))}`;
  const from = `FROM pg_temp.staged s CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, s.own) t WHERE s.type = ${literal(type)} AND ${insertsFact} ORDER BY s.fact_id`;
  await queryExpecting(
    client,
    expected,
    `INSERT INTO register.fact (id, type, label, evidence_status, note, absences, batch_id, batch_line)
     SELECT s.fact_id, s.type, ${labelSql(type, 't')}, coalesce(s.fact ->> 'evidence_status', ${sqlValues(evidenceStatus, 'RECORDED')}), s.fact ->> 'note', s.absent, s.fact ->> 'batch_id', (s.fact ->> 'batch_line')::integer ${from}`,
  );
  const { fields, carried } = columns(type);
  const sqlByColumn: Record<string, string> = { [ident('id')]: 't.id' };
  for (const name of fields) sqlByColumn[ident(name)] = `t.${ident(name)}`;
  for (const key of carried) sqlByColumn[ident(key.name)] = key.from;
  Object.assign(sqlByColumn, attestedColumnsSql(type, "(s.fact ->> 'batch_id')"));
  await queryExpecting(
    client,
    expected,
    `INSERT INTO ${table} (${Object.keys(sqlByColumn).join(', ')}) SELECT ${Object.values(sqlByColumn).join(', ')} ${from}`,
  );
}

async function updateFacts(client: Queryable, type: FactTypeName, expected: number): Promise<void> {
  if (expected === 0) return;
  const { fields } = columns(type);
  const table = `register.${ident(tableOf(type))}`;
  const staged = `FROM pg_temp.staged s WHERE s.type = ${literal(type)} AND ${updatesFact}`;
  const names = fields.map(ident).join(', ');
  await client.query(
    `UPDATE ${table} t SET (${names}) = (SELECT ${fields.map((name) => `n.${ident(name)}`).join(', ')} FROM jsonb_populate_record(t, s.own) n) ${staged} AND s.fact_id = t.id AND s.own <> '{}'`,
  );
  await queryExpecting(
    client,
    expected,
    `UPDATE register.fact f SET
       evidence_status = coalesce(s.fact ->> 'evidence_status', f.evidence_status),
       note = CASE WHEN s.fact ? 'note' THEN s.fact ->> 'note' ELSE f.note END,
       absences = (f.absences - s.present) || s.absent
     ${staged} AND s.fact_id = f.id`,
  );
}

/**
 * Updates the carried copies of sort keys: on links that point to another fact now, and on links to facts whose sort
 * key has changed.
 */
async function updateCarriedKeys(client: Queryable, present: readonly FactTypeName[], count: Count): Promise<void> {
  for (const type of factTypeNames) {
    for (const [name, { through, field }] of Object.entries(typeOf(type).carriedKeys)) {
      const { link, target, source, targetType } = carriedPath(type, through, field);
      const key = ident(carriedColumn(name).name);
      const table = `register.${ident(tableOf(type))}`;
      if (present.includes(type) && count(type, 'update', 'adopt') > 0) {
        // The link may be empty now; then the copy becomes empty too.
        const from = carriedFrom(type, { through, field });
        await client.query(
          `UPDATE ${table} t SET ${key} = ${from} FROM pg_temp.staged s
           WHERE s.fact_id = t.id AND s.type = ${literal(type)} AND ${updatesFact} AND t.${key} IS DISTINCT FROM ${from}`,
        );
      }
      if (present.includes(targetType) && count(targetType, 'update', 'adopt') > 0)
        await client.query(
          `UPDATE ${table} t SET ${key} = a.${ident(source)} FROM register.${ident(target)} a, pg_temp.staged s
           WHERE a.id = t.${ident(link)} AND t.${key} IS DISTINCT FROM a.${ident(source)} AND ${updatesFact}
             AND s.type = ${literal(targetType)} AND s.fact_id = a.id`,
        );
    }
  }
}

/** The link fields whose label is part of the label of their fact, each with the types that it can point at. */
const labelDependencies = factTypeNames.flatMap((type) =>
  labelFields(type).flatMap(({ name, field }) =>
    field.kind === 'link'
      ? [{ type, link: sortColumnOf(name, field).name, targets: concreteTypesOf(field.target ?? '') }]
      : [],
  ),
);

/**
 * Updates labels in rounds. The first round updates changed facts, and new facts of a type whose labels can contain the
 * label of a fact inserted by the same statement or a later one. All other new facts got their labels when they were
 * inserted. Each further round updates the facts whose labels contain a label that changed in the round before.
 */
async function updateLabels(client: Queryable, present: readonly FactTypeName[], count: Count): Promise<void> {
  const updateLabelsWhere = (type: FactTypeName, where: string, round: number) => {
    const label = labelSql(type, 't');
    return client.query(
      `WITH changed AS (
         UPDATE register.fact f SET label = ${label} FROM register.${ident(tableOf(type))} t
         WHERE t.id = f.id AND f.label IS DISTINCT FROM ${label} AND ${where} RETURNING f.id)
       INSERT INTO pg_temp.relabelled SELECT id, ${round} FROM changed`,
    );
  };
  const isInserted = (type: FactTypeName) => count(type, 'create', 'dispute', 'restore') > 0;
  for (const [at, type] of present.entries()) {
    const later = present.slice(at).filter(isInserted);
    const dependsOnLater = labelDependencies.some(
      (dependency) => dependency.type === type && dependency.targets.some((target) => later.includes(target)),
    );
    if (count(type, 'update', 'adopt') > 0 || (isInserted(type) && dependsOnLater)) {
      await updateLabelsWhere(
        type,
        `t.id IN (SELECT s.fact_id FROM pg_temp.staged s WHERE s.type = ${literal(type)} AND s.kind NOT IN ('cite', 'uncite', 'retire'))`,
        0,
      );
    }
  }
  for (let round = 1; await hasNewLabels(client, round - 1); round += 1) {
    // Real chains are short, such as a dispute about a dispute about a name. More rounds mean a cycle.
    if (round > 8) throw new Error('Labels still change after 8 rounds: the labels of some facts contain each other');
    for (const { type, link } of labelDependencies)
      await updateLabelsWhere(
        type,
        `t.${ident(link)} IN (SELECT r.id FROM pg_temp.relabelled r WHERE r.round = ${round - 1})`,
        round,
      );
  }
}

async function hasNewLabels(client: Queryable, round: number): Promise<boolean> {
  const { rows } = await client.query('SELECT FROM pg_temp.relabelled WHERE round = $1 LIMIT 1', [round]);
  return rows.length > 0;
}

/** Runs a statement that must affect exactly `expected` rows. Does not run it if `expected` is 0. */
async function queryExpecting(client: Queryable, expected: number, sql: string): Promise<void> {
  if (expected === 0) return;
  const { rowCount } = await client.query(sql);
  if (rowCount !== expected)
    throw new Error(`Expected to write ${expected} rows, but wrote ${rowCount}: ${sql.slice(0, 200)}`);
}
