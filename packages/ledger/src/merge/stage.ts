import { addsFact, type Operation, setsFields } from '@chancery/changesets';
import { columnsOf, fieldsOf, isAbsence, isFactField, toColumns } from '@chancery/codebook';
import { payloadOf } from '../draft/read-operations.ts';
import { columnsOfValues } from '../register/fact-rows.ts';
import type { Queryable } from '../sql.ts';

/** A net operation with its position, in the changeset or in the revision. */
export interface PlacedOperation {
  readonly ordinal: number;
  readonly operation: Operation;
}

/**
 * Creates the stage: temporary tables for the net operations that are to be applied. They are dropped at the end of the
 * transaction. `own` and `fact` hold the columns to write; `fields` holds the base and wanted value of each updated
 * field, from which conflicts are found.
 */
export async function createStage(client: Queryable): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE staged (
      ordinal integer NOT NULL, kind text NOT NULL, type text NOT NULL, fact_id text COLLATE "C" NOT NULL, citation_id text COLLATE "C",
      payload jsonb NOT NULL, own jsonb, fact jsonb, absent jsonb, present text[], fields jsonb) ON COMMIT DROP;
    CREATE TEMP TABLE staged_citation (own jsonb NOT NULL) ON COMMIT DROP;
    CREATE TEMP TABLE relabelled (id text COLLATE "C" NOT NULL, round integer NOT NULL) ON COMMIT DROP`);
}

/** Adds a batch of net operations to the stage, with the rows of the citations that they add. */
export async function stage(client: Queryable, batch: readonly PlacedOperation[]): Promise<void> {
  if (batch.length === 0) return;
  await client.query(
    `INSERT INTO pg_temp.staged
     SELECT * FROM jsonb_to_recordset($1) AS s (ordinal integer, kind text, type text, fact_id text, citation_id text, payload jsonb, own jsonb, fact jsonb, absent jsonb, present text[], fields jsonb)`,
    [JSON.stringify(batch.map(stagedRow))],
  );
  const citations = batch.flatMap(({ operation }) => newCitations(operation));
  if (citations.length > 0) {
    await client.query('INSERT INTO pg_temp.staged_citation SELECT jsonb_array_elements($1::jsonb)', [
      JSON.stringify(citations),
    ]);
  }
}

/** Creates the indexes of the stage and collects planner statistics. Call it once all operations are staged. */
export async function indexStage(client: Queryable): Promise<void> {
  await client.query(
    'CREATE INDEX ON pg_temp.staged (type, kind); CREATE INDEX ON pg_temp.staged (fact_id); ANALYZE pg_temp.staged; ANALYZE pg_temp.staged_citation',
  );
}

function stagedRow({ ordinal, operation }: PlacedOperation): Record<string, unknown> {
  const row = {
    ordinal,
    kind: operation.kind,
    type: operation.type,
    fact_id: operation.fact,
    payload: { ...payloadOf(operation), id: operation.id },
  };
  if (addsFact(operation)) {
    const values = operation.kind === 'restore' ? operation.state.values : operation.values;
    const batch =
      operation.kind === 'create' ? operation.batch : operation.kind === 'restore' ? operation.state.batch : undefined;
    const { own, fact, absent } = columnsOfValues(operation.type, values);
    return {
      ...row,
      own: { id: operation.fact, ...own },
      fact: { ...fact, batch_id: batch?.id, batch_line: batch?.line },
      absent,
      present: [],
    };
  }
  if (setsFields(operation)) {
    const { own, fact, absent, present } = columnsOfValues(operation.type, operation.set);
    return { ...row, own, fact, absent, present, fields: fieldComparisons(operation) };
  }
  return 'citation' in operation ? { ...row, citation_id: operation.citation } : row;
}

function newCitations(operation: Operation): Record<string, unknown>[] {
  if (operation.kind === 'cite')
    return [{ id: operation.citation, ...columnsOfValues('Citation', operation.values).own }];
  if (operation.kind !== 'restore') return [];
  return operation.state.citations.map(({ id, values }) => ({ id, ...columnsOfValues('Citation', values).own }));
}

/** Returns, for each field of an update, the columns of its base value and those of its wanted value. */
function fieldComparisons({
  type,
  set,
  base,
}: Extract<Operation, { kind: 'update' | 'adopt' }>): Record<string, unknown>[] {
  return Object.keys(set).map((name) => {
    const field = fieldsOf(type)[name];
    if (!field) throw new Error(`${type} has no field ${name}`);
    // Inner bounds are not compared: they follow from the other columns, and attestation may have changed the start.
    const compared = new Set(columnsOf(name, { ...field, spell: undefined }).map((column) => column.name));
    const state = (value: (typeof set)[string] | undefined) => ({
      ...Object.fromEntries(
        Object.entries(toColumns(name, field, value ?? null)).filter(([column]) => compared.has(column)),
      ),
      absent: value !== undefined && isAbsence(value) ? value.absent : null,
    });
    return { field: name, on_fact: isFactField(name), base: state(base[name]), wanted: state(set[name]) };
  });
}
