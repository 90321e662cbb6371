import { factTypeOfId, type TypeName, typeNames, typeOf } from '@chancery/codebook';
import { address, type View } from './view.ts';

const slug = (type: TypeName) => typeOf(type).plural.replaceAll(' ', '-');
const types = new Map<string, TypeName>(typeNames.map((type) => [slug(type), type]));

/** Returns the type whose list is at `/collection`, such as `State` for `states`; undefined if there is none. */
export function typeOfCollection(collection: string): TypeName | undefined {
  return types.get(collection);
}

/** Returns the path of the list of a type, such as `/states`. */
export function collectionPath(type: TypeName): string {
  return `/${slug(type)}`;
}

/**
 * Returns the path of the page of a fact. An id without the prefix of a fact type, such as that of a citation, gets
 * `/facts/ID`, which redirects to the cited fact.
 */
export function factPath(id: string): string {
  const type = factTypeOfId(id);
  return `${type ? collectionPath(type) : '/facts'}/${id}`;
}

/** Returns the address of the page of a fact: its path, with the search parameters of a view. */
export function factAddress(id: string, view: View): string {
  return address(factPath(id), view);
}
