import { type TypeName, typeOf } from './codebook.ts';
import type { Field } from './field.ts';
import { type FieldValue, isAbsence, type Values } from './kinds/values.ts';
import { maxLengths } from './limits.ts';

/**
 * A part of a label: fixed words, or the text of a field. `lead` is put before the text of the field, and both are left
 * out if the field is empty. Without `lead`, an empty field is shown as “?”.
 */
export type LabelPart =
  | { readonly words: string }
  | { readonly name: string; readonly field: Field; readonly lead?: string };

/** Returns the label template of a type as a list of parts; see `TypeDefinition.labelTemplate`. */
export function labelParts(type: TypeName): LabelPart[] {
  const { labelTemplate, fields } = typeOf(type);
  const template = labelTemplate.includes('{') ? labelTemplate : `{${labelTemplate}}`;
  return template
    .split(/(\{\w+\}|\[[^[\]{}]*\{\w+\}\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, lead, name] = /^(?:\[([^{]*))?\{(\w+)\}\]?$/.exec(piece) ?? [];
      if (name === undefined) return { words: piece };
      const field = fields[name];
      if (!field) throw new Error(`the label of ${type} uses ${name}, which is not a field of the type`);
      return lead === undefined ? { name, field } : { name, field, lead };
    });
}

/** Returns the fields that the label of a type depends on, in the order of the label. */
export function labelFields(type: TypeName): { name: string; field: Field }[] {
  return labelParts(type).filter((part) => 'name' in part);
}

/**
 * Builds the label of a fact from its values, for facts that are in a changeset but not yet in the register. The ledger
 * gives the fact the same label at the merge. `labelOf` returns the label of a linked fact; if it returns `undefined`,
 * the label has “?” there. A label that is too long is cut, and an empty one replaced by the noun of the type.
 */
export function labelText(type: TypeName, values: Values, labelOf: (id: string) => string | undefined): string {
  const words = labelParts(type).map((part) => {
    if ('words' in part) return part.words;
    const value = values[part.name] ?? null;
    if (part.lead !== undefined && (value === null || isAbsence(value))) return '';
    return `${part.lead ?? ''}${textOfValue(part.field, value, labelOf)}`;
  });
  const label = words.join('');
  // Counts characters, as Postgres does.
  const cut = label.length > maxLengths.label ? [...label].slice(0, maxLengths.label).join('') : label;
  return cut || typeOf(type).singular;
}

function textOfValue(field: Field, value: FieldValue, labelOf: (id: string) => string | undefined): string {
  if (value === null || isAbsence(value)) return '?';
  if (field.kind === 'link') return labelOf(String(value)) ?? '?';
  if (field.kind === 'oneOf') return field.list?.values[String(value)]?.label ?? String(value);
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return 'text' in value ? value.text : 'edtf' in value ? value.edtf : '?';
  return String(value);
}

/** The number of leading characters of labels and names that are indexed: enough to distinguish most of them. */
export const indexedPrefixLength = 20;
