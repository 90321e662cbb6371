import {
  columnsOf,
  type Field,
  type FieldKind,
  labelParts,
  maxLengths,
  type TypeName,
  typeOf,
} from '@chancery/codebook';
import { ident, literal } from '../sql.ts';

const columnSql = (alias: string, name: string, field: Field) =>
  `${alias}.${ident(columnsOf(name, field)[0]?.name ?? name)}`;
const asText: ValueSql = (alias, name, field) => `${columnSql(alias, name, field)}::text`;
type ValueSql = (alias: string, name: string, field: Field) => string;

/** For each field kind, a function that returns SQL for a value as a label shows it. */
const valueSql: Record<FieldKind, ValueSql> = {
  text: columnSql,
  longText: columnSql,
  code: columnSql,
  url: columnSql,
  name: columnSql,
  integer: asText,
  number: asText,
  boolean: asText,
  uncertainDate: columnSql,
  point: asText,
  manyOf: (alias, name, field) => `array_to_string(${columnSql(alias, name, field)}, ', ')`,
  oneOf: (alias, name, field) => {
    const branches = Object.entries(field.list?.values ?? {}).map(
      ([value, { label }]) => `WHEN ${literal(value)} THEN ${literal(label)}`,
    );
    return `CASE ${columnSql(alias, name, field)} ${branches.join(' ')} END`;
  },
  link: (alias, name, field) =>
    `(SELECT target.label FROM register.fact target WHERE target.id = ${columnSql(alias, name, field)})`,
};

/**
 * Returns SQL for the label of a fact from its row, given by alias. Must give the same text as `labelText` of the
 * codebook.
 */
export function labelSql(type: TypeName, alias: string): string {
  const parts = labelParts(type).map((part) => {
    if ('words' in part) return literal(part.words);
    const value = valueSql[part.field.kind](alias, part.name, part.field);
    return part.lead === undefined ? `coalesce(${value}, '?')` : `coalesce(${literal(part.lead)} || ${value}, '')`;
  });
  return `left(coalesce(nullif(${parts.join(' || ')}, ''), ${literal(typeOf(type).singular)}), ${maxLengths.label})`;
}
