// Random valid operations on the public schema.
import {
  type DirectiveNode,
  type DocumentNode,
  doTypesOverlap,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { Random } from './random.ts';
import { randomArguments, rowType } from './random-arguments.ts';
import { InputWriter } from './random-inputs.ts';
import type { RegisterValues } from './register-values.ts';

/** A random operation with its variables. */
export interface RandomOperation {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /**
   * Names of variables that must keep their values. Otherwise the operation could be refused or exceed the planned
   * cost.
   */
  readonly fixed: ReadonlySet<string>;
}

/** Returns a random valid operation, always the same for the same seed and register. */
export function randomOperation(schema: GraphQLSchema, registerValues: RegisterValues, seed: number): RandomOperation {
  const random = new Random(seed);
  for (;;) {
    const writer = new DocumentWriter(schema, registerValues, random);
    const document = writer.write();
    // Try again when fields under the same response key conflict.
    const { values: variables, fixed } = writer.inputs;
    if (validate(schema, document).length === 0) return { source: print(document), variables, fixed };
  }
}

type Selectable = GraphQLObjectType | GraphQLInterfaceType;

function isSelectable(type: unknown): type is Selectable {
  return isObjectType(type) || isInterfaceType(type);
}

/** Where in the operation a selection is. */
interface Position {
  /** Nesting depth of objects, without pages and edges. */
  readonly depth: number;
  /** The product of the sizes of the surrounding pages. */
  readonly rowsAround: number;
}

const wrappers = ['nodes', 'edges', 'node', 'pageInfo', 'at'];
const longPrefix = `a${'b'.repeat(62)}`;

class DocumentWriter {
  readonly inputs: InputWriter;
  readonly #schema: GraphQLSchema;
  readonly #registerValues: RegisterValues;
  readonly #random: Random;
  readonly #fragments: FragmentDefinitionNode[] = [];
  readonly #bare = new Set<string>();
  readonly #isWide: boolean;
  #fields: number;
  #rows = 700;
  #totalCounts = 20;
  #names = 0;

  constructor(schema: GraphQLSchema, registerValues: RegisterValues, random: Random) {
    this.#schema = schema;
    this.#registerValues = registerValues;
    this.#random = random;
    this.inputs = new InputWriter(random, random.pick([0, 0.08, 0.3]));
    this.#isWide = random.chance(0.06);
    this.#fields = this.#isWide ? 150 : random.pick([10, 25, 45]);
  }

  write(): DocumentNode {
    const query = this.#schema.getQueryType();
    if (!query) throw new Error('the schema has no query type');
    const selections = this.#random.chance(0.12)
      ? this.#twoRevisions(query)
      : Array.from({ length: this.#random.pick([1, 1, 2, 3]) }, () => this.#root(query));
    const { definitions } = this.inputs;
    return {
      kind: Kind.DOCUMENT,
      definitions: [
        {
          kind: Kind.OPERATION_DEFINITION,
          operation: OperationTypeNode.QUERY,
          name: named('Asked'),
          variableDefinitions: definitions,
          selectionSet: set(selections),
        },
        ...this.#fragments,
      ],
    };
  }

  #root(type: GraphQLObjectType): SelectionNode {
    if (this.#random.chance(0.03)) return this.#typename();
    const fields = Object.values(type.getFields());
    const kinds: [number, (field: GraphQLField<unknown, unknown>) => boolean][] = [
      [0.42, (field) => rowType(field) !== undefined && field.args.some(({ name }) => name === 'filter')],
      [0.62, (field) => isObjectType(field.type) && field.args.some(({ name }) => name === 'id')],
      [0.74, ({ name }) => name === 'node'],
      [0.82, ({ name }) => name === 'dyad'],
      [0.88, ({ name }) => name === 'search'],
      [0.93, ({ name }) => ['changes', 'revisions', 'revision'].includes(name)],
      [1, ({ name }) => name === 'at'],
    ];
    const chance = this.#random.float();
    const kind = kinds.find(([limit]) => chance < limit)?.[1] ?? (() => true);
    const field = this.#random.pickIfAny(fields.filter(kind)) ?? this.#random.pick(fields);
    return this.#field(type, field, { depth: 0, rowsAround: 1 });
  }

  /** Returns the field `at` twice, with random arguments and the same selection. */
  #twoRevisions(query: GraphQLObjectType): SelectionNode[] {
    const register = this.#schema.getType('Register');
    const at = query.getFields().at;
    if (!isObjectType(register) || !at) throw new Error('the schema has no field “at” or no type “Register”');
    const selectionSet = set([this.#root(register), this.#root(register)]);
    const spread = this.#define(register, selectionSet);
    return [0, 1].map(() => ({
      ...this.#field(query, at, { depth: 0, rowsAround: 1 }, this.#alias()),
      selectionSet: set([{ kind: Kind.FRAGMENT_SPREAD, name: named(spread) }]),
    }));
  }

  #selections(type: Selectable, position: Position): SelectionSetNode {
    const chosen: SelectionNode[] = [];
    const fields = Object.values(type.getFields()).filter((field) => this.#fits(field, position));
    const target = this.#isWide ? 40 : this.#random.between(1, 5);
    for (let count = 0; count < target && this.#fields > 0; count += 1) {
      const field = this.#random.pickIfAny(fields);
      if (!field || this.#random.chance(0.06)) chosen.push(this.#typename());
      else chosen.push(...this.#fieldAndMore(type, field, position));
    }
    const probability = isInterfaceType(type) ? 0.75 : 0.12;
    for (let count = 0; count < 3 && this.#random.chance(probability); count += 1)
      chosen.push(this.#fragment(type, position));
    return set(chosen.length === 0 ? [this.#typename()] : this.#random.shuffled(chosen));
  }

  /** True when a field is within the limits of depth, rows and total counts. */
  #fits(field: GraphQLField<unknown, unknown>, { depth, rowsAround }: Position): boolean {
    const type = getNamedType(field.type);
    if (!isSelectable(type)) return field.name !== 'totalCount' || rowsAround <= this.#totalCounts;
    if (this.#fields < 2) return false;
    if (rowType(field) !== undefined && rowsAround > this.#rows) return false;
    return wrappers.includes(field.name) || depth < 8;
  }

  /** Returns a field, sometimes twice under the same key with other selections, which must merge. */
  #fieldAndMore(type: Selectable, field: GraphQLField<unknown, unknown>, position: Position): FieldNode[] {
    const first = this.#field(type, field, position);
    const inner = getNamedType(field.type);
    if (!this.#random.chance(0.1)) return [first];
    if (!isSelectable(inner) || this.#fields < 2) return [first, first];
    const repeated = { ...first, selectionSet: this.#selections(inner, this.#inner(field, position, 1)) };
    return [first, repeated];
  }

  #field(
    parent: Selectable,
    field: GraphQLField<unknown, unknown>,
    position: Position,
    name = this.#maybeAlias(parent, field),
  ): FieldNode {
    this.#fields -= 1;
    const maxRows = Math.floor(this.#rows / position.rowsAround);
    const { values, size } = randomArguments(this.#random, this.#registerValues, field, Math.max(1, maxRows));
    if (rowType(field) !== undefined) this.#rows -= position.rowsAround * size;
    if (field.name === 'totalCount') this.#totalCounts -= position.rowsAround;
    const type = getNamedType(field.type);
    const node: FieldNode = {
      kind: Kind.FIELD,
      name: named(field.name),
      ...(name === undefined ? {} : { alias: named(name) }),
      arguments: this.#random.shuffled(Object.entries(values)).map(([argument, value]) => ({
        kind: Kind.ARGUMENT,
        name: named(argument),
        value: this.inputs.write(value, argumentType(field, argument), isFixed(argument, values)),
      })),
      directives: this.#directives(),
      ...(isSelectable(type) ? { selectionSet: this.#selections(type, this.#inner(field, position, size)) } : {}),
    };
    return node;
  }

  #inner(field: GraphQLField<unknown, unknown>, { depth, rowsAround }: Position, size: number): Position {
    return { depth: wrappers.includes(field.name) ? depth : depth + 1, rowsAround: rowsAround * size };
  }

  #fragment(type: Selectable, position: Position): SelectionNode {
    const reusable = this.#fragments.filter(({ typeCondition: { name } }) => this.#overlap(type, name.value));
    const directives = this.#directives();
    if (reusable.length > 0 && position.rowsAround === 1 && this.#random.chance(0.25)) {
      const repeated = this.#random.pick(reusable).name;
      return { kind: Kind.FRAGMENT_SPREAD, name: repeated, directives };
    }
    const others = Object.values(this.#schema.getTypeMap()).filter(
      (other): other is Selectable => isSelectable(other) && this.#overlap(type, other.name),
    );
    const favorites = others.filter(({ name }) =>
      ['Fact', 'Actor', 'Tombstone', 'Citation', 'Agreement'].includes(name),
    );
    const condition = this.#random.pick(favorites.length > 0 && this.#random.chance(0.3) ? favorites : others);
    if (!this.#random.chance(0.25)) {
      const selectionSet = this.#selections(condition, position);
      const isSame = condition === type && this.#random.chance(0.5);
      const typeCondition = { kind: Kind.NAMED_TYPE as const, name: named(condition.name) };
      return { kind: Kind.INLINE_FRAGMENT, ...(isSame ? {} : { typeCondition }), directives, selectionSet };
    }
    return {
      kind: Kind.FRAGMENT_SPREAD,
      name: named(this.#define(condition, this.#selections(condition, position))),
      directives,
    };
  }

  #define(type: GraphQLNamedType, selectionSet: SelectionSetNode): string {
    this.#names += 1;
    const name = `F${this.#names}`;
    const typeCondition = { kind: Kind.NAMED_TYPE as const, name: named(type.name) };
    this.#fragments.push({ kind: Kind.FRAGMENT_DEFINITION, name: named(name), typeCondition, selectionSet });
    return name;
  }

  #overlap(type: Selectable, other: string): boolean {
    const condition = this.#schema.getType(other);
    return isSelectable(condition) && doTypesOverlap(this.#schema, type, condition);
  }

  #directives(): DirectiveNode[] {
    return ['skip', 'include'].flatMap((directive): DirectiveNode[] => {
      if (!this.#random.chance(0.04)) return [];
      const literal = { kind: Kind.BOOLEAN as const, value: this.#random.chance(directive === 'skip' ? 0.3 : 0.7) };
      const value = this.#random.chance(0.5) ? literal : this.inputs.switch();
      return [
        {
          kind: Kind.DIRECTIVE,
          name: named(directive),
          arguments: [{ kind: Kind.ARGUMENT, name: named('if'), value }],
        },
      ];
    });
  }

  #typename(): FieldNode {
    const alias = this.#random.chance(0.2) ? { alias: named(this.#alias()) } : {};
    return { kind: Kind.FIELD, name: named('__typename'), ...alias };
  }

  /**
   * Returns an alias, or `undefined` to use no alias. A field with arguments may be used without an alias only once.
   */
  #maybeAlias(parent: Selectable, field: GraphQLField<unknown, unknown>): string | undefined {
    if (this.#random.chance(this.#isWide ? 0.8 : 0.3)) return this.#alias();
    if (field.args.length === 0) return undefined;
    const key = `${field.name}${parent.name === 'Query' || parent.name === 'Register' ? parent.name : ''}`;
    if (this.#bare.has(key)) return this.#alias();
    this.#bare.add(key);
    return undefined;
  }

  /** Returns a new alias. Some differ only after 63 bytes, the maximum length of an identifier in Postgres. */
  #alias(): string {
    this.#names += 1;
    return this.#random.chance(0.15) ? `${longPrefix}${String(this.#names).padStart(7, '0')}` : `_${this.#names}x`;
  }
}

// Without these arguments the cost would be higher than planned, or a cursor would not fit its order.
function isFixed(argument: string, values: Readonly<Record<string, unknown>>): boolean {
  if (argument === 'orderBy') return 'after' in values || 'before' in values;
  return ['first', 'last', 'revision', 'time'].includes(argument);
}

function argumentType(field: GraphQLField<unknown, unknown>, name: string) {
  const argument = field.args.find((candidate) => candidate.name === name);
  if (!argument) throw new Error(`${field.name} has no argument ${name}`);
  return argument.type;
}

const named = (value: string) => ({ kind: Kind.NAME as const, value });
const set = (selections: readonly SelectionNode[]): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections });
