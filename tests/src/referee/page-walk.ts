// Every connection of the register, walked page by page from either end.
import { concreteTypes, factTypeNames, isTypeName, type TypeName, typeOf } from '@chancery/codebook';
import {
  type DocumentNode,
  type GraphQLField,
  getNamedType,
  getOperationAST,
  isEnumType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { publicSchema } from '../support/reader-client.ts';
import type { Comparison } from './comparison.ts';

/** A connection somewhere in the schema, at a place of the register where it has rows. */
export interface Connection {
  /** Such as `Query.states` or `Event.actors`. */
  readonly name: string;
  /** The type of its rows. */
  readonly type: string;
  /** Its orders; `undefined` alone where it has one that cannot be chosen. */
  readonly orders: readonly (string | undefined)[];
  /** The operation, given what stands for the connection. */
  readonly within: (connection: string) => string;
  /** Response keys and places in lists that lead to it. */
  readonly path: readonly (string | number)[];
  /** The field and its arguments other than those of paging. */
  readonly field: string;
  readonly given: string;
  /** What its nodes are known by. */
  readonly node: string;
}

/** A row as a page shows it. */
interface Edge {
  readonly cursor: string;
  readonly node: unknown;
}

interface Page {
  readonly edges: readonly Edge[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

type AnyField = GraphQLField<unknown, unknown>;

/** Every connection of the schema. Of those that hang on something it is found out where they have the most rows. */
export function connectionsOf(court: Comparison): Connection[] {
  return [
    ...connectionFields('Query').map((field) => connection('Query', field, [], (inner) => inner)),
    ...connectionFields('Register').map((field) =>
      connection(
        'Register',
        field,
        ['past'],
        (inner) => `past: at(revision: ${court.referee.stored.head.number - 1}) { ${inner} }`,
      ),
    ),
    ...[...factTypeNames, 'Citation' as const].flatMap((type) => ofType(court, type)),
    ...ofDyad(court),
  ];
}

function connectionFields(type: string): AnyField[] {
  const found = publicSchema.getType(type);
  if (!isObjectType(found)) throw new Error(`${type} is no type`);
  return Object.values(found.getFields()).filter((field) => getNamedType(field.type).name.endsWith('Connection'));
}

function connection(
  parent: string,
  field: AnyField,
  path: readonly (string | number)[],
  within: Connection['within'],
): Connection {
  const order = field.args.find(({ name }) => name === 'orderBy')?.type;
  const enumeration = order && getNamedType(order);
  const others: Record<string, string> = { text: 'text: "a"', since: 'since: 0' };
  return {
    name: `${parent}.${field.name}`,
    type: getNamedType(field.type).name.slice(0, -'Connection'.length),
    orders: isEnumType(enumeration) ? enumeration.getValues().map(({ name }) => name) : [undefined],
    path: [...path, 'here'],
    within,
    field: field.name,
    given: field.args.flatMap(({ name }) => others[name] ?? []).join(' '),
    node: nodeOf(getNamedType(field.type).name.slice(0, -'Connection'.length)),
  };
}

function nodeOf(type: string): string {
  if (type === 'Revision') return 'number title';
  if (type === 'Change') return 'revision ordinal factId';
  if (type === 'AgreementParticipant') return 'actor { id }';
  return type === 'Search' || isTypeName(type) ? '__typename id' : '__typename';
}

/** The connections of a type, each on the thing of the type that has most rows of it. */
function ofType(court: Comparison, type: TypeName): Connection[] {
  const fields = connectionFields(type);
  const things = asked<{ nodes: Record<string, unknown>[] }>(
    court,
    `{ all: ${typeOf(type).many}(first: 1000) { nodes { id ${fields.map(counted).join(' ')} } } }`,
    ['all'],
  ).nodes;
  const on = (field: AnyField) => {
    const id = most(things, field).id;
    return connection(type, field, ['on'], (inner) => `on: ${typeOf(type).one}(id: "${id}") { ${inner} }`);
  };
  return [
    ...fields.map(on),
    ...(type === 'Agreement' ? ofParticipants(court) : []),
    ...(type !== 'Citation' && concreteTypes('Fact').includes(type) ? ofFields(court, type) : []),
  ];
}

const counted = ({ name, args }: AnyField) =>
  args.some((argument) => argument.name === 'text') ? '' : `${name} { totalCount }`;

function most(things: readonly Record<string, unknown>[], { name }: AnyField): Record<string, unknown> {
  const count = (thing: Record<string, unknown>) => (thing[name] as { totalCount: number }).totalCount;
  const [first] = [...things].sort((a, b) => count(b) - count(a));
  if (!first) throw new Error(`nothing has ${name}`);
  return first;
}

/** The acts of the participant who has acted most on one agreement. */
function ofParticipants(court: Comparison): Connection[] {
  const [field] = connectionFields('AgreementParticipant');
  if (!field) throw new Error('participants have no acts');
  const agreements = asked<{ nodes: { id: string; participants: { nodes: Record<string, unknown>[] } }[] }>(
    court,
    '{ all: agreements(first: 1000) { nodes { id participants(first: 1000) { nodes { actions { totalCount } } } } } }',
    ['all'],
  ).nodes;
  const all = agreements.flatMap(({ id, participants }) =>
    participants.nodes.map((participant, at) => ({ ...participant, id, at })),
  );
  const { id, at } = most(all, field) as { id: string; at: number };
  return [
    connection(
      'AgreementParticipant',
      field,
      ['on', 'participants', 'nodes', at],
      (inner) => `on: agreement(id: "${id}") { participants(first: 100) { nodes { ${inner} } } }`,
    ),
  ];
}

/** What is said of the field of which most is said. */
function ofFields(court: Comparison, type: TypeName): Connection[] {
  const { one, many } = typeOf(type);
  const things = asked<{ nodes: { id: string; fields: Record<string, unknown>[] }[] }>(
    court,
    `{ all: ${many}(first: 1000) { nodes { id fields { citations { totalCount } claims { totalCount } } } } }`,
    ['all'],
  ).nodes;
  const all = things.flatMap(({ id, fields }) => fields.map((field, at) => ({ ...field, id, at })));
  return connectionFields('FieldState').map((field) => {
    const { id, at } = most(all, field) as unknown as { id: string; at: number };
    return {
      ...connection(
        'FieldState',
        field,
        ['on', 'fields', at],
        (inner) => `on: ${one}(id: "${id}") { fields { ${inner} } }`,
      ),
      name: `${type}.fields.${field.name}`,
    };
  });
}

/** What there is between the two who have most of it between them. */
function ofDyad(court: Comparison): Connection[] {
  const fields = connectionFields('Dyad');
  const ids = ['states', 'organizations'].flatMap((many) =>
    asked<{ nodes: { id: string }[] }>(court, `{ all: ${many}(first: 6) { nodes { id } } }`, ['all']).nodes.map(
      ({ id }) => id,
    ),
  );
  const pairs = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const));
  const dyads = pairs.map(([a, b]) => ({
    ...asked<Record<string, unknown>>(
      court,
      `{ dyad(a: {id: "${a}"}, b: {id: "${b}"}) { ${fields.map(counted).join(' ')} } }`,
      ['dyad'],
    ),
    ...{ a, b },
  }));
  return fields.map((field) => {
    const { a, b } = most(dyads, field);
    return connection('Dyad', field, ['on'], (inner) => `on: dyad(a: {id: "${a}"}, b: {id: "${b}"}) { ${inner} }`);
  });
}

function asked<Found>(court: Comparison, source: string, path: Connection['path']): Found {
  return at(court.referee.text(source), path) as Found;
}

function at(answer: string, path: Connection['path']): unknown {
  let found: unknown = JSON.parse(answer).data;
  for (const step of path) found = (found as Record<string | number, unknown>)[step];
  return found;
}

/** How a connection is walked. */
export interface Way {
  readonly order: string | undefined;
  readonly size: number;
  readonly backward: boolean;
}

/** All rows of a connection in an order, as the referee sorts them. */
export async function sorted(
  court: Comparison,
  { within, field, given, node, path }: Connection,
  order: string | undefined,
): Promise<readonly Edge[]> {
  const orderBy = order === undefined ? '' : `orderBy: ${order}`;
  const source = `{ ${within(`here: ${field}(first: 100000 ${given} ${orderBy}) { edges { cursor node { ${node} } } }`)} }`;
  await court.referee.study(parse(source));
  return asked<Page>(court, source, path).edges;
}

/**
 * Walks a connection and says what is wrong with the walk: rows that are missing, twice or out of order, or a page that
 * is wrong about whether others follow.
 */
export async function walk(
  court: Comparison,
  connection_: Connection,
  way: Way,
  rows: readonly Edge[],
): Promise<string[]> {
  const { document, path } = walkable(connection_, way);
  const found: Edge[] = [];
  const faults: string[] = [];
  let cursor: string | null = null;
  for (let pages = 0; ; pages += 1) {
    if (pages > rows.length / way.size + 1) return [...faults, 'the walk does not end'];
    const page = at(await pageText(court, document, { size: way.size, cursor }), path) as Page;
    if (way.backward) found.unshift(...page.edges);
    else found.push(...page.edges);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    const [onward, back] = way.backward ? [hasPreviousPage, hasNextPage] : [hasNextPage, hasPreviousPage];
    if (back !== (cursor !== null)) faults.push(`page ${pages} is wrong about what lies before it`);
    if (onward !== found.length < rows.length) faults.push(`page ${pages} is wrong about what follows`);
    if (!onward) break;
    cursor = way.backward ? startCursor : endCursor;
  }
  if (JSON.stringify(found) !== JSON.stringify(rows))
    faults.push(`${found.length} rows were found of ${rows.length}, or in another order`);
  return faults;
}

function walkable({ within, field, given, node, path }: Connection, { order, backward }: Way) {
  const orderBy = order === undefined ? '' : `orderBy: ${order}`;
  const page = backward ? 'last: $size before: $cursor' : 'first: $size after: $cursor';
  const inner = `here: ${field}(${page} ${given} ${orderBy}) { edges { cursor node { ${node} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const document = parse(`query ($size: Int, $cursor: String) { ${within(inner)} }`);
  const faults = validate(publicSchema, document);
  if (faults.length > 0) throw new Error(`not valid: ${faults.map(({ message }) => message).join('; ')}`);
  return { document, path };
}

const keys = new WeakMap<DocumentNode, string>();
let walks = 0;

async function pageText(
  { ask }: Comparison,
  document: DocumentNode,
  variables: Record<string, unknown>,
): Promise<string> {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('there is no operation');
  const key = keys.get(document) ?? `walk ${walks++}`;
  keys.set(document, key);
  const read = ask.reader.prepare({ key, document, operation, variables, today: '2026-11-23' });
  return `{"data":${(await read.answer()).text}}`;
}
