import {
  concreteTypes,
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
import { datePrecision } from '../uncertain-date/index.ts';
import type { ValueList } from '../value-list.ts';
import { absence, dateBasis, fieldState } from '../value-lists/evidence.ts';
import { spellReading } from '../value-lists/spells.ts';

/** A field of the API that is no field of the codebook: derived by the reader. `sdl` is its description and definition. */
export interface DerivedField {
  /** A type, or an interface whose every type gets the field. */
  readonly parent: string;
  readonly name: string;
  readonly sdl: string;
}

/** Which endpoint the schema is printed for. The public one leaves out what is held back from it. */
export type Endpoint = 'public' | 'desk';

/** A description in SDL. */
export function described(sentence: string): string {
  return `"""${sentence.replaceAll('"""', '\\"""')}"""`;
}

/** UPPER_SNAKE, as enum values are spelled. */
export function upperSnake(name: string): string {
  return snakeCase(name).toUpperCase();
}

/** The arguments by which every connection is paged. */
export const pagingArguments = `
  ${described('How many rows, from the start: 1 to 100, by default 25.')} first: Int
  ${described('Rows after this cursor.')} after: String
  ${described('How many rows, from the end: 1 to 100.')} last: Int
  ${described('Rows before this cursor.')} before: String`;

/**
 * The SDL of the register's types: objects, interfaces, connections, filters, orders and value lists, each with its
 * description. Root fields and what the reader derives come with `derived`.
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

/** The fields of a type that a endpoint shows. */
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

function fieldSdl(name: string, field: Field): string {
  return `${described(field.description)} ${name}: ${outputTypes[field.kind](field)}${field.required ? '!' : ''}`;
}

function inverseSdl({ name, description, type }: InverseLink): string {
  return `${described(description)} ${name}(${pagingArguments}
    ${described('Which rows.')} filter: ${type}Filter
    ${described('In which order; by default by id, which is the order in which they were recorded.')} orderBy: ${type}Order = ID_ASC
  ): ${type}Connection!`;
}

function derivedSdl(owner: string, derived: readonly DerivedField[]): string[] {
  return derived
    .filter(({ parent }) => parent === owner || (isInterface(parent) && covers(parent, owner)))
    .map(({ sdl }) => sdl);
}

function covers(name: string, owner: string): boolean {
  const members = concreteTypes(name);
  const asked = concreteTypes(owner);
  return asked.length > 0 && asked.every((type) => members.includes(type));
}

/** The fields that every type of an interface shares, and that the interface shows. */
function sharedFields(name: keyof typeof interfaces, endpoint: Endpoint): [string, Field][] {
  if (name === 'Fact') return Object.entries(factFields);
  const [first, ...rest] = concreteTypes(name);
  if (!first) return [];
  const same = (field: string, { kind, required }: Field) =>
    kind !== 'oneOf' &&
    kind !== 'manyOf' &&
    kind !== 'link' &&
    rest.every((type) => fieldsOf(type)[field]?.kind === kind && fieldsOf(type)[field]?.required === required);
  return visibleFields(first, endpoint).filter(([name, field]) => name in factFields || same(name, field));
}

function implemented(owner: string): string {
  const over = Object.keys(interfaces).filter((name) => name !== owner && covers(name, owner));
  return ['Node', ...over].join(' & ');
}

const factHead = `${described('Its id, the same in URL, API, database and files.')} id: ID!
  ${described('Its type.')} type: FactType!
  ${described('What it is called.')} label: String!`;

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
  const head = isFactType(type) ? factHead : `${described('Its id.')} id: ID!`;
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

/** The SDL of a connection and its edge. */
export function connectionOf(node: string, plural: string, extraEdge = ''): string {
  return `${described(`A page of ${plural}.`)} type ${node}Connection {
  ${described('How many there are in all, whatever the page; counted only when asked for.')} totalCount: Int!
  ${described('Where the page lies.')} pageInfo: PageInfo!
  ${described('The rows with their cursors.')} edges: [${node}Edge!]!
  ${described('The rows.')} nodes: [${node}!]!
}
${described(`A row of a page of ${plural}, with its cursor.`)} type ${node}Edge {
  ${described('Where the row stands in the order: pass it as after or before.')} cursor: String!
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
    return filter ? [`${described(field.description)} ${name}: ${filter}`] : [];
  });
  const { plural } = typeOf(type);
  return `${described(`Which ${plural}: every condition given must hold. An empty filter is no filter.`)} input ${type}Filter {
  ${described('All of these must hold.')} and: [${type}Filter!]
  ${described('One of these must hold; an empty list lets nothing pass.')} or: [${type}Filter!]
  ${described('This must not hold.')} not: ${type}Filter
  ${described('By id.')} id: IdFilter
  ${fields.join('\n  ')}
}`;
}

/** The orders of a type: a name for each sortable field and carried key, without the direction. */
export function ordersOf(type: TypeName, endpoint: Endpoint): { name: string; description: string }[] {
  const sortable = visibleFields(type, endpoint)
    .filter(([, field]) => field.sortable)
    .map(([name, field]) => ({ name: upperSnake(name), description: field.description }));
  const carried = Object.entries(typeOf(type).carries).map(([name, key]) => ({
    name: upperSnake(name),
    description: key.description,
  }));
  return [{ name: 'ID', description: 'The order in which they were recorded.' }, ...sortable, ...carried];
}

function orderSdl(type: TypeName, endpoint: Endpoint): string {
  const values = ordersOf(type, endpoint).flatMap(({ name, description }) => [
    `${described(`${description} Smallest or earliest first, empty last.`)} ${name}_ASC`,
    `${described(`${description} Largest or latest first, empty last.`)} ${name}_DESC`,
  ]);
  return `${described(`In which order ${typeOf(type).plural} come. Dates sort by their earliest bound; ties are broken by id.`)} enum ${type}Order {\n${values.join('\n')}\n}`;
}

/** Every value list that a endpoint's schema names, each once. */
function valueLists(endpoint: Endpoint): ValueList[] {
  const used = typeNames.flatMap((type) =>
    visibleFields(type, endpoint).flatMap(([, { list }]) => (list ? [list] : [])),
  );
  const all: ValueList[] = [...used, dateBasis, datePrecision, absence, fieldState, spellReading];
  return [...new Map(all.map((list) => [list.name, list])).values()].filter(({ name }) => name !== absence.name);
}

/** The SDL of a value list. */
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
  const isNull = `${described('Whether it must be empty.')} isNull: Boolean`;
  return [
    ...listed('oneOf').map(
      (name) =>
        `${described('A condition on one value of a list.')} input ${name}Filter { ${described('It must be this.')} eq: ${name} ${described('It must be one of these.')} in: [${name}!] ${isNull} }`,
    ),
    ...listed('manyOf').map(
      (name) =>
        `${described('A condition on several values of a list.')} input ${name}ListFilter { ${described('This must be among them.')} has: ${name} ${described('One of these must be among them.')} hasAny: [${name}!] ${described('All of these must be among them.')} hasAll: [${name}!] ${isNull} }`,
    ),
  ];
}

// Printed once a field takes it.
const hasNumberFilter = typeNames.some((type) =>
  Object.values(fieldsOf(type)).some(({ kind, filterable }) => kind === 'number' && filterable),
);
const numberFilter = `${described('A condition on a number.')} input FloatFilter { ${described('Equal to.')} eq: Float ${described('Less than.')} lt: Float ${described('At most.')} lte: Float ${described('Greater than.')} gt: Float ${described('At least.')} gte: Float ${described('Whether it must be empty.')} isNull: Boolean }`;

const basics = `
${described('A day of the proleptic Gregorian calendar, YYYY-MM-DD.')} scalar Date
${described('A moment, ISO 8601 with a time zone.')} scalar DateTime
${described('Anything with an id.')} interface Node { ${described('Its id.')} id: ID! }
${described('What became of a bound of a date.')} enum DateBound {
  ${described('It is known.')} KNOWN
  ${described('There is none: the period has not ended, or always was.')} OPEN
  ${described('There is one, and it is not known.')} UNKNOWN
}
${described('A date or period with its doubt. Qualifiers (about, uncertain) do not widen the bounds: they are said in words.')} type UncertainDate {
  ${described('The date as recorded, in EDTF (ISO 8601-2).')} edtf: String!
  ${described('The first day that it can be; empty where the bound is open or unknown.')} earliest: Date
  ${described('The last day that it can be; empty where the bound is open or unknown.')} latest: Date
  ${described('Whether the earliest bound is known, open or unknown.')} earliestBound: DateBound!
  ${described('Whether the latest bound is known, open or unknown.')} latestBound: DateBound!
  ${described('How finely it is known.')} precision: DatePrecision!
  ${described('How it reads.')} words: String!
  ${described('On what it rests.')} basis: DateBasis
  ${described('What an editor notes of it.')} note: String
  ${described('Of a period that may lapse unnoticed (a membership, an obligation): the last day on which a source saw it to hold. Empty where none did, and for other dates.')} attestedUntil: Date
  ${described('Of a period: whether it holds on a day. Empty for dates that are no periods.')} reading(${described('On which day; by default that of the field around it, of the revision, or today.')} on: Date): SpellReading
}
${described('A name and its language.')} type LanguageName {
  ${described('The name.')} text: String!
  ${described('The language in which it is written (BCP 47).')} language: String!
}
${described('A point on the earth, WGS 84.')} type GeographicPoint {
  ${described('Degrees north.')} latitude: Float!
  ${described('Degrees east.')} longitude: Float!
}
${described('Where a page lies.')} type PageInfo {
  ${described('Whether rows follow the page.')} hasNextPage: Boolean!
  ${described('Whether rows precede the page.')} hasPreviousPage: Boolean!
  ${described('The cursor of the first row.')} startCursor: String
  ${described('The cursor of the last row.')} endCursor: String
}
${described('A condition on an id.')} input IdFilter { ${described('It must be this.')} eq: ID ${described('It must be one of these.')} in: [ID!] ${described('Whether it must be empty.')} isNull: Boolean }
${described('A condition on a text.')} input TextFilter { ${described('It must be this, letter for letter.')} eq: String ${described('It must be one of these.')} in: [String!] ${described('It must contain this, whatever the case and the accents.')} contains: String ${described('Whether it must be empty.')} isNull: Boolean }
${described('A condition on a code.')} input CodeFilter { ${described('It must be this.')} eq: String ${described('It must be one of these.')} in: [String!] ${described('Whether it must be empty.')} isNull: Boolean }
${described('A condition on a whole number.')} input IntFilter { ${described('Equal to.')} eq: Int ${described('One of.')} in: [Int!] ${described('Less than.')} lt: Int ${described('At most.')} lte: Int ${described('Greater than.')} gt: Int ${described('At least.')} gte: Int ${described('Whether it must be empty.')} isNull: Boolean }
${described('A condition on yes or no.')} input BooleanFilter { ${described('It must be this.')} eq: Boolean ${described('Whether it must be empty.')} isNull: Boolean }
${described('A period of days; a bound left out is no bound.')} input DateSpan { ${described('The first day.')} from: Date ${described('The last day.')} to: Date }
${described('A condition on whether a period holds on a day.')} input SpellCondition {
  ${described('On which day; by default that of the field around it, of the revision, or today.')} on: Date
  ${described('As what it must read; a period that is not stated at all reads UNSTATED.')} readings: [SpellReading!]! = [CERTAIN, PRESUMED]
}
${described('A condition on an uncertain date, which says which reading it uses.')} input UncertainDateFilter {
  ${described('It may lie in the period: the two overlap. An unknown bound excludes nothing, an empty date is never in.')} possible: DateSpan
  ${described('It lies in the period for certain: wholly inside. An unknown bound is never inside.')} certain: DateSpan
  ${described('Whether it must be empty.')} isNull: Boolean
}
${described('A condition on a period, which says which reading it uses.')} input SpellFilter {
  ${described('It may lie in the span: the two overlap. An unknown bound excludes nothing, an empty period is never in.')} possible: DateSpan
  ${described('It lies in the span for certain: wholly inside. An unknown bound is never inside.')} certain: DateSpan
  ${described('It reads so on a day.')} holds: SpellCondition
  ${described('Whether it must be empty.')} isNull: Boolean
}`;
