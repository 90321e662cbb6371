import { factTypeOfId, type TypeName, typeNames, typeOf } from '@chancery/codebook';
import { address, type View } from './view.ts';

const slug = (type: TypeName) => typeOf(type).plural.replaceAll(' ', '-');
const types = new Map<string, TypeName>(typeNames.map((type) => [slug(type), type]));

/** The type whose list stands at `/collection`. */
export function typeOfCollection(collection: string): TypeName | undefined {
  return types.get(collection);
}

/** The path of the list of a type: its plural. */
export function collectionPath(type: TypeName): string {
  return `/${slug(type)}`;
}

/** The path of a fact; that of an id of which the type cannot be told leads there by way of the register. */
export function factPath(id: string): string {
  const type = factTypeOfId(id);
  return `${type ? collectionPath(type) : '/facts'}/${id}`;
}

/** The address of a fact within a view. */
export function factAddress(id: string, view: View): string {
  return address(factPath(id), view);
}
