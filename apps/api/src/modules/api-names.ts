import { type FactTypeName, factTypeNames, upperSnake } from '@chancery/codebook';
import type { FactType } from '../generated/desk-types.ts';

type AfterFirstLetter<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? '' : '_'}${Uppercase<Letter>}${AfterFirstLetter<Rest>}`
  : '';
/** The spelling of a CamelCase name as an enum value: `PARTY_ACTION` for `PartyAction`. */
type UpperSnake<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter}${AfterFirstLetter<Rest>}`
  : '';

/** Returns the API name of a fact type: `PARTY_ACTION` for `PartyAction`. */
export function toFactType(name: FactTypeName): FactType {
  // upperSnake returns a string. The type says the same at compile time, so that a fact type which the contract lacks is an error.
  return upperSnake(name) as UpperSnake<FactTypeName>;
}

const namesByFactType = new Map(factTypeNames.map((name) => [toFactType(name), name]));

/** Returns the fact type with an API name: `PartyAction` for `PARTY_ACTION`. */
export function fromFactType(type: FactType): FactTypeName {
  const name = namesByFactType.get(type);
  if (name === undefined) throw new Error(`the codebook has no fact type ${type}`);
  return name;
}

/** Converts a name to upper case, the spelling of enum values. */
export function upperCase<Name extends string>(name: Name): Uppercase<Name> {
  // TypeScript types toUpperCase as any string.
  return name.toUpperCase() as Uppercase<Name>;
}

/** Converts an enum value to lower case, the spelling of names in operations. */
export function lowerCase<Name extends string>(name: Name): Lowercase<Name> {
  // TypeScript types toLowerCase as any string.
  return name.toLowerCase() as Lowercase<Name>;
}
