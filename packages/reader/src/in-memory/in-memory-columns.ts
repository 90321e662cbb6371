import { columnsOf, fieldsOf, isFactField } from '@chancery/codebook';
import { ResultRow } from '../compile/row.ts';
import { type InMemoryType, inMemoryAlias } from './in-memory-types.ts';

/** Returns the result row with the columns of an in-memory row: those of the type's own table, without links. */
export function inMemoryRow(type: InMemoryType): ResultRow {
  const row = new ResultRow();
  for (const [name, field] of Object.entries(fieldsOf(type)))
    if (field.kind !== 'link' && !isFactField(name))
      for (const column of columnsOf(name, field)) row.add(`${inMemoryAlias}."${column.name}"`);
  return row;
}
