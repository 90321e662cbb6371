import {
  concreteTypesOf,
  factFields,
  factTypeNames,
  fieldsOf,
  type InverseLink,
  inversesOf,
  isFactType,
  type TypeName,
  typeNames,
  typeOf,
} from '../codebook.ts';
import type { Field } from '../field.ts';
import { interfaces, isInterface } from '../interfaces.ts';
import { snakeCase } from '../kinds/columns.ts';
import type { FieldKind } from '../kinds/field-kind.ts';
import { defaultPageSize, maxPageSize } from '../limits.ts';
import { datePrecision } from '../uncertain-date/index.ts';
import type { ValueList } from '../value-list.ts';
import { absence, dateBasis, fieldState } from '../value-lists/evidence.ts';
import { spellReading } from '../value-lists/spells.ts';

/** A computed field of the API, which the codebook does not have. `sdl` is its description and definition. */
export interface DerivedField {
  /** The type that has the field, or an interface whose types all have it. */
  readonly parent: string;
  readonly name: string;
  readonly sdl: string;
}

/** The endpoint that the schema is generated for. The public one leaves out desk-only fields. */
export type Endpoint = 'public' | 'desk';

/** Returns a description in SDL. */
export function described(sentence: string): string {
  return `"""${sentence.replaceAll('"""', '\\"""')}"""`;
}

/** Converts a name to UPPER_SNAKE, the spelling of enum values. */
export function upperSnake(name: string): string {
  return snakeCase(name).toUpperCase();
}

/** The paging arguments of every connection. */
export const pagingArguments = `
  ${described(`The number of rows from the start: 1 to ${maxPageSize}, by default ${defaultPageSize}.`)} first: Int
  ${described('Returns the rows after this cursor.')} after: String
  ${described(`The number of rows from the end: 1 to ${maxPageSize}.`)} last: Int
  ${described('Returns the rows before this cursor.')} before: String`;

/**
 * Returns the SDL of the register's types: objects, interfaces, connections, filters, orders and value lists, each with
 * its description. `derived` adds the computed fields of the reader.
 */
export function registerSdl(endpoint: Endpoint, derived: readonly DerivedField[]): string {
  const names = typeNames;
  return [
    basics,
    ...(hasNumberFilter ? [numberFilter] : []),
    valueLists(endpoint).map(enumSdl).join('\n'),
    factTypeEnum(),
    ...(Object.keys(interfaces) as (keyof typeof interfaces)[]).map((name) => interfaceSdl(name, endpoint, derived)),
    ...names.map((type) => objectSdl(type, endpoint, derived)),
    ...names.flatMap((type) => [connectionSdl(type), filterSdl(type, endpoint), orderSdl(type, endpoint)]),
    ...filterInputs(endpoint),
  ].join('\n');
}

/** Returns the fields of a type that an endpoint shows. */
export function visibleFields(type: TypeName, endpoint: Endpoint): [string, Field][] {
  return Object.entries(fieldsOf(type)).filter(([, field]) => endpoint === 'desk' || !field.deskOnly);
}

const outputTypes: Record<FieldKind, (field: Field) => string> = {
  text: () => 'String',
  longText: () => 'String',
  code: () => 'String',
  url: () => 'String',
  integer: () => 'Int',
  number: () => 'Float',
  boolean: () => 'Boolean',
  uncertainDate: () => 'UncertainDate',
  oneOf: ({ list }) => list?.name ?? 'String',
  manyOf: ({ list }) => `[${list?.name}!]`,
  link: ({ target }) => target ?? 'Fact',
  name: () => 'LanguageName',
  point: () => 'GeographicPoint',
};

/** Returns the directive that marks an old name in the API. */
export function deprecated(successor: string): string {
  return `@deprecated(reason: "Use \`${successor}\`.")`;
}

/** Returns a field under its name in the API and, if that differs from the stored name, under that as well. */
function underItsNames(name: string, { apiName }: Field, sdl: (name: string) => string): string[] {
  return apiName === undefined ? [sdl(name)] : [sdl(apiName), `${sdl(name)} ${deprecated(apiName)}`];
}

function fieldSdl(name: string, field: Field): string {
  return underItsNames(
    name,
    field,
    (each) => `${described(field.description)} ${each}: ${outputTypes[field.kind](field)}${field.required ? '!' : ''}`,
  ).join('\n  ');
}

function inverseSdl({ name, deprecatedName, description, type }: InverseLink): string {
  const sdl = (each: string) => `${described(description)} ${each}(${pagingArguments}
    ${described('Returns only the rows that match the filter.')} filter: ${type}Filter
    ${described('The order of the rows; by default by id, which is the order of creation.')} orderBy: ${type}Order = ID_ASC
  ): ${type}Connection!`;
  return deprecatedName === undefined ? sdl(name) : `${sdl(name)}\n${sdl(deprecatedName)} ${deprecated(name)}`;
}

function derivedSdl(owner: string, derived: readonly DerivedField[]): string[] {
  return derived
    .filter(({ parent }) => parent === owner || (isInterface(parent) && covers(parent, owner)))
    .map(({ sdl }) => sdl);
}

function covers(name: string, owner: string): boolean {
  const members = concreteTypesOf(name);
  const types = concreteTypesOf(owner);
  return types.length > 0 && types.every((type) => members.includes(type));
}

/** Returns the fields that all types of an interface share, which are the fields of the interface. */
function sharedFields(name: keyof typeof interfaces, endpoint: Endpoint): [string, Field][] {
  if (name === 'Fact') return Object.entries(factFields);
  const [first, ...rest] = concreteTypesOf(name);
  if (!first) return [];
  const same = (field: string, { kind, required }: Field) =>
    kind !== 'oneOf' &&
    kind !== 'manyOf' &&
    kind !== 'link' &&
    rest.every((type) => fieldsOf(type)[field]?.kind === kind && fieldsOf(type)[field]?.required === required);
  return visibleFields(first, endpoint).filter(([name, field]) => name in factFields || same(name, field));
}

function implemented(owner: string): string {
  const implementedInterfaces = Object.keys(interfaces).filter((name) => name !== owner && covers(name, owner));
  return ['Node', ...implementedInterfaces].join(' & ');
}

const factHead = `${described('The id, the same in URLs, the API, the database and files.')} id: ID!
  ${described('The type of the fact.')} type: FactType!
  ${described('The label: a short text by which lists and links show the fact.')} label: String!`;

function interfaceSdl(name: keyof typeof interfaces, endpoint: Endpoint, derived: readonly DerivedField[]): string {
  return `${described(interfaces[name].description)} interface ${name} implements ${implemented(name)} {
  ${factHead}
  ${sharedFields(name, endpoint)
    .map(([field, definition]) => fieldSdl(field, definition))
    .join('\n  ')}
  ${inversesOf(name).map(inverseSdl).join('\n  ')}
  ${derivedSdl(name, derived).join('\n  ')}
}`;
}

function objectSdl(type: TypeName, endpoint: Endpoint, derived: readonly DerivedField[]): string {
  const { description } = typeOf(type);
  const head = isFactType(type) ? factHead : `${described('The id.')} id: ID!`;
  const backs = isFactType(type) ? inversesOf(type) : [];
  return `${described(description)} type ${type} implements ${isFactType(type) ? implemented(type) : 'Node'} {
  ${head}
  ${visibleFields(type, endpoint)
    .map(([name, field]) => fieldSdl(name, field))
    .join('\n  ')}
  ${backs.map(inverseSdl).join('\n  ')}
  ${derivedSdl(type, derived).join('\n  ')}
}`;
}

/** Returns the SDL of a connection and its edge. */
export function connectionOf(node: string, plural: string, extraEdge = ''): string {
  return `${described(`A page of ${plural}.`)} type ${node}Connection {
  ${described('The total number, independent of the page. It is counted only when selected.')} totalCount: Int!
  ${described('Information about the page.')} pageInfo: PageInfo!
  ${described('The rows with their cursors.')} edges: [${node}Edge!]!
  ${described('The rows.')} nodes: [${node}!]!
}
${described(`A row of a page of ${plural}, with its cursor.`)} type ${node}Edge {
  ${described('The position of the row in the order; pass it as `after` or `before`.')} cursor: String!
  ${described('The row.')} node: ${node}!
  ${extraEdge}
}`;
}

function connectionSdl(type: TypeName): string {
  return connectionOf(type, typeOf(type).plural);
}

const filterNames: Partial<Record<FieldKind, (field: Field) => string>> = {
  text: () => 'TextFilter',
  code: () => 'CodeFilter',
  integer: () => 'IntFilter',
  number: () => 'FloatFilter',
  boolean: () => 'BooleanFilter',
  uncertainDate: ({ spell }) => (spell ? 'SpellFilter' : 'UncertainDateFilter'),
  oneOf: ({ list }) => `${list?.name}Filter`,
  manyOf: ({ list }) => `${list?.name}ListFilter`,
  link: () => 'IdFilter',
  name: () => 'TextFilter',
};

function filterSdl(type: TypeName, endpoint: Endpoint): string {
  const fields = visibleFields(type, endpoint).flatMap(([name, field]) => {
    const filter = field.filterable ? filterNames[field.kind]?.(field) : undefined;
    return filter ? underItsNames(name, field, (each) => `${described(field.description)} ${each}: ${filter}`) : [];
  });
  const { plural } = typeOf(type);
  return `${described(`A filter for ${plural}. All given conditions must hold; an empty filter matches everything.`)} input ${type}Filter {
  ${described('All of these must hold.')} and: [${type}Filter!]
  ${described('At least one of these must hold; an empty list matches nothing.')} or: [${type}Filter!]
  ${described('This must not hold.')} not: ${type}Filter
  ${described('By id.')} id: IdFilter
  ${fields.join('\n  ')}
}`;
}

/** Returns the orders of a type: ID, each sortable field and each carried key, without the direction. */
export function ordersOf(type: TypeName, endpoint: Endpoint): { name: string; description: string }[] {
  const sortable = visibleFields(type, endpoint)
    .filter(([, field]) => field.sortable)
    .map(([name, field]) => ({ name: upperSnake(name), description: field.description }));
  const carried = Object.entries(typeOf(type).carries).map(([name, key]) => ({
    name: upperSnake(name),
    description: key.description,
  }));
  return [{ name: 'ID', description: 'The order of creation.' }, ...sortable, ...carried];
}

function orderSdl(type: TypeName, endpoint: Endpoint): string {
  const values = ordersOf(type, endpoint).flatMap(({ name, description }) => [
    `${described(`${description} Smallest or earliest first, empty last.`)} ${name}_ASC`,
    `${described(`${description} Largest or latest first, empty last.`)} ${name}_DESC`,
  ]);
  return `${described(`The order of ${typeOf(type).plural}. Dates sort by their earliest bound; ties are broken by id.`)} enum ${type}Order {\n${values.join('\n')}\n}`;
}

/** Returns every value list in the schema of an endpoint, each once. */
function valueLists(endpoint: Endpoint): ValueList[] {
  const used = typeNames.flatMap((type) =>
    visibleFields(type, endpoint).flatMap(([, { list }]) => (list ? [list] : [])),
  );
  const all: ValueList[] = [...used, dateBasis, datePrecision, absence, fieldState, spellReading];
  return [...new Map(all.map((list) => [list.name, list])).values()].filter(({ name }) => name !== absence.name);
}

/** Returns the SDL of a value list. */
export function enumSdl({ name, description, values }: ValueList): string {
  const entries = Object.entries(values).map(
    ([value, listed]) => `${described(`${listed.label}. ${listed.description}`)} ${value}`,
  );
  return `${described(`${description} The list may grow.`)} enum ${name} {\n${entries.join('\n')}\n}`;
}

function factTypeEnum(): string {
  const values = factTypeNames.map((type) => `${described(typeOf(type).description)} ${upperSnake(type)}`);
  return `${described('The types of facts. The list may grow.')} enum FactType {\n${values.join('\n')}\n}`;
}

function filterInputs(endpoint: Endpoint): string[] {
  const fields = typeNames.flatMap((type) => visibleFields(type, endpoint).filter(([, field]) => field.filterable));
  const listed = (kind: 'oneOf' | 'manyOf') => [
    ...new Set(fields.flatMap(([, field]) => (field.kind === kind && field.list ? [field.list.name] : []))),
  ];
  const isNull = `${described('True matches empty fields, false matches fields with a value.')} isNull: Boolean`;
  return [
    ...listed('oneOf').map(
      (name) =>
        `${described('A condition on a field with one value of a list.')} input ${name}Filter { ${described('Equal to this value.')} eq: ${name} ${described('Equal to one of these values.')} in: [${name}!] ${isNull} }`,
    ),
    ...listed('manyOf').map(
      (name) =>
        `${described('A condition on a field with several values of a list.')} input ${name}ListFilter { ${described('Contains this value.')} has: ${name} ${described('Contains at least one of these values.')} hasAny: [${name}!] ${described('Contains all of these values.')} hasAll: [${name}!] ${isNull} }`,
    ),
  ];
}

// Printed only when a filterable field is a number.
const hasNumberFilter = typeNames.some((type) =>
  Object.values(fieldsOf(type)).some(({ kind, filterable }) => kind === 'number' && filterable),
);
const numberFilter = `${described('A condition on a number.')} input FloatFilter { ${described('Equal to.')} eq: Float ${described('Less than.')} lt: Float ${described('At most.')} lte: Float ${described('Greater than.')} gt: Float ${described('At least.')} gte: Float ${described('True matches empty fields, false matches fields with a value.')} isNull: Boolean }`;

const basics = `
${described('A day of the proleptic Gregorian calendar, YYYY-MM-DD.')} scalar Date
${described('A date and time in ISO 8601 with a time zone.')} scalar DateTime
${described('An object with an id.')} interface Node { ${described('The id.')} id: ID! }
${described('Whether a bound of a date is known.')} enum DateBound {
  ${described('The bound is known.')} KNOWN
  ${described('There is no bound: the period has no start or no end.')} OPEN
  ${described('There is a bound, but it is not known.')} UNKNOWN
}
${described('An uncertain date or period. Qualifiers (approximate, uncertain) do not widen the bounds; they are expressed in `words`.')} type UncertainDate {
  ${described('The date as recorded, in EDTF (ISO 8601-2).')} edtf: String!
  ${described('The first possible day; empty if the bound is open or unknown.')} earliest: Date
  ${described('The last possible day; empty if the bound is open or unknown.')} latest: Date
  ${described('Whether the earliest bound is known, open or unknown.')} earliestBound: DateBound!
  ${described('Whether the latest bound is known, open or unknown.')} latestBound: DateBound!
  ${described('The precision of the date.')} precision: DatePrecision!
  ${described('The date in words.')} words: String!
  ${described('The basis of the date.')} basis: DateBasis
  ${described('A note of an editor.')} note: String
  ${described('For a period that may end without a record (a membership, an obligation): the last day on which a source shows that it held. Empty if no source does, and for other dates.')} attestedUntil: Date
  ${described('For a period: whether it holds on a day. Empty for other dates.')} reading(${described('The day; by default that of the enclosing field, else of the revision, else today.')} on: Date): SpellReading
}
${described('A name and its language.')} type LanguageName {
  ${described('The name.')} text: String!
  ${described('The language of the name (BCP 47).')} language: String!
}
${described('A point on the earth, WGS 84.')} type GeographicPoint {
  ${described('Degrees north.')} latitude: Float!
  ${described('Degrees east.')} longitude: Float!
}
${described('Information about a page.')} type PageInfo {
  ${described('Whether there are rows after the page.')} hasNextPage: Boolean!
  ${described('Whether there are rows before the page.')} hasPreviousPage: Boolean!
  ${described('The cursor of the first row.')} startCursor: String
  ${described('The cursor of the last row.')} endCursor: String
}
${described('A condition on an id.')} input IdFilter { ${described('Equal to this value.')} eq: ID ${described('Equal to one of these values.')} in: [ID!] ${described('True matches empty fields, false matches fields with a value.')} isNull: Boolean }
${described('A condition on a text.')} input TextFilter { ${described('Equal to this text, with the same case and accents.')} eq: String ${described('Equal to one of these values.')} in: [String!] ${described('Contains this text, ignoring case and accents.')} contains: String ${described('True matches empty fields, false matches fields with a value.')} isNull: Boolean }
${described('A condition on a code.')} input CodeFilter { ${described('Equal to this value.')} eq: String ${described('Equal to one of these values.')} in: [String!] ${described('True matches empty fields, false matches fields with a value.')} isNull: Boolean }
${described('A condition on a whole number.')} input IntFilter { ${described('Equal to.')} eq: Int ${described('One of.')} in: [Int!] ${described('Less than.')} lt: Int ${described('At most.')} lte: Int ${described('Greater than.')} gt: Int ${described('At least.')} gte: Int ${described('True matches empty fields, false matches fields with a value.')} isNull: Boolean }
${described('A condition on a boolean.')} input BooleanFilter { ${described('Equal to this value.')} eq: Boolean ${described('True matches empty fields, false matches fields with a value.')} isNull: Boolean }
${described('A period of days. A missing bound means no bound.')} input DateSpan { ${described('The first day.')} from: Date ${described('The last day.')} to: Date }
${described('A condition on whether a period holds on a day.')} input SpellCondition {
  ${described('The day; by default that of the enclosing field, else of the revision, else today.')} on: Date
  ${described('The accepted readings; a missing period counts as UNSTATED.')} readings: [SpellReading!]! = [CERTAIN, PRESUMED]
}
${described('A condition on an uncertain date, as a possible or a certain match.')} input UncertainDateFilter {
  ${described('The date may be in the period: the two overlap. An unknown bound excludes nothing; an empty date never matches.')} possible: DateSpan
  ${described('The date is certainly in the period: entirely inside. A date with an unknown bound never matches.')} certain: DateSpan
  ${described('True matches empty fields, false matches fields with a value.')} isNull: Boolean
}
${described('A condition on a period, as a possible or a certain match.')} input SpellFilter {
  ${described('The period may be in the span: the two overlap. An unknown bound excludes nothing; an empty period never matches.')} possible: DateSpan
  ${described('The period is certainly in the span: entirely inside. A period with an unknown bound never matches.')} certain: DateSpan
  ${described('Whether the period holds on a day.')} holds: SpellCondition
  ${described('True matches empty fields, false matches fields with a value.')} isNull: Boolean
}`;
