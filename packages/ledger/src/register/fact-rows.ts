import type { BatchLine } from '@chancery/changesets';
import {
  type FactTypeName,
  factTypeNames,
  fieldsOf,
  fromColumns,
  isAbsence,
  isFactField,
  type StoredRow,
  type TypeName,
  tableOf,
  toColumns,
  type Values,
  valuesFromRows,
} from '@chancery/codebook';
import { ident, literal } from '../sql.ts';

/** The column values of a fact: `own` for the table of its type, `fact` for the identity table `register.fact`. */
export interface FactColumns {
  readonly own: Record<string, unknown>;
  readonly fact: Record<string, unknown>;
  /** `absent`: fields with an absence to store. `present`: fields whose stored absence, if any, is to be removed. */
  readonly absent: Record<string, string>;
  readonly present: string[];
}

/** Converts field values to column values. Fields without a value in `values` get no columns. */
export function columnsOfValues(type: TypeName, values: Values): FactColumns {
  const columns: FactColumns = { own: {}, fact: {}, absent: {}, present: [] };
  const fields = fieldsOf(type);
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name];
    if (!field) throw new Error(`${type} has no field ${name}`);
    Object.assign(type !== 'Citation' && isFactField(name) ? columns.fact : columns.own, toColumns(name, field, value));
    if (isAbsence(value)) columns.absent[name] = value.absent;
    else columns.present.push(name);
  }
  return columns;
}

/** Converts a citation row to field values. Leaves out empty fields. */
export function citationValues(row: StoredRow): Values {
  return Object.fromEntries(
    Object.entries(fieldsOf('Citation')).flatMap(([name, field]) => {
      const value = fromColumns(name, field, row);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** Converts a row of `register.fact`, and the row of the fact in the table of its type, to a fact with field values. */
export function factOfRows(
  factRow: StoredRow,
  row: StoredRow,
): { id: string; type: FactTypeName; label: string; values: Values; batch?: BatchLine } {
  const type = factRow.type as FactTypeName;
  const batch = factRow.batch_id
    ? { batch: { id: factRow.batch_id as string, line: factRow.batch_line as number } }
    : {};
  return {
    id: factRow.id as string,
    type,
    label: factRow.label as string,
    values: valuesFromRows(type, row, factRow),
    ...batch,
  };
}

/** Returns SQL for the row of a fact in the table of its type, as JSON. `fact` is the alias of the identity table. */
export function factRowSql(fact: string): string {
  const branches = factTypeNames.map(
    (type) =>
      `WHEN ${literal(type)} THEN (SELECT to_jsonb(t) FROM register.${ident(tableOf(type))} t WHERE t.id = ${fact}.id)`,
  );
  return `CASE ${fact}.type ${branches.join(' ')} END`;
}
