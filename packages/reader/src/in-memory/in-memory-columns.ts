import { columnsOf, fieldsOf, isFactField, type TypeName } from '@chancery/codebook';
import { Row } from '../compile/row.ts';

/** The small types that nearly every answer names: their rows may be held in memory and joined there. */
export const inMemoryTypes = ['State', 'Organization'] as const satisfies readonly TypeName[];

/** A type whose rows may be held. */
export type InMemoryType = (typeof inMemoryTypes)[number];

/** The alias under which the columns of held rows go. */
export const inMemoryAlias = 'h';

/** Whether the rows of a type may be held. */
export function isInMemoryType(type: TypeName): type is InMemoryType {
  return (inMemoryTypes as readonly TypeName[]).includes(type);
}

/** The columns of a held row: those of the fields of its own table that lead nowhere else. */
export function inMemoryRow(type: InMemoryType): Row {
  const row = new Row();
  for (const [name, field] of Object.entries(fieldsOf(type)))
    if (field.kind !== 'link' && !isFactField(name))
      for (const column of columnsOf(name, field)) row.add(`${inMemoryAlias}."${column.name}"`);
  return row;
}
