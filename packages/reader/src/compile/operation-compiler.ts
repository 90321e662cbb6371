import {
  codebookName,
  concreteTypesOf,
  type FactTypeName,
  type Field,
  fieldsOf,
  inversesOf,
  isFactField,
  isFactType,
  isInterface,
  prefixOf,
  snakeCase,
  type TypeName,
  typeOf,
  upperSnake,
  withArticle,
} from '@chancery/codebook';
import { type GraphQLSchema, isNonNullType, isObjectType, type SelectionSetNode } from 'graphql';
import type { ComputedField } from '../computed/computed-field.ts';
import type { CoercedArguments, Variables } from '../plan/arguments.ts';
import { tooManyFields } from '../plan/client-error.ts';
import { collectFields, type PreparedDocument } from '../plan/document.ts';
import { citationsSql } from './citations-sql.ts';
import { CompileCache } from './compile-cache.ts';
import type { Compiler, PastRegister } from './compiler.ts';
import { factConnection } from './connection.ts';
import { emitField, selectsReading } from './field-kinds.ts';
import { Handle } from './handle.ts';
import { InMemoryFacts } from './in-memory-facts.ts';
import { failWith, orNull } from './null-propagation.ts';
import { constant, jsonColumn, objectOf, plainColumn } from './object.ts';
import type { Order } from './order.ts';
import { RecordedInputs } from './recorded-inputs.ts';
import { type ResolvedFields, writeHandle } from './resolved-field.ts';
import type { ResultRow } from './row.ts';
import type { Arguments, Bind, Emit } from './run.ts';
import { type Scope, visibleIdSql } from './scope.ts';
import { type PastRead, type PricedField, type SelectedField, selectionsOf } from './selection.ts';
import { storable } from './storable.ts';

/** Returns the computed field of a type by name; undefined if there is none. */
export type ComputedFieldOf = (type: TypeName, name: string) => Pick<ComputedField, 'compile'> | undefined;

/**
 * Compiles one operation: adds the columns of its selection to result rows, and returns functions that write the
 * response. {@link Compiler} describes the members that it declares.
 */
export class OperationCompiler implements Compiler {
  readonly schema: GraphQLSchema;
  readonly document: PreparedDocument;
  readonly binds: Bind[] = [];
  /** The SQL of each parameter with its type, such as `$1::date`, in the order of `binds`. */
  readonly parameters: string[] = [];
  readonly prices = new Map<string, PricedField>();
  readonly pages = new Map<number, Order>();
  readonly pastReads: PastRead[] = [];
  readonly inputs = new RecordedInputs();
  /** Adds `__typename` to every object, for responses that graphql-js completes. */
  readonly #addTypenames: boolean;
  readonly inMemory: InMemoryFacts;
  hasComputedValues = false;
  readonly #resolved: ResolvedFields;
  readonly #computedFieldOf: ComputedFieldOf;
  readonly #maxFields: number;
  #variables: Variables;
  #arguments: CoercedArguments;
  #cache = new CompileCache();
  #aliases = 0;
  /** The number of fields compiled so far, counting a field once for each type of the object that has it. */
  fields = 0;

  constructor(
    schema: GraphQLSchema,
    document: PreparedDocument,
    variables: Variables,
    coerced: CoercedArguments,
    {
      addTypenames = false,
      useInMemoryRows = false,
      resolved = {},
      computedFieldOf = () => undefined,
      maxFields = Number.POSITIVE_INFINITY,
    }: {
      addTypenames?: boolean;
      useInMemoryRows?: boolean;
      resolved?: ResolvedFields;
      computedFieldOf?: ComputedFieldOf;
      maxFields?: number;
    } = {},
  ) {
    this.#addTypenames = addTypenames;
    this.inMemory = new InMemoryFacts(useInMemoryRows);
    this.#resolved = resolved;
    this.#computedFieldOf = computedFieldOf;
    this.#maxFields = maxFields;
    this.schema = schema;
    this.document = document;
    this.#variables = variables;
    this.#arguments = coerced;
  }

  /**
   * Drops what only compilation needs. The functions of a plan keep the compiler in memory for as long as the plan is
   * cached, and with it the variables of the request that was compiled.
   */
  finish(): void {
    this.#cache = new CompileCache();
    this.#variables = {};
    this.#arguments = { values: [], errors: new Map() };
  }

  once<Result>(location: string, row: ResultRow, { nodes }: SelectedField, compile: () => Result): Result {
    return this.#cache.once(row, location, nodes, compile);
  }

  alias = (hint: string): string => {
    this.#aliases += 1;
    return `${hint}${this.#aliases}`;
  };

  bind(value: Bind, cast: string): string {
    this.binds.push(cast.startsWith('text') ? (run) => storable(value(run)) : value);
    const parameter = `$${this.binds.length}::${cast}`;
    this.parameters.push(parameter);
    return parameter;
  }

  argumentsOf(selected: SelectedField): {
    number: number;
    values: Arguments;
    bind: (name: string, cast: string, change?: (value: unknown) => unknown) => string;
  } {
    const number = this.#numberOf(selected);
    if (number === undefined) throw new Error(`the field ${selected.name} takes no arguments`);
    return {
      number,
      values: this.#arguments.values[number] ?? {},
      bind: (name, cast, change = (value) => value) =>
        this.bind((run) => change(run.args[number]?.[name]) ?? null, cast),
    };
  }

  recordPage(number: number, order: Order): void {
    this.pages.set(number, order);
  }

  #numberOf({ nodes: [node] }: SelectedField): number | undefined {
    return node && this.document.fields.get(node)?.number;
  }

  recordPrice(priced: PricedField): void {
    const key = `${priced.kind} ${priced.sizes.filter((size) => typeof size === 'number').join()} ${priced.path.join('.')}`;
    const recorded = this.prices.get(key);
    if (!recorded || factorOf(recorded) < factorOf(priced)) this.prices.set(key, priced);
  }

  selectedFields(
    type: string,
    selections: readonly SelectionSetNode[],
    path: readonly string[],
  ): [key: string, selected: SelectedField][] {
    const fields = collectFields(this.schema, this.document, this.#variables, type, selections);
    this.fields += fields.size;
    if (this.fields > this.#maxFields) throw tooManyFields(this.#maxFields, path);
    return [...fields].map(([key, nodes]) => [
      key,
      { name: codebookName(type, nodes[0]?.name.value ?? ''), nodes, path: [...path, key] },
    ]);
  }

  root(selected: SelectedField, compile: () => Emit): Emit {
    return this.#writeField('Query', selected, compile);
  }

  resolvedField(
    type: string,
    selected: SelectedField,
    from: { row: ResultRow; scope: Scope; on?: string },
    ids: readonly string[],
    sizes: PricedField['sizes'] = [],
  ): Emit | undefined {
    const price = this.#resolved[type]?.[selected.name];
    if (price === undefined) return undefined;
    this.hasComputedValues = true;
    const number = this.#numberOf(selected);
    this.recordPrice({ path: selected.path, sizes, kind: 'resolved', price, number });
    return writeHandle(from, ids);
  }

  recordPastRead({ place, row, number, selected, byTime }: PastRegister): void {
    this.pastReads.push({
      number: this.argumentsOf(selected).number,
      path: selected.path,
      byTime,
      row,
      columns: (root) => (Array.isArray(root[place]) ? row.unpack([root[place]])[0] : undefined),
      read(root) {
        return this.columns(root)?.[number] as number | undefined;
      },
    });
  }

  object(type: string, selected: SelectedField, field: (selected: SelectedField) => Emit): Emit {
    const parts = this.selectedFields(type, selectionsOf(selected), selected.path).map(
      ([key, inner]) =>
        [
          key,
          this.#writeField(type, inner, () => (inner.name === '__typename' ? constant(type) : field(inner))),
        ] as const,
    );
    return this.#objectOf(type, parts);
  }

  fact(
    type: TypeName,
    handle: Handle,
    selected: SelectedField,
    sizes: PricedField['sizes'],
    selections: readonly SelectionSetNode[] = selectionsOf(selected),
  ): Emit {
    const fields = this.selectedFields(type, selections, selected.path);
    const write = this.#objectOf(
      type,
      fields.map(
        ([key, inner]) =>
          [key, this.#writeField(type, inner, () => this.#factField(type, handle, inner, sizes))] as const,
      ),
    );
    return this.#isAllInMemory(type, handle, fields) ? this.inMemory.cacheByRow(handle, write) : write;
  }

  /**
   * Writes a field of an object. If the arguments of the field are invalid, the field becomes null or, if its type is
   * non-null, the nearest nullable field that contains it becomes null.
   */
  #writeField(type: string, selected: SelectedField, compile: () => Emit): Emit {
    const { errors } = this.#arguments;
    if (errors.size === 0) return compile();
    const [node] = selected.nodes;
    const number = node ? this.document.fields.get(node)?.number : undefined;
    const error = number === undefined ? undefined : errors.get(number);
    // graphql-js completes the response, and finds the error itself.
    if (this.#addTypenames) return error ? constant(null) : compile();
    const write = error ? failWith(error, selected.path) : compile();
    const objectType = this.schema.getType(type);
    const field = isObjectType(objectType) ? objectType.getFields()[selected.name] : undefined;
    return field && !isNonNullType(field.type) ? orNull(write) : write;
  }

  #objectOf(type: string, parts: readonly (readonly [string, Emit])[]): Emit {
    const needsTypename = this.#addTypenames && parts.every(([key]) => key !== '__typename');
    return objectOf(needsTypename ? [['__typename', constant(type)], ...parts] : parts);
  }

  anyFact(target: string, handle: Handle, selected: SelectedField, sizes: PricedField['sizes']): Emit {
    const at = handle.row.addPlain(handle.id);
    const writers = new Map<string, Emit>();
    handle.isOfAnyType = true;
    const types = concreteTypesOf(target);
    for (const type of types) writers.set(prefixOf(type), this.fact(type, handle, selected, sizes));
    const write: Emit = (row, run) => {
      const id = row[at];
      if (typeof id !== 'string') return 'null';
      const writer = writers.get(id.slice(0, id.lastIndexOf('_')));
      if (!writer) throw new Error(`${id} is not the id of ${withArticle(target)}`);
      return writer(row, run);
    };
    const areAllInMemory = types.every((type) =>
      this.#isAllInMemory(type, handle, this.selectedFields(type, selectionsOf(selected), selected.path)),
    );
    return areAllInMemory ? this.inMemory.cacheByRow(handle, write) : write;
  }

  /** Whether all selected fields of a fact are in its in-memory row and do not depend on the day. */
  #isAllInMemory(type: TypeName, handle: Handle, fields: readonly (readonly [string, SelectedField])[]): boolean {
    return (
      this.inMemory.hasAllFields(type, handle, namesOf(fields)) &&
      fields.every(([, selected]) => {
        const field = fieldsOf(type)[selected.name];
        return !field || !selectsReading(this, field, selected);
      })
    );
  }

  linked(target: string, id: string, from: Handle, selected: SelectedField, sizes: PricedField['sizes']): Emit {
    return this.once(`${from.scope.name} ${id} ${sizes.join()}`, from.row, selected, () =>
      this.#linked(target, id, from, selected, sizes),
    );
  }

  #linked(target: string, link: string, from: Handle, selected: SelectedField, sizes: PricedField['sizes']): Emit {
    const id = visibleIdSql(from.scope, link);
    const handle = new Handle(id, { row: from.row, scope: from.scope, alias: this.alias });
    if (isInterface(target)) return this.anyFact(target, handle, selected, sizes);
    const at = from.row.addPlain(id);
    const write = this.fact(target as FactTypeName, handle, selected, sizes);
    return (row, run) => (row[at] === null ? 'null' : write(row, run));
  }

  connection(
    type: TypeName,
    where: (alias: string) => readonly string[],
    selected: SelectedField,
    from: { row: ResultRow; scope: Scope },
    sizes: PricedField['sizes'],
    { ids }: { ids?: string } = {},
  ): Emit {
    return factConnection(this, type, where, selected, from, sizes, ids === undefined ? {} : { ids, preferSort: true });
  }

  #factField(type: TypeName, handle: Handle, selected: SelectedField, sizes: PricedField['sizes']): Emit {
    const { name } = selected;
    const { row } = handle;
    const resolved = this.resolvedField(type, selected, handle, [handle.id], sizes);
    if (resolved) return resolved;
    if (name === '__typename') return constant(type);
    if (name === 'id') return plainColumn(row.addPlain(handle.id, handle.isNotNull(handle.id)));
    if (isFactType(type)) {
      if (name === 'type') return constant(upperSnake(type));
      if (name === 'label') return this.#label(type, handle);
    }
    const field = fieldsOf(type)[name];
    if (field) return this.#codebookField(type, name, field, handle, selected, sizes);
    const inverse = isFactType(type) ? inversesOf(type).find((candidate) => candidate.name === name) : undefined;
    if (inverse) {
      // Several types of an interface select the same rows by the same id: compile them once.
      if (inverse.type === 'Citation' && inverse.name === 'citations') {
        return this.once(`${handle.scope.name} ${handle.id} ${sizes.join()}`, row, selected, () =>
          factConnection(this, 'Citation', () => [], selected, handle, sizes, {
            from: (alias) => `${citationsSql(handle.scope, handle.id)} ${alias}`,
            preferSort: true,
          }),
        );
      }
      return this.once(`${handle.scope.name} ${handle.id} ${sizes.join()}`, row, selected, () =>
        this.connection(
          inverse.type,
          (alias) => [anyOf(inverse.through.map((through) => `${alias}."${snakeCase(through)}_id" = ${handle.id}`))],
          selected,
          handle,
          sizes,
        ),
      );
    }
    const computed = this.#computedFieldOf(type, name);
    if (computed) return computed.compile(this, { type, handle, selected, sizes });
    throw new Error(`${type}.${name} is in the schema but not in the reader`);
  }

  #codebookField(
    type: TypeName,
    name: string,
    field: Field,
    handle: Handle,
    selected: SelectedField,
    sizes: PricedField['sizes'],
  ): Emit {
    const table = type !== 'Citation' && isFactField(name) ? 'fact' : type;
    const isNotNull = (column: string) => field.required === true && handle.isNotNull(column);
    if (field.kind === 'link') {
      const id = `${handle.table(table)}."${snakeCase(name)}_id"`;
      handle.row.addPlain(id, isNotNull(id));
      return this.linked(field.target ?? 'Fact', id, handle, selected, sizes);
    }
    const write = (alias: string, row: ResultRow) =>
      emitField(this, name, field, { alias, row, selected, isNotNull, scope: handle.scope });
    const isInMemory = table === type && !selectsReading(this, field, selected);
    return (isInMemory && this.inMemory.write(type, handle, write)) || write(handle.table(table), handle.row);
  }

  /** Writes the label of a fact. A label that is the value of a field is read from the fact's own table. */
  #label(type: FactTypeName, handle: Handle): Emit {
    const { labelTemplate } = typeOf(type);
    const fromFact = () => jsonColumn(handle.row.add(`${handle.table('fact')}.label`));
    if (labelTemplate.includes('{')) return fromFact();
    const write = (alias: string, row: ResultRow) => jsonColumn(row.add(`${alias}."${snakeCase(labelTemplate)}"`));
    const fromMemory = this.inMemory.write(type, handle, write);
    if (fromMemory) return fromMemory;
    // The identity table has the labels of all types: if the type is not known, one join serves all types.
    return handle.isOfAnyType && !handle.has(type) ? fromFact() : write(handle.table(type), handle.row);
  }
}

function namesOf(fields: readonly (readonly [key: string, selected: SelectedField])[]): string[] {
  return fields.map(([, { name }]) => name);
}

function factorOf({ sizes }: PricedField): number {
  return sizes.reduce<number>((product, size) => product * (typeof size === 'number' ? 1 : size.times), 1);
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? 'false') : `(${conditions.join(' OR ')})`;
}
