// Walks every connection of the public schema page by page, from either end.
import { concreteTypesOf, factTypeNames, isTypeName, type TypeName, typeOf } from '@chancery/codebook';
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
import { prepareRead, publicSchema } from '../support/reader-client.ts';
import type { Comparison } from './comparison.ts';

/** A connection field of the schema, on the node of the register where it has the most rows. */
export interface Connection {
  /** The type and the field, such as `Query.states` or `Event.actors`. */
  readonly name: string;
  /** The type of its rows. */
  readonly type: string;
  /** Its orders; `[undefined]` if the order cannot be chosen. */
  readonly orders: readonly (string | undefined)[];
  /** Returns the selection of the operation around the selection of the connection. */
  readonly within: (connection: string) => string;
  /** The path of response keys and list indexes to the connection. */
  readonly path: readonly (string | number)[];
  /** The name of the field. */
  readonly field: string;
  /** The arguments of the field other than those for paging and order. */
  readonly given: string;
  /** The selection that identifies a node. */
  readonly node: string;
}

/** An edge of a page. */
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

/**
 * Returns every connection of the schema. For the fields of a type, finds the node on which the connection has the most
 * rows; for those of a dyad, tries only a few dyads.
 */
export function connectionsOf(comparison: Comparison): Connection[] {
  return [
    ...connectionFields('Query').map((field) => connection('Query', field, [], (inner) => inner)),
    ...connectionFields('Register').map((field) =>
      connection(
        'Register',
        field,
        ['past'],
        (inner) => `past: at(revision: ${comparison.referee.stored.head.number - 1}) { ${inner} }`,
      ),
    ),
    ...[...factTypeNames, 'Citation' as const].flatMap((type) => connectionsOfType(comparison, type)),
    ...connectionsOfDyad(comparison),
  ];
}

function connectionFields(type: string): AnyField[] {
  const found = publicSchema.getType(type);
  if (!isObjectType(found)) throw new Error(`${type} is not an object type`);
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
  const otherArguments: Record<string, string> = { text: 'text: "a"', since: 'since: 0' };
  return {
    name: `${parent}.${field.name}`,
    type: getNamedType(field.type).name.slice(0, -'Connection'.length),
    orders: isEnumType(enumeration) ? enumeration.getValues().map(({ name }) => name) : [undefined],
    path: [...path, 'here'],
    within,
    field: field.name,
    given: field.args.flatMap(({ name }) => otherArguments[name] ?? []).join(' '),
    node: nodeOf(getNamedType(field.type).name.slice(0, -'Connection'.length)),
  };
}

function nodeOf(type: string): string {
  if (type === 'Revision') return 'number title';
  if (type === 'Change') return 'revision ordinal factId';
  if (type === 'AgreementParticipant') return 'actor { id }';
  return type === 'Search' || isTypeName(type) ? '__typename id' : '__typename';
}

/** Returns the connections of a type, each on the node with the most rows. */
function connectionsOfType(comparison: Comparison, type: TypeName): Connection[] {
  const fields = connectionFields(type);
  const nodes = answerAt<{ nodes: Record<string, unknown>[] }>(
    comparison,
    `{ all: ${typeOf(type).many}(first: 1000) { nodes { id ${fields.map(selectCount).join(' ')} } } }`,
    ['all'],
  ).nodes;
  const on = (field: AnyField) => {
    const id = nodeWithMost(nodes, field).id;
    return connection(type, field, ['on'], (inner) => `on: ${typeOf(type).one}(id: "${id}") { ${inner} }`);
  };
  return [
    ...fields.map(on),
    ...(type === 'Agreement' ? connectionsOfParticipants(comparison) : []),
    ...(type !== 'Citation' && concreteTypesOf('Fact').includes(type)
      ? connectionsOfFieldStates(comparison, type)
      : []),
  ];
}

const selectCount = ({ name, args }: AnyField) =>
  args.some((argument) => argument.name === 'text') ? '' : `${name} { totalCount }`;

function nodeWithMost(nodes: readonly Record<string, unknown>[], { name }: AnyField): Record<string, unknown> {
  const count = (node: Record<string, unknown>) => (node[name] as { totalCount: number }).totalCount;
  const [first] = [...nodes].sort((a, b) => count(b) - count(a));
  if (!first) throw new Error(`the register has no node with the field ${name}`);
  return first;
}

/** Returns the connection of party actions, for the participant with the most party actions on one agreement. */
function connectionsOfParticipants(comparison: Comparison): Connection[] {
  const [field] = connectionFields('AgreementParticipant');
  if (!field) throw new Error('the type AgreementParticipant has no connection');
  const agreements = answerAt<{ nodes: { id: string; participants: { nodes: Record<string, unknown>[] } }[] }>(
    comparison,
    '{ all: agreements(first: 1000) { nodes { id participants(first: 1000) { nodes { actions { totalCount } } } } } }',
    ['all'],
  ).nodes;
  const all = agreements.flatMap(({ id, participants }) =>
    participants.nodes.map((participant, at) => ({ ...participant, id, at })),
  );
  const { id, at } = nodeWithMost(all, field) as { id: string; at: number };
  return [
    connection(
      'AgreementParticipant',
      field,
      ['on', 'participants', 'nodes', at],
      (inner) => `on: agreement(id: "${id}") { participants(first: 100) { nodes { ${inner} } } }`,
    ),
  ];
}

/** Returns the connections of a field state, each for the field with the most rows. */
function connectionsOfFieldStates(comparison: Comparison, type: TypeName): Connection[] {
  const { one, many } = typeOf(type);
  const nodes = answerAt<{ nodes: { id: string; fields: Record<string, unknown>[] }[] }>(
    comparison,
    `{ all: ${many}(first: 1000) { nodes { id fields { citations { totalCount } claims { totalCount } } } } }`,
    ['all'],
  ).nodes;
  const all = nodes.flatMap(({ id, fields }) => fields.map((field, at) => ({ ...field, id, at })));
  return connectionFields('FieldState').map((field) => {
    const { id, at } = nodeWithMost(all, field) as unknown as { id: string; at: number };
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

/** Returns the connections of a dyad, each for the dyad with the most rows among a few states and organizations. */
function connectionsOfDyad(comparison: Comparison): Connection[] {
  const fields = connectionFields('Dyad');
  const ids = ['states', 'organizations'].flatMap((many) =>
    answerAt<{ nodes: { id: string }[] }>(comparison, `{ all: ${many}(first: 6) { nodes { id } } }`, ['all']).nodes.map(
      ({ id }) => id,
    ),
  );
  const pairs = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const));
  const dyads = pairs.map(([a, b]) => ({
    ...answerAt<Record<string, unknown>>(
      comparison,
      `{ dyad(a: {id: "${a}"}, b: {id: "${b}"}) { ${fields.map(selectCount).join(' ')} } }`,
      ['dyad'],
    ),
    ...{ a, b },
  }));
  return fields.map((field) => {
    const { a, b } = nodeWithMost(dyads, field);
    return connection('Dyad', field, ['on'], (inner) => `on: dyad(a: {id: "${a}"}, b: {id: "${b}"}) { ${inner} }`);
  });
}

function answerAt<Found>(comparison: Comparison, source: string, path: Connection['path']): Found {
  return at(comparison.referee.text(source), path) as Found;
}

function at(answer: string, path: Connection['path']): unknown {
  let found: unknown = JSON.parse(answer).data;
  for (const step of path) found = (found as Record<string | number, unknown>)[step];
  return found;
}

/** How to walk a connection: order, page size and direction. */
export interface WalkOptions {
  readonly order: string | undefined;
  readonly size: number;
  readonly backward: boolean;
}

/** Returns all edges of a connection in an order, from the referee. */
export async function allEdges(
  comparison: Comparison,
  { within, field, given, node, path }: Connection,
  order: string | undefined,
): Promise<readonly Edge[]> {
  const orderBy = order === undefined ? '' : `orderBy: ${order}`;
  const source = `{ ${within(`here: ${field}(first: 100000 ${given} ${orderBy}) { edges { cursor node { ${node} } } }`)} }`;
  await comparison.referee.learnSpellings(parse(source));
  return answerAt<Page>(comparison, source, path).edges;
}

/**
 * Walks a connection page by page and compares its edges with `rows`, all edges in that order. Returns the errors: rows
 * that are missing, repeated or out of order, a page with a wrong `hasNextPage` or `hasPreviousPage`, or a walk that
 * does not end.
 */
export async function findWalkErrors(
  comparison: Comparison,
  target: Connection,
  way: WalkOptions,
  rows: readonly Edge[],
): Promise<string[]> {
  const { document, path } = pagedOperation(target, way);
  const found: Edge[] = [];
  const errors: string[] = [];
  let cursor: string | null = null;
  for (let pages = 0; ; pages += 1) {
    if (pages > rows.length / way.size + 1) return [...errors, 'the walk does not end'];
    const page = at(await pageText(comparison, document, { size: way.size, cursor }), path) as Page;
    if (way.backward) found.unshift(...page.edges);
    else found.push(...page.edges);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    const [hasMore, hasEarlier] = way.backward ? [hasPreviousPage, hasNextPage] : [hasNextPage, hasPreviousPage];
    if (hasEarlier !== (cursor !== null)) errors.push(`page ${pages} has a wrong flag for the pages before it`);
    if (hasMore !== found.length < rows.length) errors.push(`page ${pages} has a wrong flag for the pages after it`);
    if (!hasMore) break;
    cursor = way.backward ? startCursor : endCursor;
  }
  if (JSON.stringify(found) !== JSON.stringify(rows))
    errors.push(`${found.length} of ${rows.length} rows were found, or the order differs`);
  return errors;
}

function pagedOperation({ within, field, given, node, path }: Connection, { order, backward }: WalkOptions) {
  const orderBy = order === undefined ? '' : `orderBy: ${order}`;
  const page = backward ? 'last: $size before: $cursor' : 'first: $size after: $cursor';
  const inner = `here: ${field}(${page} ${given} ${orderBy}) { edges { cursor node { ${node} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const document = parse(`query ($size: Int, $cursor: String) { ${within(inner)} }`);
  const errors = validate(publicSchema, document);
  if (errors.length > 0)
    throw new Error(`the document is not valid: ${errors.map(({ message }) => message).join('; ')}`);
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
  if (!operation) throw new Error('the document has no operation');
  const key = keys.get(document) ?? `walk ${walks++}`;
  keys.set(document, key);
  const read = prepareRead(ask.reader, { key, document, operation, variables, today: '2026-11-23' });
  return `{"data":${(await read.answer()).text}}`;
}
