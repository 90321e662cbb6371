// Operations that cover the whole public schema, built from introspection, on facts that are visible and facts that
// must not be.
import { type FactTypeName, factTypeOfId } from '@chancery/codebook';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { MarkedFacts } from './marked-facts.ts';

type OutputField = GraphQLField<unknown, unknown>;

/** Builds operations for every root field, link, filter, order and lookup of a schema, also at a past revision. */
export class Crawl {
  readonly #schema: GraphQLSchema;
  readonly #visible: MarkedFacts;
  readonly #hidden: MarkedFacts;

  constructor(schema: GraphQLSchema, visible: MarkedFacts, hidden: MarkedFacts) {
    this.#schema = schema;
    this.#visible = visible;
    this.#hidden = hidden;
  }

  /** Returns the operations, at the head and at the given past revision, each within the limits of the endpoint. */
  operations(revision: number): string[] {
    const small = [...this.#lists(), ...this.#orders(), ...this.#filters(), ...this.#singles(), ...this.#roots()];
    const large = [...this.#facts()];
    const documents = [...inGroups(small, 10), ...large];
    const toOperation = (parts: string) =>
      parts.includes('$hidden') ? `query ($hidden: [ID!]) { ${parts} }` : `{ ${parts} }`;
    return [
      ...documents.map(toOperation),
      ...documents.map((parts) => toOperation(`at(revision: ${revision}) { ${parts} }`)),
      `{ at(time: "2999-01-01T00:00:00Z") { revision { number } changes(since: 0, first: 100) { totalCount nodes { factId } } } }`,
    ];
  }

  /**
   * Returns operations whose references name hidden facts in ways that the endpoint may refuse, with a message about what
   * it knows: an id with a code, a code of a fact of another type or scheme, an id of another type.
   */
  contradictions(revision: number): string[] {
    const shown = this.#visible.words.get('ExternalCode.value') ?? '';
    const hidden = this.#hidden.words.get('ExternalCode.value') ?? '';
    const roots = this.#query().flatMap(({ name, args, type }) => {
      if (name === 'node' || !args.some((arg) => arg.name === 'id')) return [];
      const other = this.#hiddenIds().filter((id) => (factTypeOfId(id) ?? 'Citation') !== getNamedType(type).name);
      const refused = other.map((id) => `id: ${quoted(id)}`);
      if (!args.some((arg) => arg.name === 'code')) return refused.map((given) => `${name}(${given}) { id }`);
      const codes = [shown, hidden].flatMap((code) =>
        ['', ', scheme: COW'].map((scheme) => `code: ${quoted(code)}${scheme}, on: "2019-07-01"`),
      );
      const [seen = '', unseen = ''] = [this.#visible, this.#hidden].map(
        ({ ids }) => ids.get(getNamedType(type).name as FactTypeName)?.[0],
      );
      const both = [seen, unseen].flatMap((id) => codes.map((code) => `id: ${quoted(id)}, ${code}`));
      return [...refused, ...codes, ...both].map((given) => `${name}(${given}) { id }`);
    });
    const [state = ''] = this.#visible.ids.get('State') ?? [];
    const dyads = [shown, hidden].flatMap((code) =>
      this.#hiddenIds().map(
        (id) =>
          `dyad(a: { id: ${quoted(id)}, code: ${quoted(code)}, scheme: COW }, b: { id: ${quoted(state)} }) { on }`,
      ),
    );
    return [...roots, ...dyads].flatMap((part) => [`{ ${part} }`, `{ at(revision: ${revision}) { ${part} } }`]);
  }

  /** Returns the variables of the operations. */
  variables(): { hidden: string[] } {
    return { hidden: this.#hiddenIds() };
  }

  #query(): OutputField[] {
    // Root fields that exist at the head and at past revisions.
    const { Register } = this.#schema.getTypeMap();
    return isObjectType(Register) ? Object.values(Register.getFields()) : [];
  }

  #listRoots(): { field: OutputField; node: GraphQLObjectType; filter: GraphQLInputObjectType; order: string[] }[] {
    return this.#query().flatMap((field) => {
      const filter = getNamedType(argument(field, 'filter')?.type);
      const order = getNamedType(argument(field, 'orderBy')?.type);
      const node = this.#nodeOf(field);
      if (!isInputObjectType(filter) || !isEnumType(order) || !node) return [];
      return [{ field, node, filter, order: order.getValues().map(({ name }) => name) }];
    });
  }

  #nodeOf(field: OutputField): GraphQLObjectType | undefined {
    const connection = getNamedType(field.type);
    const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
    const node = nodes && getNamedType(nodes.type);
    return isObjectType(node) ? node : undefined;
  }

  #lists(): string[] {
    return this.#listRoots().map(
      ({ field, node }) =>
        `${field.name}(first: 100) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${leaves(node)} } } }`,
    );
  }

  #orders(): string[] {
    return this.#listRoots().flatMap(({ field, order }) =>
      order.flatMap((by) =>
        ['first', 'last'].map((end) => `${field.name}(${end}: 100, orderBy: ${by}) { totalCount nodes { id } }`),
      ),
    );
  }

  #filters(): string[] {
    return this.#listRoots().flatMap(({ field, node, filter }) =>
      this.#conditions(node.name, filter).map(
        (condition) => `${field.name}(first: 100, filter: ${condition}) { totalCount nodes { id } }`,
      ),
    );
  }

  /** Returns each condition of a filter, with values of the hidden facts. */
  #conditions(type: string, filter: GraphQLInputObjectType): string[] {
    return Object.values(filter.getFields()).flatMap(({ name, type: of }) => {
      const operators = getNamedType(of);
      if (name === 'and' || name === 'or') return [`{ ${name}: [{ id: { in: $hidden } }] }`];
      if (name === 'not') return [`{ not: { id: { in: $hidden } } }`];
      if (!isInputObjectType(operators)) return [];
      return Object.values(operators.getFields()).flatMap((operator) =>
        this.#operands(`${type}.${name}`, operator.type).map(
          (operand) => `{ ${name}: { ${operator.name}: ${operand} } }`,
        ),
      );
    });
  }

  #operands(field: string, type: GraphQLInputType): string[] {
    const bare = getNullableType(type);
    if (isListType(bare)) {
      return String(getNamedType(bare)) === 'ID' ? ['$hidden'] : [`[${this.#operands(field, bare.ofType).join(', ')}]`];
    }
    if (isEnumType(bare)) return bare.getValues().map(({ name }) => name);
    if (bare.toString() === 'SpellCondition') return ['{}', '{ on: "2019-07-01", readings: [UNSTATED, POSSIBLE] }'];
    if (isInputObjectType(bare)) return ['{ from: "1000-01-01", to: "2999-12-31" }', '{ from: "2019-07-01" }'];
    switch (String(bare)) {
      case 'ID':
        return this.#hiddenIds().slice(0, 2).map(quoted);
      case 'String':
        return [JSON.stringify(this.#hidden.words.get(field) ?? this.#hidden.mark)];
      case 'Boolean':
        return ['true', 'false'];
      default:
        return ['1', '3'];
    }
  }

  /** Yields selections on up to two visible facts of each type: fields, evidence, and links in both directions. */
  *#facts(): Generator<string> {
    const all = [...this.#visible.ids, ['Citation', this.#visible.citations] as const];
    for (const [name, ids] of all) {
      const type = this.#schema.getType(name);
      if (!isObjectType(type)) throw new Error(`the schema has no object type ${name}`);
      const connections = Object.values(type.getFields()).filter(
        (field) => argument(field, 'first') && this.#nodeOf(field),
      );
      for (const id of ids.slice(0, 2)) {
        const on = (selection: string) =>
          `node(id: ${JSON.stringify(id)}) { __typename ... on ${name} { ${selection} } }`;
        yield on(leaves(type));
        for (const field of Object.values(type.getFields()))
          if (argument(field, 'of') && isLeafType(getNamedType(field.type))) yield on(this.#ofActors(field));
        if (type.getFields().fields)
          yield on(
            'fields { name state grade corroboration citations(first: 5) { nodes { id note } } claims(first: 5) { nodes { id statement } } }',
          );
        const selections = connections.map((connection, at) => this.#connection(connection, at));
        for (let from = 0; from < selections.length; from += 10) yield on(selections.slice(from, from + 10).join(' '));
      }
    }
  }

  /** Returns a field that is computed for an actor, for a visible and a hidden state. */
  #ofActors({ name }: OutputField): string {
    const actors = [this.#visible, this.#hidden].flatMap(({ ids }) => ids.get('State')?.[0] ?? []);
    return actors.map((id, at) => `of${at}: ${name}(of: { id: ${quoted(id)} })`).join(' ');
  }

  #connection(field: OutputField, at: number): string {
    // The lists already select every field of each type; here only the linked facts matter.
    const selection = ['id', 'label'].filter((name) => this.#nodeOf(field)?.getFields()[name]);
    const filtered = argument(field, 'filter')
      ? ` h${at}: ${field.name}(first: 20, filter: { id: { in: $hidden } }) { totalCount }`
      : '';
    return `${field.name}(first: 20) { totalCount nodes { __typename ${selection.join(' ')} } }${filtered}`;
  }

  /** Returns lookups of hidden facts by id and by code. */
  #singles(): string[] {
    const ids = this.#hiddenIds().map(quoted);
    const code = JSON.stringify(this.#hidden.words.get('ExternalCode.value') ?? '');
    return this.#query().flatMap(({ name, args, type }) => {
      if (name === 'node') return ids.map((id) => `node(id: ${id}) { __typename id }`);
      if (!args.some((arg) => arg.name === 'id')) return [];
      const coded = args.some((arg) => arg.name === 'code') ? [`${name}(code: ${code}, scheme: COW) { id }`] : [];
      // An id of another type is refused: see `contradictions`.
      const own = this.#hiddenIds().filter((id) => (factTypeOfId(id) ?? 'Citation') === getNamedType(type).name);
      return [...own.map((id) => `${name}(id: ${quoted(id)}) { id }`), ...coded];
    });
  }

  #roots(): string[] {
    const [russia = '', iran = ''] = this.#visible.ids.get('State') ?? [];
    const [hidden = ''] = this.#hidden.ids.get('State') ?? [];
    const parts = ['sharedOrganizations', 'agreements', 'exercises', 'events', 'claims', 'disputes'];
    const counts = parts.map((part) => `${part} { totalCount nodes { id } }`).join(' ');
    return [
      'revision { number at }',
      'revisions(first: 100) { totalCount nodes { number at title } }',
      'changes(since: 0, first: 100) { totalCount pageInfo { hasNextPage } nodes { revision ordinal kind type factId at } }',
      `dyad(a: { id: "${russia}" }, b: { id: "${iran}" }) { ladder { n } ${counts} }`,
      `dyad(a: { id: "${russia}" }, b: { id: "${hidden}" }) { on }`,
      `dyad(a: { id: "${russia}" }, b: { id: "${iran}" }) { measure(measure: EVENTS_NET) { value n } series(measure: JOINT_EXERCISES, from: 2015, to: 2020) { points { value n } } }`,
      `state(id: "${russia}") { partners(measure: JOINT_MEMBERSHIPS, first: 300) { n partners { value state { id code name } } } }`,
      'measureMatrix(measure: JOINT_MEMBERSHIPS) { n states { id code name } values }',
      'measureNetwork(network: EXERCISES) { n ties nodes { degree state { id code name } } }',
      ...[...this.#hidden.words.values(), this.#hidden.mark, `${this.#hidden.mark}State`].map(
        (word) => `search(text: ${JSON.stringify(word)}) { totalCount nodes { id label } }`,
      ),
    ];
  }

  #hiddenIds(): string[] {
    return [...[...this.#hidden.ids.values()].flatMap(([id = '']) => id), ...this.#hidden.citations.slice(0, 2)];
  }
}

/** Joins root selections under aliases, `size` to an operation. */
function inGroups(parts: readonly string[], size: number): string[] {
  const groups: string[] = [];
  for (let from = 0; from < parts.length; from += size)
    groups.push(
      parts
        .slice(from, from + size)
        .map((part, at) => `q${at}: ${part}`)
        .join(' '),
    );
  return groups;
}

const quoted = (text: string) => JSON.stringify(text);

const argument = (field: OutputField, name: string): GraphQLArgument | undefined =>
  field.args.find((arg) => arg.name === name);

/**
 * Returns a selection on a type that passes no arguments: its scalar and enum fields, and ids and labels of linked
 * facts.
 */
function leaves(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .flatMap((field) => {
      if (field.args.some(({ type: of }) => isNonNullType(of))) return [];
      const named = getNamedType(field.type);
      // Fields that are computed for an actor are refused without one; `#ofActors` selects them.
      if (isLeafType(named)) return argument(field, 'of') ? [] : [field.name];
      if (!isCompositeType(named) || field.args.length > 0 || isListType(getNullableType(field.type))) return [];
      if (isInterfaceType(named) || (isObjectType(named) && named.getFields().label))
        return [`${field.name} { __typename id label }`];
      return isObjectType(named) ? [`${field.name} { ${leaves(named)} }`] : [];
    })
    .join(' ');
}
