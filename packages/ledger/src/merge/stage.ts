import { bringsFact, type Operation, setsFields } from '@chancery/changesets';
import { columnsOf, fieldsOf, isAbsence, isFactField, toColumns } from '@chancery/codebook';
import { payloadOf } from '../draft/read-operations.ts';
import { columnsOfValues } from '../register/fact-rows.ts';
import type { Queryable } from '../sql.ts';

/** A net operation with its place in the changeset. */
export interface Placed {
  readonly ordinal: number;
  readonly operation: Operation;
}

/**
 * Makes the tables in which net operations wait to be applied, for the length of the transaction. `own` and `fact` hold
 * the columns to write, `fields` what an update saw and wants of each field, for the conflict test.
 */
export async function makeStage(client: Queryable): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE staged (
      ordinal integer NOT NULL, kind text NOT NULL, type text NOT NULL, fact_id text COLLATE "C" NOT NULL, citation_id text COLLATE "C",
      payload jsonb NOT NULL, own jsonb, fact jsonb, absent jsonb, present text[], fields jsonb) ON COMMIT DROP;
    CREATE TEMP TABLE staged_citation (own jsonb NOT NULL) ON COMMIT DROP;
    CREATE TEMP TABLE relabelled (id text COLLATE "C" NOT NULL, round integer NOT NULL) ON COMMIT DROP`);
}

/** Puts a batch of net operations on the stage. */
export async function stage(client: Queryable, batch: readonly Placed[]): Promise<void> {
  if (batch.length === 0) return;
  await client.query(
    `INSERT INTO pg_temp.staged
     SELECT * FROM jsonb_to_recordset($1) AS s (ordinal integer, kind text, type text, fact_id text, citation_id text, payload jsonb, own jsonb, fact jsonb, absent jsonb, present text[], fields jsonb)`,
    [JSON.stringify(batch.map(stagedRow))],
  );
  const citations = batch.flatMap(({ operation }) => citationsBrought(operation));
  if (citations.length > 0) {
    await client.query('INSERT INTO pg_temp.staged_citation SELECT jsonb_array_elements($1::jsonb)', [
      JSON.stringify(citations),
    ]);
  }
}

/** Once all are on the stage: the planner must know how many there are, and finds them by type or fact. */
export async function stageIsFull(client: Queryable): Promise<void> {
  await client.query(
    'CREATE INDEX ON pg_temp.staged (type, kind); CREATE INDEX ON pg_temp.staged (fact_id); ANALYZE pg_temp.staged; ANALYZE pg_temp.staged_citation',
  );
}

function stagedRow({ ordinal, operation }: Placed): Record<string, unknown> {
  const row = {
    ordinal,
    kind: operation.kind,
    type: operation.type,
    fact_id: operation.fact,
    payload: { ...payloadOf(operation), id: operation.id },
  };
  if (bringsFact(operation)) {
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
    return { ...row, own, fact, absent, present, fields: fieldsSeen(operation) };
  }
  return 'citation' in operation ? { ...row, citation_id: operation.citation } : row;
}

function citationsBrought(operation: Operation): Record<string, unknown>[] {
  if (operation.kind === 'cite')
    return [{ id: operation.citation, ...columnsOfValues('Citation', operation.values).own }];
  if (operation.kind !== 'restore') return [];
  return operation.state.citations.map(({ id, values }) => ({ id, ...columnsOfValues('Citation', values).own }));
}

function fieldsSeen({ type, set, base }: Extract<Operation, { kind: 'update' | 'adopt' }>): Record<string, unknown>[] {
  return Object.keys(set).map((name) => {
    const field = fieldsOf(type)[name];
    if (!field) throw new Error(`${type} has no field ${name}`);
    // The inner bounds follow from the rest, and the merge may know better when something started.
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
