import {
  type Category,
  type Field,
  factFields,
  fieldsOf,
  isFactField,
  isFactType,
  type TypeName,
  typeNames,
  typeOf,
  type ValueList,
} from '@chancery/codebook';

/** The categories of types, in the order of the page. */
export const categories: readonly Category[] = ['record', 'link', 'evidence'];

/** Returns the types of a category in alphabetical order of their nouns. */
export function typesOf(category: Category): TypeName[] {
  return typeNames
    .filter((type) => typeOf(type).category === category)
    .sort((a, b) => typeOf(a).singular.localeCompare(typeOf(b).singular, 'en'));
}

/** Returns the fields of a type without those that every fact has. */
export function ownFields(type: TypeName): [name: string, field: Field][] {
  return Object.entries(fieldsOf(type)).filter(([name]) => !isFactType(type) || !isFactField(name));
}

/** A value list, with the fields that take its values. */
export interface UsedList {
  readonly list: ValueList;
  readonly fields: readonly { readonly type: TypeName | undefined; readonly name: string; readonly label: string }[];
}

/**
 * Returns each value list of the codebook once, in alphabetical order, with the fields that use it. A field that every
 * fact has is named once, as a field of no type.
 */
export function usedLists(): UsedList[] {
  const lists = new Map<
    string,
    { list: ValueList; fields: { type: TypeName | undefined; name: string; label: string }[] }
  >();
  for (const type of [undefined, ...typeNames])
    for (const [name, { list, label }] of type ? ownFields(type) : Object.entries<Field>(factFields)) {
      if (!list) continue;
      const used = lists.get(list.name) ?? { list, fields: [] };
      used.fields.push({ type, name, label });
      lists.set(list.name, used);
    }
  return [...lists.values()].sort((a, b) => a.list.name.localeCompare(b.list.name, 'en'));
}
