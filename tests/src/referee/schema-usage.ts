// Counts which parts of the schema a run of operations has used.
import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  TypeInfo,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { GraphqlRequest } from './graphql-request.ts';
import type { StoredRegister } from './stored.ts';

/** Features of operations and responses to count besides the parts of the schema. */
const features = [
  'at a revision',
  'at a moment',
  'two past registers beside each other',
  'past registers beside the head',
  'fragment on an interface, inline',
  'fragment on an interface, named',
  'fragment on a type, inline',
  'fragment on a type, named',
  'fragment without a type',
  'fragment spread more than once',
  'fields merged under one key',
  'objects merged under one key',
  'names alike in their first 63 bytes',
  'more than 100 fields',
  'six objects deep',
  '@skip of a literal',
  '@skip of a variable',
  '@include of a literal',
  '@include of a variable',
  'variable that is required',
  'variable left to its default',
  'variable other than its default',
  'variable that is null',
  'variable left out',
  'variable within an object',
  'argument that is null',
  'page from the start',
  'page from the end',
  'page of no stated size',
  'page after a cursor',
  'page before a cursor',
  'page between two cursors',
  'node of a fact',
  'node of a citation',
  'node of a tombstone',
  'node of nothing',
  'answer with an error',
  'answer that is null at the root',
] as const;

type Feature = (typeof features)[number];

/** Counts how often operations use each part of the schema and each feature. */
export class SchemaUsage {
  operations = 0;
  fields = 0;
  maxFields = 0;
  bytes = 0;
  /** The number of rows in the responses: list items that are objects. */
  rows = 0;
  readonly #schema: GraphQLSchema;
  readonly #seen = new Map<string, number>();
  readonly #facts: ReadonlySet<unknown>;
  readonly #citations: ReadonlySet<unknown>;
  readonly #tombstones: ReadonlySet<unknown>;

  constructor(schema: GraphQLSchema, { present }: StoredRegister) {
    this.#schema = schema;
    const ids = (table: 'fact' | 'Citation' | 'tombstone') => new Set((present.get(table) ?? []).map(({ id }) => id));
    [this.#facts, this.#citations, this.#tombstones] = [ids('fact'), ids('Citation'), ids('tombstone')];
    for (const name of [...features, ...schemaParts(schema)]) this.#seen.set(name, 0);
  }

  /** Counts an operation and its response. */
  note({ source, variables }: GraphqlRequest, answer: string): void {
    const document = parse(source);
    const [operation] = document.definitions as readonly OperationDefinitionNode[];
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the first definition must be an operation');
    const { coerced = {} } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables);
    this.operations += 1;
    for (const definition of operation.variableDefinitions ?? []) this.#noteVariable(definition, variables);
    const fields: FieldNode[] = [];
    const spreads: string[] = [];
    let depth = 0;
    const info = new TypeInfo(this.#schema);
    visit(
      document,
      visitWithTypeInfo(info, {
        Field: {
          enter: (node) => {
            fields.push(node);
            depth += 1;
            const [parent, field] = [info.getParentType(), info.getFieldDef()];
            if (parent && field) this.#noteField(parent, field, node, coerced);
            if (depth > 8) this.#saw('six objects deep');
          },
          leave: () => {
            depth -= 1;
          },
        },
        SelectionSet: (set) => this.#noteMerging(set),
        FragmentDefinition: ({ typeCondition }) => this.#noteFragment(typeCondition.name.value, 'named'),
        InlineFragment: ({ typeCondition }) => this.#noteFragment(typeCondition?.name.value, 'inline'),
        FragmentSpread: ({ name }) => {
          if (spreads.includes(name.value)) this.#saw('fragment spread more than once');
          spreads.push(name.value);
        },
        Directive: ({ name, arguments: given }) => {
          const by = given?.[0]?.value.kind === Kind.VARIABLE ? 'variable' : 'literal';
          this.#saw(`@${name.value as 'skip' | 'include'} of a ${by}`);
        },
        ObjectField: ({ value }) => {
          if (value.kind === Kind.VARIABLE) this.#saw('variable within an object');
        },
        Argument: ({ value }) => {
          if (value.kind === Kind.NULL) this.#saw('argument that is null');
        },
      }),
    );
    this.fields += fields.length;
    this.maxFields = Math.max(this.maxFields, fields.length);
    if (fields.length > 100) this.#saw('more than 100 fields');
    const pastFields = fields.filter(({ name }) => name.value === 'at').filter((node) => node.selectionSet);
    if (pastFields.length > 1) this.#saw('two past registers beside each other');
    const roots = operation.selectionSet.selections.filter(({ kind }) => kind === Kind.FIELD).length;
    if (pastFields.length > 0 && roots > pastFields.length) this.#saw('past registers beside the head');
    this.#noteAnswer(answer, operation);
  }

  /** The names of the parts and features that no operation has used so far. */
  get unusedParts(): string[] {
    return [...this.#seen].flatMap(([name, count]) => (count === 0 ? [name] : []));
  }

  /** A text of several lines with the counts by group. */
  get report(): string {
    const groups = new Map<string, [string, number][]>();
    for (const [name, count] of this.#seen) {
      const group = /^(field|argument|order|filter|root|answered) /.exec(name)?.[1] ?? 'feature';
      groups.set(group, [
        ...(groups.get(group) ?? []),
        [name.slice(group === 'feature' ? 0 : group.length + 1), count],
      ]);
    }
    const lines = [
      `${this.operations} operations, ${this.fields} fields (${(this.fields / this.operations).toFixed(1)} each, at most ${this.maxFields}), ${this.rows} rows and ${this.bytes} bytes in the answers`,
    ];
    for (const [group, parts] of groups) {
      const counts = parts.map(([, count]) => count).sort((a, b) => a - b);
      const median = counts[Math.floor(counts.length / 2)];
      lines.push(
        `${group}: ${parts.length} parts, ${counts.filter((count) => count === 0).length} never, minimum ${counts[0]}, median ${median}, maximum ${counts.at(-1)}`,
      );
      const listed = ['feature', 'root', 'answered'].includes(group) ? parts : parts.filter(([, count]) => count < 5);
      for (const [name, count] of listed) lines.push(`  ${String(count).padStart(6)}  ${name}`);
    }
    return `${lines.join('\n')}\n`;
  }

  #saw(what: Feature): void {
    this.#count(what);
  }

  #count(name: string): void {
    this.#seen.set(name, (this.#seen.get(name) ?? 0) + 1);
  }

  #noteVariable(
    { variable, type, defaultValue }: VariableDefinitionNode,
    variables: GraphqlRequest['variables'],
  ): void {
    const value = variables[variable.name.value];
    if (type.kind === Kind.NON_NULL_TYPE) this.#saw('variable that is required');
    if (value === null) this.#saw('variable that is null');
    else if (defaultValue)
      this.#saw(value === undefined ? 'variable left to its default' : 'variable other than its default');
    else if (value === undefined) this.#saw('variable left out');
  }

  #noteField(
    parent: GraphQLNamedType,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    variables: Record<string, unknown>,
  ): void {
    if (field.name.startsWith('__')) return;
    this.#count(`field ${parent.name}.${field.name}`);
    const values = argumentsOf(field, node, variables);
    if (!values) return;
    for (const argument of field.args) {
      const value = values[argument.name];
      if (value === undefined || !node.arguments?.some(({ name }) => name.value === argument.name)) continue;
      this.#count(argumentPart(parent, field, argument));
      this.#noteValue(argument, value);
    }
    if (field.args.some(({ name }) => name === 'first')) this.#notePage(values);
    if (field.name === 'at' && field.args.length > 0)
      this.#saw(typeof values.revision === 'number' ? 'at a revision' : 'at a moment');
    if (field.name === 'node' && field.args.length > 0) this.#noteNode(values.id);
  }

  #notePage({ first, last, after, before }: Record<string, unknown>): void {
    if (typeof first === 'number') this.#saw('page from the start');
    else this.#saw(typeof last === 'number' ? 'page from the end' : 'page of no stated size');
    if (typeof after === 'string')
      this.#saw(typeof before === 'string' ? 'page between two cursors' : 'page after a cursor');
    else if (typeof before === 'string') this.#saw('page before a cursor');
  }

  #noteNode(id: unknown): void {
    if (this.#facts.has(id)) this.#saw('node of a fact');
    else if (this.#citations.has(id)) this.#saw('node of a citation');
    else this.#saw(this.#tombstones.has(id) ? 'node of a tombstone' : 'node of nothing');
  }

  #noteValue({ type }: Pick<GraphQLArgument, 'type'>, value: unknown): void {
    if (value === null || value === undefined) return;
    const bare = getNullableType(type);
    if (isListType(bare)) for (const item of value as unknown[]) this.#noteValue({ type: bare.ofType }, item);
    else if (isEnumType(bare) && bare.name.endsWith('Order')) this.#count(`order ${bare.name}.${value}`);
    else if (isInputObjectType(bare)) {
      for (const [name, part] of Object.entries(value as Record<string, unknown>)) {
        const field = bare.getFields()[name];
        if (!field || part === null || part === undefined) continue;
        if (bare.name.endsWith('Filter')) this.#count(filterPart(bare, name));
        this.#noteValue(field, part);
      }
    }
  }

  #noteFragment(condition: string | undefined, how: 'inline' | 'named'): void {
    if (condition === undefined) this.#saw('fragment without a type');
    else if (isInterfaceType(this.#schema.getType(condition))) this.#saw(`fragment on an interface, ${how}`);
    else this.#saw(`fragment on a type, ${how}`);
  }

  #noteMerging({ selections }: SelectionSetNode): void {
    const keys = new Set<string>();
    const heads = new Set<string>();
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) continue;
      const key = selection.alias?.value ?? selection.name.value;
      const head = key.slice(0, 63);
      if (keys.has(key))
        this.#saw(selection.selectionSet ? 'objects merged under one key' : 'fields merged under one key');
      else if (key.length > 63 && heads.has(head)) this.#saw('names alike in their first 63 bytes');
      keys.add(key);
      heads.add(head);
    }
  }

  #noteAnswer(answer: string, operation: OperationDefinitionNode): void {
    this.bytes += answer.length;
    const { data, errors } = JSON.parse(answer) as { data: Record<string, unknown> | null; errors?: unknown[] };
    if (errors) this.#saw('answer with an error');
    if (data === null) return;
    if (Object.values(data).includes(null)) this.#saw('answer that is null at the root');
    for (const selection of operation.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD || selection.name.value.startsWith('__')) continue;
      const value = data[selection.alias?.value ?? selection.name.value];
      if (hasContent(value)) this.#count(`answered ${selection.name.value}`);
    }
    this.rows += rowsIn(data);
  }
}

function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Record<string, unknown>) {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    // graphql-js reports this as an error of the field in the response.
    return undefined;
  }
}

/** Returns the names of all parts of the schema that operations can use. */
function schemaParts(schema: GraphQLSchema): string[] {
  const used = reachableInputs(schema);
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return [];
    if (isObjectType(type) || isInterfaceType(type)) {
      return Object.values(type.getFields()).flatMap((field) => [
        `field ${type.name}.${field.name}`,
        ...field.args.map((argument) => argumentPart(type, field, argument)),
        ...(type.name === 'Query' ? [`answered ${field.name}`] : []),
      ]);
    }
    if (isEnumType(type) && type.name.endsWith('Order'))
      return type.getValues().map(({ name }) => `order ${type.name}.${name}`);
    if (isInputObjectType(type) && type.name.endsWith('Filter') && used.has(type))
      return Object.keys(type.getFields()).map((name) => filterPart(type, name));
    return [];
  });
}

/** Returns the name of the part for an argument. Fields that return the same connection type share it. */
function argumentPart(
  { name: parent }: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  { name }: GraphQLArgument,
) {
  const { name: type } = getNamedType(field.type);
  return `argument ${type.endsWith('Connection') ? type : `${parent}.${field.name}`}(${name})`;
}

/** Returns the name of the part for an operator of a filter. Fields with a value list share it, whichever the list. */
function filterPart(type: GraphQLInputObjectType, name: string): string {
  const { eq, has } = type.getFields();
  if (eq && isEnumType(getNamedType(eq.type))) return `filter of a value of a list: ${name}`;
  return has ? `filter of values of a list: ${name}` : `filter ${type.name}.${name}`;
}

/** Returns the input types that are reachable from arguments. */
function reachableInputs(schema: GraphQLSchema): ReadonlySet<GraphQLNamedType> {
  const used = new Set<GraphQLNamedType>();
  const use = (type: GraphQLNamedType) => {
    if (used.has(type) || !isInputObjectType(type)) return;
    used.add(type);
    for (const field of Object.values(type.getFields())) use(getNamedType(field.type));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const { args } of Object.values(type.getFields()))
      for (const argument of args) use(getNamedType(argument.type));
  }
  return used;
}

/**
 * True when a value contains a positive number, or a text that cannot be a type name: one with a space, digit or
 * underscore, or of at most three characters.
 */
function hasContent(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasContent);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasContent);
  return typeof value === 'number' ? value > 0 : typeof value === 'string' && /[\s_\d]|^.{1,3}$/.test(value);
}

function rowsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const within = Object.values(value).reduce((sum: number, part) => sum + rowsIn(part), 0);
  return within + (Array.isArray(value) ? value.filter((item) => typeof item === 'object').length : 0);
}
