import { type TypeName, typeOf } from './codebook.ts';
import type { Field } from './field.ts';

/** A piece of a label: words as they stand, or the place of a field. */
export type LabelPart = { readonly words: string } | { readonly name: string; readonly field: Field };

/** What a fact of the type is called, as a list of pieces: see `TypeDefinition.labelled`. */
export function labelParts(type: TypeName): LabelPart[] {
  const { labelled, fields } = typeOf(type);
  const template = labelled.includes('{') ? labelled : `{${labelled}}`;
  return template
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (!piece.startsWith('{')) return { words: piece };
      const name = piece.slice(1, -1);
      const field = fields[name];
      if (!field) throw new Error(`the label of ${type} names ${name}, which is no field of it`);
      return { name, field };
    });
}

/** The fields on which the label of a type depends. */
export function labelFields(type: TypeName): { name: string; field: Field }[] {
  return labelParts(type).filter((part) => 'name' in part);
}
