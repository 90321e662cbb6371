import { factTypeOfId, type TypeName, typeNames, typeOf } from '@chancery/codebook';
import { address, type View } from './view.ts';

const slug = (type: TypeName) => typeOf(type).plural.replaceAll(' ', '-');
const types = new Map<string, TypeName>(typeNames.map((type) => [slug(type), type]));

/** Returns the type that is listed at `/collection`, such as `State` for `states`. */
export function typeOfCollection(collection: string): TypeName | undefined {
  return types.get(collection);
}

/** Returns the path of the list of a type, such as `/states`. */
export function collectionPath(type: TypeName): string {
  return `/${slug(type)}`;
}

/** Returns the path of a fact. An id without a known type prefix gets `/facts/ID`, which looks it up and redirects. */
export function factPath(id: string): string {
  const type = factTypeOfId(id);
  return `${type ? collectionPath(type) : '/facts'}/${id}`;
}

/** Returns the address of a fact in a view. */
export function factAddress(id: string, view: View): string {
  return address(factPath(id), view);
}
