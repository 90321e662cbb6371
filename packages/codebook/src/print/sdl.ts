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

/** A computed field of the API, which the codebook does not define. `sdl` is its description and definition. */
export interface ComputedField {
  /** The type that has the field, or an interface whose types all have it. */
  readonly parent: string;
  readonly name: string;
  readonly sdl: string;
}

/** The endpoint that the schema is generated for. The schema of the public endpoint has no desk-only fields. */
export type Endpoint = 'public' | 'desk';

/** Returns a text as a description in SDL, between triple quotes. */
export function descriptionSdl(sentence: string): string {
  return `"""${sentence.replaceAll('"""', '\\"""')}"""`;
}

/** Converts lowerCamelCase or PascalCase to UPPER_SNAKE, the spelling of enum values. */
export function upperSnake(name: string): string {
  return snakeCase(name).toUpperCase();
}

/** The SDL of the paging arguments of every connection. */
export const pagingArgumentsSdl = `
  ${descriptionSdl(`The number of rows from the start: 1 to ${maxPageSize}, by default ${defaultPageSize}.`)} first: Int
  ${descriptionSdl('Returns the rows after this cursor.')} after: String
  ${descriptionSdl(`The number of rows from the end: 1 to ${maxPageSize}.`)} last: Int
  ${descriptionSdl('Returns the rows before this cursor.')} before: String`;

/**
 * Returns the SDL of the register's types: objects, interfaces, connections, filters, orders and value lists, each with
 * its description. The objects and interfaces include `computed`, the computed fields of the reader.
 */
export function registerSdl(endpoint: Endpoint, computed: readonly ComputedField[]): string {
  const names = typeNames;
  return [
    basics,
    ...(hasNumberFilter ? [numberFilter] : []),
    valueLists(endpoint).map(enumSdl).join('\n'),
    factTypeEnum(),
    ...(Object.keys(interfaces) as (keyof typeof interfaces)[]).map((name) => interfaceSdl(name, endpoint, computed)),
    ...names.map((type) => objectSdl(type, endpoint, computed)),
    ...names.flatMap((type) => [
      connectionSdl(type, typeOf(type).plural),
      filterSdl(type, endpoint),
      orderSdl(type, endpoint),
    ]),
    ...filterInputs(endpoint),
  ].join('\n');
}

/**
 * Returns the names and definitions of the fields of a type that an endpoint shows: the public endpoint has no
 * desk-only fields.
 */
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

/** Returns the directive that marks a name in the API as deprecated and names its successor. */
export function deprecatedSdl(successor: string): string {
  return `@deprecated(reason: "Use \`${successor}\`.")`;
}

/**
 * Returns the SDL of a field under its name in the API. If the stored name differs, adds the SDL under the stored name,
 * marked as deprecated.
 */
function withDeprecatedName(name: string, { apiName }: Field, sdl: (name: string) => string): string[] {
  return apiName === undefined ? [sdl(name)] : [sdl(apiName), `${sdl(name)} ${deprecatedSdl(apiName)}`];
}

function fieldSdl(name: string, field: Field): string {
  return withDeprecatedName(
    name,
    field,
    (each) =>
      `${descriptionSdl(field.description)} ${each}: ${outputTypes[field.kind](field)}${field.required ? '!' : ''}`,
  ).join('\n  ');
}

function inverseSdl({ name, deprecatedName, description, type }: InverseLink): string {
  const sdl = (each: string) => `${descriptionSdl(description)} ${each}(${pagingArgumentsSdl}
    ${descriptionSdl('Returns only the rows that match the filter.')} filter: ${type}Filter
    ${descriptionSdl('The order of the rows; by default by id, which is the order of creation.')} orderBy: ${type}Order = ID_ASC
  ): ${type}Connection!`;
  return deprecatedName === undefined ? sdl(name) : `${sdl(name)}\n${sdl(deprecatedName)} ${deprecatedSdl(name)}`;
}

function computedSdl(owner: string, computed: readonly ComputedField[]): string[] {
  return computed
    .filter(({ parent }) => parent === owner || (isInterface(parent) && covers(parent, owner)))
    .map(({ sdl }) => sdl);
}

function covers(name: string, owner: string): boolean {
  const members = concreteTypesOf(name);
  const types = concreteTypesOf(owner);
  return types.length > 0 && types.every((type) => members.includes(type));
}

/**
 * Returns the fields of an interface: the common fields of facts, and the other fields that all its types have with the
 * same kind, required in all of them or in none. Of these other fields, links and fields with a value list are left
 * out, because their GraphQL types may differ.
 */
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

const factHead = `${descriptionSdl('The id, the same in URLs, the API, the database and files.')} id: ID!
  ${descriptionSdl('The type of the fact.')} type: FactType!
  ${descriptionSdl('The label: a short text by which lists and links show the fact.')} label: String!`;

function interfaceSdl(name: keyof typeof interfaces, endpoint: Endpoint, computed: readonly ComputedField[]): string {
  return `${descriptionSdl(interfaces[name].description)} interface ${name} implements ${implemented(name)} {
  ${factHead}
  ${sharedFields(name, endpoint)
    .map(([field, definition]) => fieldSdl(field, definition))
    .join('\n  ')}
  ${inversesOf(name).map(inverseSdl).join('\n  ')}
  ${computedSdl(name, computed).join('\n  ')}
}`;
}

function objectSdl(type: TypeName, endpoint: Endpoint, computed: readonly ComputedField[]): string {
  const { description } = typeOf(type);
  const head = isFactType(type) ? factHead : `${descriptionSdl('The id.')} id: ID!`;
  const inverses = isFactType(type) ? inversesOf(type) : [];
  return `${descriptionSdl(description)} type ${type} implements ${isFactType(type) ? implemented(type) : 'Node'} {
  ${head}
  ${visibleFields(type, endpoint)
    .map(([name, field]) => fieldSdl(name, field))
    .join('\n  ')}
  ${inverses.map(inverseSdl).join('\n  ')}
  ${computedSdl(type, computed).join('\n  ')}
}`;
}

/**
 * Returns the SDL of the connection and edge types for pages of `node`. `plural` is the noun in their descriptions,
 * `extraEdge` the SDL of further fields of the edge.
 */
export function connectionSdl(node: string, plural: string, extraEdge = ''): string {
  return `${descriptionSdl(`A page of ${plural}.`)} type ${node}Connection {
  ${descriptionSdl('The number of rows on all pages together. They are counted only if this field is selected.')} totalCount: Int!
  ${descriptionSdl('Information about the page.')} pageInfo: PageInfo!
  ${descriptionSdl('The rows with their cursors.')} edges: [${node}Edge!]!
  ${descriptionSdl('The rows.')} nodes: [${node}!]!
}
${descriptionSdl(`A row of a page of ${plural}, with its cursor.`)} type ${node}Edge {
  ${descriptionSdl('The position of the row in the order, for the arguments `after` and `before`.')} cursor: String!
  ${descriptionSdl('The row.')} node: ${node}!
  ${extraEdge}
}`;
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
    return filter
      ? withDeprecatedName(name, field, (each) => `${descriptionSdl(field.description)} ${each}: ${filter}`)
      : [];
  });
  const { plural } = typeOf(type);
  return `${descriptionSdl(`A filter for ${plural}. All given conditions must hold; an empty filter matches everything.`)} input ${type}Filter {
  ${descriptionSdl('All of these filters must match.')} and: [${type}Filter!]
  ${descriptionSdl('At least one of these filters must match; an empty list matches nothing.')} or: [${type}Filter!]
  ${descriptionSdl('This filter must not match.')} not: ${type}Filter
  ${descriptionSdl('A condition on the id.')} id: IdFilter
  ${fields.join('\n  ')}
}`;
}

/**
 * Returns the orders of a type without their direction: `ID`, one for each sortable field, one for each carried key.
 */
export function ordersOf(type: TypeName, endpoint: Endpoint): { name: string; description: string }[] {
  const sortable = visibleFields(type, endpoint)
    .filter(([, field]) => field.sortable)
    .map(([name, field]) => ({ name: upperSnake(name), description: field.description }));
  const carried = Object.entries(typeOf(type).carriedKeys).map(([name, key]) => ({
    name: upperSnake(name),
    description: key.description,
  }));
  return [{ name: 'ID', description: 'The order of creation.' }, ...sortable, ...carried];
}

function orderSdl(type: TypeName, endpoint: Endpoint): string {
  const values = ordersOf(type, endpoint).flatMap(({ name, description }) => [
    `${descriptionSdl(`${description} Smallest or earliest first, empty last.`)} ${name}_ASC`,
    `${descriptionSdl(`${description} Largest or latest first, empty last.`)} ${name}_DESC`,
  ]);
  return `${descriptionSdl(`The order of ${typeOf(type).plural}. Dates sort by their earliest bound; ties are broken by id.`)} enum ${type}Order {\n${values.join('\n')}\n}`;
}

/** Returns the value lists that the schema of an endpoint needs, each once. */
function valueLists(endpoint: Endpoint): ValueList[] {
  const used = typeNames.flatMap((type) =>
    visibleFields(type, endpoint).flatMap(([, { list }]) => (list ? [list] : [])),
  );
  const all: ValueList[] = [...used, dateBasis, datePrecision, absence, fieldState, spellReading];
  return [...new Map(all.map((list) => [list.name, list])).values()].filter(({ name }) => name !== absence.name);
}

/** Returns the SDL of a value list as an enum, with the label and description of each value. */
export function enumSdl({ name, description, values }: ValueList): string {
  const entries = Object.entries(values).map(
    ([value, listed]) => `${descriptionSdl(`${listed.label}. ${listed.description}`)} ${value}`,
  );
  return `${descriptionSdl(`${description} The list may grow.`)} enum ${name} {\n${entries.join('\n')}\n}`;
}

function factTypeEnum(): string {
  const values = factTypeNames.map((type) => `${descriptionSdl(typeOf(type).description)} ${upperSnake(type)}`);
  return `${descriptionSdl('The types of facts. The list may grow.')} enum FactType {\n${values.join('\n')}\n}`;
}

function filterInputs(endpoint: Endpoint): string[] {
  const fields = typeNames.flatMap((type) => visibleFields(type, endpoint).filter(([, field]) => field.filterable));
  const listed = (kind: 'oneOf' | 'manyOf') => [
    ...new Set(fields.flatMap(([, field]) => (field.kind === kind && field.list ? [field.list.name] : []))),
  ];
  const isNull = `${descriptionSdl('True matches empty fields, false matches fields with a value.')} isNull: Boolean`;
  return [
    ...listed('oneOf').map(
      (name) =>
        `${descriptionSdl('A condition on a field with one value of a list.')} input ${name}Filter { ${descriptionSdl('Equal to this value.')} eq: ${name} ${descriptionSdl('Equal to one of these values.')} in: [${name}!] ${isNull} }`,
    ),
    ...listed('manyOf').map(
      (name) =>
        `${descriptionSdl('A condition on a field with several values of a list.')} input ${name}ListFilter { ${descriptionSdl('Contains this value.')} has: ${name} ${descriptionSdl('Contains at least one of these values.')} hasAny: [${name}!] ${descriptionSdl('Contains all of these values.')} hasAll: [${name}!] ${isNull} }`,
    ),
  ];
}

// Printed only when a filterable field is a number.
const hasNumberFilter = typeNames.some((type) =>
  Object.values(fieldsOf(type)).some(({ kind, filterable }) => kind === 'number' && filterable),
);
const numberFilter = `${descriptionSdl('A condition on a number.')} input FloatFilter { ${descriptionSdl('Equal to.')} eq: Float ${descriptionSdl('Less than.')} lt: Float ${descriptionSdl('At most.')} lte: Float ${descriptionSdl('Greater than.')} gt: Float ${descriptionSdl('At least.')} gte: Float ${descriptionSdl('True matches empty fields, false matches fields with a value.')} isNull: Boolean }`;

const basics = `
${descriptionSdl('A day of the proleptic Gregorian calendar, YYYY-MM-DD.')} scalar Date
${descriptionSdl('A date and time in ISO 8601 with a time zone.')} scalar DateTime
${descriptionSdl('An object with an id.')} interface Node { ${descriptionSdl('The id.')} id: ID! }
${descriptionSdl('Whether a bound of a date is known.')} enum DateBound {
  ${descriptionSdl('The bound is known.')} KNOWN
  ${descriptionSdl('There is no bound: the period has no start or no end.')} OPEN
  ${descriptionSdl('There is a bound, but it is not known.')} UNKNOWN
}
${descriptionSdl('An uncertain date or period. Qualifiers (approximate, uncertain) do not widen the bounds; they are expressed in `words`.')} type UncertainDate {
  ${descriptionSdl('The date as recorded, in EDTF (ISO 8601-2).')} edtf: String!
  ${descriptionSdl('The first possible day; empty if the bound is open or unknown.')} earliest: Date
  ${descriptionSdl('The last possible day; empty if the bound is open or unknown.')} latest: Date
  ${descriptionSdl('Whether the earliest bound is known, open or unknown.')} earliestBound: DateBound!
  ${descriptionSdl('Whether the latest bound is known, open or unknown.')} latestBound: DateBound!
  ${descriptionSdl('The calendar unit that the date names, such as a day or a year.')} precision: DatePrecision!
  ${descriptionSdl('The date in English words, with its qualifiers.')} words: String!
  ${descriptionSdl('Whether the source states the date, or where else it comes from.')} basis: DateBasis
  ${descriptionSdl('A note of an editor.')} note: String
  ${descriptionSdl('For a period whose end may go unrecorded, such as a membership: the last day on which a source shows that it held. Empty if no source does, and for other dates.')} attestedUntil: Date
  ${descriptionSdl('For a period in which a fact holds: whether it holds on a day. Empty for other dates.')} reading(${descriptionSdl('The day. By default the day of the enclosing field, otherwise the day of the revision, otherwise today.')} on: Date): SpellReading
}
${descriptionSdl('A name and its language.')} type LanguageName {
  ${descriptionSdl('The name.')} text: String!
  ${descriptionSdl('The language of the name (BCP 47).')} language: String!
}
${descriptionSdl('A point on the earth, WGS 84.')} type GeographicPoint {
  ${descriptionSdl('Degrees north.')} latitude: Float!
  ${descriptionSdl('Degrees east.')} longitude: Float!
}
${descriptionSdl('Information about a page.')} type PageInfo {
  ${descriptionSdl('Whether there are rows after the page.')} hasNextPage: Boolean!
  ${descriptionSdl('Whether there are rows before the page.')} hasPreviousPage: Boolean!
  ${descriptionSdl('The cursor of the first row.')} startCursor: String
  ${descriptionSdl('The cursor of the last row.')} endCursor: String
}
${descriptionSdl('A condition on an id.')} input IdFilter { ${descriptionSdl('Equal to this value.')} eq: ID ${descriptionSdl('Equal to one of these values.')} in: [ID!] ${descriptionSdl('True matches empty fields, false matches fields with a value.')} isNull: Boolean }
${descriptionSdl('A condition on a text.')} input TextFilter { ${descriptionSdl('Equal to this text, with the same case and accents.')} eq: String ${descriptionSdl('Equal to one of these values.')} in: [String!] ${descriptionSdl('Contains this text, ignoring case and accents.')} contains: String ${descriptionSdl('True matches empty fields, false matches fields with a value.')} isNull: Boolean }
${descriptionSdl('A condition on a code.')} input CodeFilter { ${descriptionSdl('Equal to this value.')} eq: String ${descriptionSdl('Equal to one of these values.')} in: [String!] ${descriptionSdl('True matches empty fields, false matches fields with a value.')} isNull: Boolean }
${descriptionSdl('A condition on a whole number.')} input IntFilter { ${descriptionSdl('Equal to.')} eq: Int ${descriptionSdl('One of.')} in: [Int!] ${descriptionSdl('Less than.')} lt: Int ${descriptionSdl('At most.')} lte: Int ${descriptionSdl('Greater than.')} gt: Int ${descriptionSdl('At least.')} gte: Int ${descriptionSdl('True matches empty fields, false matches fields with a value.')} isNull: Boolean }
${descriptionSdl('A condition on a boolean.')} input BooleanFilter { ${descriptionSdl('Equal to this value.')} eq: Boolean ${descriptionSdl('True matches empty fields, false matches fields with a value.')} isNull: Boolean }
${descriptionSdl('A period of days. A missing bound means no bound.')} input DateSpan { ${descriptionSdl('The first day.')} from: Date ${descriptionSdl('The last day.')} to: Date }
${descriptionSdl('A condition on whether a period holds on a day.')} input SpellCondition {
  ${descriptionSdl('The day. By default the day of the enclosing field, otherwise the day of the revision, otherwise today.')} on: Date
  ${descriptionSdl('The accepted readings; a missing period counts as UNSTATED.')} readings: [SpellReading!]! = [CERTAIN, PRESUMED]
}
${descriptionSdl('A condition on an uncertain date, as a possible or a certain match.')} input UncertainDateFilter {
  ${descriptionSdl('The date may be in the period: the two overlap. An unknown bound excludes nothing; an empty date never matches.')} possible: DateSpan
  ${descriptionSdl('The date is certainly in the period: entirely inside. A date with an unknown bound never matches.')} certain: DateSpan
  ${descriptionSdl('True matches empty fields, false matches fields with a value.')} isNull: Boolean
}
${descriptionSdl('A condition on a period, as a possible or a certain match.')} input SpellFilter {
  ${descriptionSdl('The period may be in the span: the two overlap. An unknown bound excludes nothing; an empty period never matches.')} possible: DateSpan
  ${descriptionSdl('The period is certainly in the span: entirely inside. A period with an unknown bound never matches.')} certain: DateSpan
  ${descriptionSdl('Whether the period holds on a day.')} holds: SpellCondition
  ${descriptionSdl('True matches empty fields, false matches fields with a value.')} isNull: Boolean
}`;
