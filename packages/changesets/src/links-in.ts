import { linkFields, type TypeName, type Values } from '@chancery/codebook';

/** Yields the field name, the id and the field label of every link in `values`. Empty and absent links are skipped. */
export function* linksIn(type: TypeName, values: Values): Generator<[field: string, id: string, label: string]> {
  for (const [name, field] of linkFields(type)) {
    const id = values[name];
    if (typeof id === 'string') yield [name, id, field.label];
  }
}
