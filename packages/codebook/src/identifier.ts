import { TypeID, typeidUnboxed } from 'typeid-js';
import { type FactTypeName, factTypeNames, isFactType, type TypeName, typeOf } from './codebook.ts';

const suffix = '[0-7][0-9a-hjkmnp-tv-z]{25}';

/** The prefixes of desk ids, by the kind of what they identify, such as a changeset or a comment. */
export const deskPrefixes = {
  changeset: 'cs',
  operation: 'op',
  comment: 'com',
  review: 'rev',
  job: 'job',
  import: 'imp',
  importFile: 'imf',
  mapping: 'map',
  error: 'err',
} as const;

/** Returns the prefix of the ids of a type, such as `st` for `State`. */
export function prefixOf(type: TypeName): string {
  return typeOf(type).prefix;
}

/**
 * Makes a new id: a TypeID, which consists of the prefix of the type and a UUIDv7 in base 32. The ids of one type sort
 * by creation time.
 */
export function newId(type: TypeName): string {
  return typeidUnboxed(prefixOf(type));
}

/** Makes a new desk id of the given kind, in the same form as the ids of facts. */
export function newDeskId(kind: keyof typeof deskPrefixes): string {
  return typeidUnboxed(deskPrefixes[kind]);
}

/**
 * Returns the id that consists of the prefix of a type and a given UUID, for data that needs stable ids, such as the
 * demo register.
 * @throws Error when `uuid` is not a UUID. The library itself accepts any text, and returns the same id for many
 * different texts.
 */
export function idFromUuid(type: TypeName, uuid: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) throw new Error(`${uuid} is not a UUID`);
  return TypeID.fromUUID(prefixOf(type), uuid).toString();
}

/** Whether a string has the form of an id of the type. The fact or citation need not exist. */
export function isId(value: string, type: TypeName): boolean {
  return idPattern(prefixOf(type)).test(value);
}

/** Whether a string has the form of a desk id of the given kind. The id need not be in use. */
export function isDeskId(value: string, kind: keyof typeof deskPrefixes): boolean {
  return idPattern(deskPrefixes[kind]).test(value);
}

/** Returns the source of a regular expression for ids with a prefix, valid in both Postgres and JavaScript. */
export function idPatternSource(prefix: string): string {
  return `^${prefix}_${suffix}$`;
}

/**
 * Returns the fact type that the prefix of an id names; `undefined` if the string does not have the form of a fact's
 * id. The fact need not exist.
 */
export function factTypeOfId(value: string): FactTypeName | undefined {
  const type = typeByPrefix.get(value.slice(0, value.lastIndexOf('_')));
  return type && isFactType(type) && isId(value, type) ? type : undefined;
}

const patterns = new Map<string, RegExp>();
function idPattern(prefix: string): RegExp {
  const cached = patterns.get(prefix);
  if (cached) return cached;
  const pattern = new RegExp(idPatternSource(prefix));
  patterns.set(prefix, pattern);
  return pattern;
}

const typeByPrefix = new Map<string, FactTypeName>(factTypeNames.map((type) => [prefixOf(type), type]));
