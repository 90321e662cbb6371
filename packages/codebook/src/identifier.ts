import { TypeID, typeidUnboxed } from 'typeid-js';
import { type FactTypeName, factTypeNames, isFactType, type TypeName, typeOf } from './codebook.ts';

const suffix = '[0-7][0-9a-hjkmnp-tv-z]{25}';

/** Prefixes of ids that belong to the desk rather than to the register. */
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

/** The prefix of the ids of a type. */
export function prefixOf(type: TypeName): string {
  return typeOf(type).prefix;
}

/** A new id: a TypeID, which is the prefix of its type and a UUIDv7 in base 32, so that ids sort by the time they were made. */
export function newId(type: TypeName): string {
  return typeidUnboxed(prefixOf(type));
}

/** A new id of the desk, such as that of an operation. */
export function newDeskId(kind: keyof typeof deskPrefixes): string {
  return typeidUnboxed(deskPrefixes[kind]);
}

/**
 * The id of a type for a given UUID: for data whose ids must come out the same each time, such as the demo register.
 * @throws Error when it is no UUID: the library would read any text, and give many the same id.
 */
export function idFromUuid(type: TypeName, uuid: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) throw new Error(`${uuid} is no UUID`);
  return TypeID.fromUUID(prefixOf(type), uuid).toString();
}

/** Whether a string is an id of the type. */
export function isId(value: string, type: TypeName): boolean {
  return idPattern(prefixOf(type)).test(value);
}

/** Whether a string is an id of the desk of the kind. */
export function isDeskId(value: string, kind: keyof typeof deskPrefixes): boolean {
  return idPattern(deskPrefixes[kind]).test(value);
}

/** The regular expression of ids with a prefix, as Postgres and JavaScript both read it. */
export function idPatternSource(prefix: string): string {
  return `^${prefix}_${suffix}$`;
}

/** The fact type that an id's prefix names, or `undefined` if the string is no id of a fact. */
export function factTypeOfId(value: string): FactTypeName | undefined {
  const type = typeByPrefix.get(value.slice(0, value.lastIndexOf('_')));
  return type && isFactType(type) && isId(value, type) ? type : undefined;
}

const patterns = new Map<string, RegExp>();
function idPattern(prefix: string): RegExp {
  const known = patterns.get(prefix);
  if (known) return known;
  const made = new RegExp(idPatternSource(prefix));
  patterns.set(prefix, made);
  return made;
}

const typeByPrefix = new Map<string, FactTypeName>(factTypeNames.map((type) => [prefixOf(type), type]));
