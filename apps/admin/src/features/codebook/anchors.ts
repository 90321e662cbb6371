import { isInterface, type TypeName, typeOf, type ValueList } from '@chancery/codebook';

/** Returns the anchor of a type on the page of the codebook: `party-action`. */
export function typeAnchor(type: TypeName): string {
  return typeOf(type).singular.replaceAll(' ', '-');
}

/** The anchor of the fields that every fact has. */
export const commonAnchor = 'every-fact';

/** Returns the anchor of a field of a type: `party-action.date`; without a type, that of a field of every fact. */
export function fieldAnchor(type: TypeName | undefined, name: string): string {
  return `${type ? typeAnchor(type) : commonAnchor}.${name}`;
}

/** Returns the anchor of a value list: `list-MembershipStatus`. */
export function listAnchor({ name }: Pick<ValueList, 'name'>): string {
  return `list-${name}`;
}

/** Returns the anchor of the target of a link field, which is a type or an interface. */
export function targetAnchor(target: string): string {
  return isInterface(target) ? `group-${target}` : typeAnchor(target as TypeName);
}
