import { type Operation, parseOperation, type StoredFact } from '@chancery/changesets';
import { fieldsOf, isAbsence, typeOf, type Values } from '@chancery/codebook';
import type { SourceRecord } from '../source-record.ts';
import { stableDeskId, stableId } from '../stable-id.ts';
import { changesOf, contradictions } from './compare-values.ts';
import { naturalKeys } from './natural-key.ts';
import type { FieldChange, PlannedRow } from './planned.ts';
import type { Provenance } from './provenance.ts';

/** What a source record and all rows of it share. */
export function rowOf({ file, line, key, type }: SourceRecord): Pick<PlannedRow, 'file' | 'line' | 'key' | 'type'> {
  return { file, line, key, type };
}

/** An operation as the ledger will read it, or what is wrong with it in a sentence. */
function read(operation: Operation): { readonly operation: Operation } | { readonly wrong: string } {
  const parsed = parseOperation(operation);
  if (parsed.ok) return { operation: parsed.value };
  return { wrong: parsed.problems.map(({ message }) => message).join(' ') };
}

/** A source record that the register does not have: a new fact, cited by its line. */
export function settleNew(
  sourceRecord: SourceRecord,
  { fact, label, values, importId }: { fact: string; label: string; values: Values; importId: string },
  provenance: Provenance,
): PlannedRow[] {
  const { batch, before } = provenance.batch(sourceRecord.file, sourceRecord.line);
  const id = stableDeskId('operation', `${importId} create ${sourceRecord.key}`);
  const made = read({ id, kind: 'create', type: sourceRecord.type, fact, values, batch });
  if ('wrong' in made)
    return [...before, { ...rowOf(sourceRecord), outcome: 'ERROR', label, message: made.wrong, operations: [] }];
  return [...before, { ...rowOf(sourceRecord), outcome: 'CREATE', fact, label, operations: [made.operation] }];
}

/**
 * A source record that the register has. What the source itself brought in before is brought up to date, cited anew. What stands
 * on other evidence is left as it stands: a contradiction is shown, and only the time of a link is filled in where the
 * register has none.
 */
export function settleStanding(
  sourceRecord: SourceRecord,
  { fact, own, values, importId }: { fact: StoredFact; own: boolean; values: Values; importId: string },
  provenance: Provenance,
): PlannedRow[] {
  const row = { ...rowOf(sourceRecord), fact: fact.id, label: fact.label };
  const said = normalized(sourceRecord, values);
  if ('wrong' in said) return [{ ...row, outcome: 'ERROR', message: said.wrong, operations: [] }];
  if (!own) {
    // What a record is called was no reason to take it for this one, and its own title is kept.
    const { [typeOf(sourceRecord.type).labelled]: _title, ...telling } = said.values;
    const changes = contradictions(sourceRecord.type, telling, fact.values);
    if (changes.length > 0)
      return [
        {
          ...row,
          outcome: 'CONFLICT',
          changes,
          message: 'The register says otherwise on other evidence, and is left as it stands. An editor may correct it.',
          operations: [],
        },
      ];
  }
  const changes = own ? changesOf(said.values, fact.values) : filled(sourceRecord, said.values, fact.values);
  if (changes.length === 0) return [{ ...row, outcome: 'UNCHANGED', operations: [] }];
  return [
    ...provenance.beforeCiting(sourceRecord.file),
    { ...row, outcome: 'UPDATE', changes, operations: updates(sourceRecord, fact, changes, importId, provenance) },
  ];
}

/** A source record that would change what an editor has changed since: nothing of it is taken. */
export function leftToTheEditor(row: PlannedRow): PlannedRow {
  return {
    ...row,
    outcome: 'CONFLICT',
    message:
      'An editor has changed this in the register since it was brought in, and it is left as it stands. An editor may correct it.',
    operations: [],
  };
}

/** The values as the register would hold them. */
function normalized(
  sourceRecord: SourceRecord,
  values: Values,
): { readonly values: Values } | { readonly wrong: string } {
  const { type } = sourceRecord;
  const id = stableDeskId('operation', 'to be read');
  const made = read({ id, kind: 'update', type, fact: placeholder(type), set: values, base: {} });
  if ('wrong' in made) return made;
  return { values: made.operation.kind === 'update' ? made.operation.set : {} };
}

const placeholders = new Map<string, string>();
function placeholder(type: SourceRecord['type']): string {
  const known = placeholders.get(type);
  if (known !== undefined) return known;
  const made = stableId(type, 'to be read');
  placeholders.set(type, made);
  return made;
}

/** The time of a link, where the register has none. */
function filled({ type }: SourceRecord, said: Values, standing: Values): FieldChange[] {
  const time = naturalKeys[type]?.time;
  const to = time === undefined ? undefined : said[time];
  if (time === undefined || to === undefined || to === null || isAbsence(to)) return [];
  return standing[time] === undefined || standing[time] === null ? [{ field: time, from: null, to }] : [];
}

function updates(
  sourceRecord: SourceRecord,
  { id: fact }: StoredFact,
  changes: readonly FieldChange[],
  importId: string,
  provenance: Provenance,
): Operation[] {
  const { type, key, file, line } = sourceRecord;
  const fields = fieldsOf(type);
  const cited = changes.filter(({ field }) => fields[field]?.cited);
  const only = (side: 'from' | 'to') => Object.fromEntries(changes.map((change) => [change.field, change[side]]));
  const id = stableDeskId('operation', `${importId} update ${key}`);
  return [
    { id, kind: 'update', type, fact, set: only('to'), base: only('from') },
    ...cited.map(({ field }) => provenance.cite({ type, fact, key, file, line }, field)),
  ];
}
