import { linkFields, type TypeName, type Values } from '@chancery/codebook';

/** Yields every id in the link fields of `values`, with the name and the label of its field. */
export function* linksIn(type: TypeName, values: Values): Generator<[field: string, id: string, label: string]> {
  for (const [name, field] of linkFields(type)) {
    const id = values[name];
    if (typeof id === 'string') yield [name, id, field.label];
  }
}
