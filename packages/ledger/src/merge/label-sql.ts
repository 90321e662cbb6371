import { columnsOf, type Field, type FieldKind, labelParts, type TypeName, typeOf } from '@chancery/codebook';
import { ident, literal } from '../sql.ts';

// Labels are sorted and indexed, and an index entry of Postgres holds no more than this in the widest script.
const longest = 600;

const text = (alias: string, name: string, field: Field) =>
  `${alias}.${ident(columnsOf(name, field)[0]?.name ?? name)}`;
const asText: Column = (alias, name, field) => `${text(alias, name, field)}::text`;
type Column = (alias: string, name: string, field: Field) => string;

const inWords: Record<FieldKind, Column> = {
  text,
  longText: text,
  code: text,
  url: text,
  name: text,
  integer: asText,
  number: asText,
  boolean: asText,
  uncertainDate: text,
  point: asText,
  manyOf: (alias, name, field) => `array_to_string(${text(alias, name, field)}, ', ')`,
  oneOf: (alias, name, field) => {
    const words = Object.entries(field.list?.values ?? {}).map(
      ([value, { label }]) => `WHEN ${literal(value)} THEN ${literal(label)}`,
    );
    return `CASE ${text(alias, name, field)} ${words.join(' ')} END`;
  },
  link: (alias, name, field) =>
    `(SELECT named.label FROM register.fact named WHERE named.id = ${text(alias, name, field)})`,
};

/** SQL for the label of a row of the type under an alias: what the fact is called. */
export function labelSql(type: TypeName, alias: string): string {
  const parts = labelParts(type).map((part) => {
    if ('words' in part) return literal(part.words);
    const value = inWords[part.field.kind](alias, part.name, part.field);
    return part.lead === undefined ? `coalesce(${value}, '?')` : `coalesce(${literal(part.lead)} || ${value}, '')`;
  });
  return `left(coalesce(nullif(${parts.join(' || ')}, ''), ${literal(typeOf(type).singular)}), ${longest})`;
}
