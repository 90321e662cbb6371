import { linkFields, type TypeName, type Values } from '@chancery/codebook';

/** Every id that values point at, with the field that holds it and what that is called. */
export function* linksIn(type: TypeName, values: Values): Generator<[field: string, id: string, label: string]> {
  for (const [name, field] of linkFields(type)) {
    const id = values[name];
    if (typeof id === 'string') yield [name, id, field.label];
  }
}
