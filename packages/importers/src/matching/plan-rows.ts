import { type Operation, parseOperation, type StoredFact } from '@chancery/changesets';
import { fieldsOf, isAbsence, typeOf, type Values } from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';
import { stableDeskId, stableId } from '../stable-id.ts';
import { changesOf, contradictions } from './compare-values.ts';
import type { FieldChange, PlannedRow } from './planned.ts';
import type { Provenance } from './provenance.ts';

/** Returns the fields that all rows of a source record share. */
export function rowOf({ file, line, key, type }: SourceRecord): Pick<PlannedRow, 'file' | 'line' | 'key' | 'type'> {
  return { file, line, key, type };
}

/** Validates an operation as the ledger does. Returns the normalized operation, or its problems as one text. */
function validate(operation: Operation): { readonly operation: Operation } | { readonly problem: string } {
  const parsed = parseOperation(operation);
  if (parsed.ok) return { operation: parsed.value };
  return { problem: parsed.problems.map(({ message }) => message).join(' ') };
}

/**
 * Plans the creation of a fact, with its line in the import batch as evidence. If a value is invalid, the row is an
 * error.
 */
export function planCreate(
  sourceRecord: SourceRecord,
  { fact, label, values, importId }: { fact: string; label: string; values: Values; importId: string },
  provenance: Provenance,
): PlannedRow[] {
  const { batch, before } = provenance.batch(sourceRecord.file, sourceRecord.line);
  const id = stableDeskId('operation', `${importId} create ${sourceRecord.key}`);
  const created = validate({ id, kind: 'create', type: sourceRecord.type, fact, values, batch });
  if ('problem' in created)
    return [...before, { ...rowOf(sourceRecord), outcome: 'ERROR', label, message: created.problem, operations: [] }];
  return [...before, { ...rowOf(sourceRecord), outcome: 'CREATE', fact, label, operations: [created.operation] }];
}

/**
 * Plans the import of a source record that matched a stored fact. If the source itself created the fact (`isOwn`),
 * differing fields are updated, and those that require evidence are cited. Otherwise a contradiction is a conflict, and
 * only the missing time of a link is added. If a value is invalid, the row is an error.
 */
export function planUpdate(
  sourceRecord: SourceRecord,
  { fact, isOwn, values, importId }: { fact: StoredFact; isOwn: boolean; values: Values; importId: string },
  provenance: Provenance,
): PlannedRow[] {
  const row = { ...rowOf(sourceRecord), fact: fact.id, label: fact.label };
  const normal = normalize(sourceRecord, values);
  if ('problem' in normal) return [{ ...row, outcome: 'ERROR', message: normal.problem, operations: [] }];
  if (!isOwn) {
    // Another title is not a contradiction: the stored title is kept.
    const { [typeOf(sourceRecord.type).labelTemplate]: _title, ...compared } = normal.values;
    const changes = contradictions(sourceRecord.type, compared, fact.values);
    if (changes.length > 0)
      return [
        {
          ...row,
          outcome: 'CONFLICT',
          changes,
          message:
            'Another source or an editor created this fact, and the register has other values for it, so the import does not change the fact. If the register is wrong, correct it there.',
          operations: [],
        },
      ];
  }
  const changes = isOwn ? changesOf(normal.values, fact.values) : missingTime(sourceRecord, normal.values, fact.values);
  if (changes.length === 0) return [{ ...row, outcome: 'UNCHANGED', operations: [] }];
  return [
    ...provenance.rowsBeforeCitation(sourceRecord.file),
    {
      ...row,
      outcome: 'UPDATE',
      changes,
      operations: updateOperations(sourceRecord, fact, changes, importId, provenance),
    },
  ];
}

/** Turns the row of an update into a conflict, because an editor has changed one of its fields since the import. */
export function leaveToEditor(row: PlannedRow): PlannedRow {
  return {
    ...row,
    outcome: 'CONFLICT',
    message:
      'An editor has changed at least one of these fields since this fact was imported, so the import does not change the fact. If the register is wrong, correct it there.',
    operations: [],
  };
}

/** Returns the values as the register would store them, or the problem with them. */
function normalize(
  sourceRecord: SourceRecord,
  values: Values,
): { readonly values: Values } | { readonly problem: string } {
  const { type } = sourceRecord;
  const id = stableDeskId('operation', 'to be read');
  const updated = validate({ id, kind: 'update', type, fact: placeholder(type), set: values, base: {} });
  if ('problem' in updated) return updated;
  return { values: updated.operation.kind === 'update' ? updated.operation.set : {} };
}

const placeholders = new Map<string, string>();
function placeholder(type: SourceRecord['type']): string {
  const cached = placeholders.get(type);
  if (cached !== undefined) return cached;
  const id = stableId(type, 'to be read');
  placeholders.set(type, id);
  return id;
}

/** Returns the time of a link as a change if the source states one and the register has none; otherwise no change. */
function missingTime({ type }: SourceRecord, source: Values, stored: Values): FieldChange[] {
  const time = typeOf(type).naturalKey?.time;
  const to = time === undefined ? undefined : source[time];
  if (time === undefined || to === undefined || to === null || isAbsence(to)) return [];
  return stored[time] === undefined || stored[time] === null ? [{ field: time, from: null, to }] : [];
}

function updateOperations(
  sourceRecord: SourceRecord,
  { id: fact }: StoredFact,
  changes: readonly FieldChange[],
  importId: string,
  provenance: Provenance,
): Operation[] {
  const { type, key, file, line } = sourceRecord;
  const fields = fieldsOf(type);
  const cited = changes.filter(({ field }) => fields[field]?.cited);
  const valuesOf = (side: 'from' | 'to') => Object.fromEntries(changes.map((change) => [change.field, change[side]]));
  const id = stableDeskId('operation', `${importId} update ${key}`);
  return [
    { id, kind: 'update', type, fact, set: valuesOf('to'), base: valuesOf('from') },
    ...cited.map(({ field }) => provenance.cite({ type, fact, key, file, line }, field)),
  ];
}
