import { type TypeName, typeOf } from './codebook.ts';
import type { Field } from './field.ts';
import { type FieldValue, isAbsence, type Values } from './kinds/values.ts';

/**
 * A piece of a label: words as they stand, or the place of a field. `lead` are words that stand before the field's text
 * and are left out with it where the field is empty; without them an empty field reads “?”.
 */
export type LabelPart =
  | { readonly words: string }
  | { readonly name: string; readonly field: Field; readonly lead?: string };

/** What a fact of the type is called, as a list of pieces: see `TypeDefinition.labelled`. */
export function labelParts(type: TypeName): LabelPart[] {
  const { labelled, fields } = typeOf(type);
  const template = labelled.includes('{') ? labelled : `{${labelled}}`;
  return template
    .split(/(\{\w+\}|\[[^[\]{}]*\{\w+\}\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, lead, name] = /^(?:\[([^{]*))?\{(\w+)\}\]?$/.exec(piece) ?? [];
      if (name === undefined) return { words: piece };
      const field = fields[name];
      if (!field) throw new Error(`the label of ${type} names ${name}, which is no field of it`);
      return lead === undefined ? { name, field } : { name, field, lead };
    });
}

/** The fields on which the label of a type depends. */
export function labelFields(type: TypeName): { name: string; field: Field }[] {
  return labelParts(type).filter((part) => 'name' in part);
}

/**
 * What a fact is called, from its values, for drafts that the register has not named yet: the same words that the ledger
 * gives it when it is merged. `labelOf` names the facts that its links point at.
 */
export function labelText(type: TypeName, values: Values, labelOf: (id: string) => string | undefined): string {
  const words = labelParts(type).map((part) => {
    if ('words' in part) return part.words;
    const value = values[part.name] ?? null;
    if (part.lead !== undefined && (value === null || isAbsence(value))) return '';
    return `${part.lead ?? ''}${wordsOfValue(part.field, value, labelOf)}`;
  });
  return words.join('').slice(0, 600) || typeOf(type).singular;
}

function wordsOfValue(field: Field, value: FieldValue, labelOf: (id: string) => string | undefined): string {
  if (value === null || isAbsence(value)) return '?';
  if (field.kind === 'link') return labelOf(String(value)) ?? '?';
  if (field.kind === 'oneOf') return field.list?.values[String(value)]?.label ?? String(value);
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return 'text' in value ? value.text : 'edtf' in value ? value.edtf : '?';
  return String(value);
}

/** So many characters of labels and names are indexed by where they begin: enough to tell most of them from all others. */
export const indexedPrefixLength = 20;
