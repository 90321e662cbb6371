import { columnsOf, fieldsOf, isFactField, type TypeName } from '@chancery/codebook';
import { ResultRow } from '../compile/row.ts';

/** Small types that most responses refer to: their rows can be held and joined in memory. */
export const inMemoryTypes = ['State', 'Organization'] as const satisfies readonly TypeName[];

/** A type whose rows can be held in memory. */
export type InMemoryType = (typeof inMemoryTypes)[number];

/** The table alias of the columns of in-memory rows. */
export const inMemoryAlias = 'h';

/** Whether the rows of a type can be held in memory. */
export function isInMemoryType(type: TypeName): type is InMemoryType {
  return (inMemoryTypes as readonly TypeName[]).includes(type);
}

/** Returns the columns of an in-memory row: those of its own table, without links. */
export function inMemoryRow(type: InMemoryType): ResultRow {
  const row = new ResultRow();
  for (const [name, field] of Object.entries(fieldsOf(type)))
    if (field.kind !== 'link' && !isFactField(name))
      for (const column of columnsOf(name, field)) row.add(`${inMemoryAlias}."${column.name}"`);
  return row;
}
