import {
  concreteTypes,
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
} from '@chancery/codebook';
import { type GraphQLSchema, isNonNullType, isObjectType, type SelectionSetNode } from 'graphql';
import type { DerivedField } from '../computed/derived-field.ts';
import type { CoercedArguments, Variables } from '../plan/arguments.ts';
import { collectFields, type ReadDocument } from '../plan/document.ts';
import type { RootContext, RootField } from '../roots/root-field.ts';
import { citationsOf } from './citations-sql.ts';
import { connection } from './connection.ts';
import { asksReading, emitField } from './field-kinds.ts';
import { Handle } from './handle.ts';
import { InMemoryFacts } from './in-memory-facts.ts';
import { MadeOnce } from './made-once.ts';
import { failing, orNull } from './null-field.ts';
import { constant, objectOf, plain, scalar } from './object.ts';
import type { Order } from './order.ts';
import { type ResolvedFields, writeHandle } from './resolved-field.ts';
import type { Row } from './row.ts';
import type { Arguments, Bind, Emit } from './run.ts';
import { idIn, type Scope } from './scope.ts';
import { type PastRead, type Priced, type SelectedField, selectionsOf } from './selection.ts';

/** Finds the derived field of a type by its name. */
export type DerivedFieldOf = (type: TypeName, name: string) => Pick<DerivedField, 'compile'> | undefined;

/** Compiles one operation: walks its selection, adds columns to rows, and makes what writes the answer from them. */
export class Compiler {
  readonly schema: GraphQLSchema;
  readonly document: ReadDocument;
  readonly binds: Bind[] = [];
  readonly prices = new Map<string, Priced>();
  readonly pages = new Map<number, Order>();
  readonly pasts: PastRead[] = [];
  /** Whether every object says its type, for a graphql-js that walks the answer once more. */
  readonly #typed: boolean;
  /** Writes facts of small types from the rows that are held of them, if any are. */
  readonly held: InMemoryFacts;
  /** Whether the selection asks for fields that are resolved outside the database. */
  resolves = false;
  /** Whether the answer holds anything that is derived by a rule that may change: readings, statuses, statistics. */
  derives = false;
  readonly #resolved: ResolvedFields;
  readonly #derivedFieldOf: DerivedFieldOf;
  readonly #variables: Variables;
  readonly #arguments: CoercedArguments;
  readonly #made = new MadeOnce();
  #aliases = 0;

  constructor(
    schema: GraphQLSchema,
    document: ReadDocument,
    variables: Variables,
    coerced: CoercedArguments,
    {
      typed = false,
      holds = false,
      resolved = {},
      derivedFieldOf = () => undefined,
    }: { typed?: boolean; holds?: boolean; resolved?: ResolvedFields; derivedFieldOf?: DerivedFieldOf } = {},
  ) {
    this.#typed = typed;
    this.held = new InMemoryFacts(holds);
    this.#resolved = resolved;
    this.#derivedFieldOf = derivedFieldOf;
    this.schema = schema;
    this.document = document;
    this.#variables = variables;
    this.#arguments = coerced;
  }

  /** Writes the same fields of the same row in the same place once, whichever types ask for them. */
  once<Made>(where: string, row: Row, { nodes }: SelectedField, make: () => Made): Made {
    return this.#made.once(row, where, nodes, make);
  }

  /** A new alias of a table. */
  alias = (hint: string): string => {
    this.#aliases += 1;
    return `${hint}${this.#aliases}`;
  };

  /** A parameter of the statement. */
  bind(value: Bind, cast: string): string {
    this.binds.push(cast.startsWith('text') ? (run) => storable(value(run)) : value);
    return `$${this.binds.length}::${cast}`;
  }

  /** The number under which the arguments of a field are found, its arguments for this plan, and how to bind one. */
  argumentsOf({ nodes: [node] }: SelectedField): {
    number: number;
    values: Arguments;
    bind: (name: string, cast: string, change?: (value: unknown) => unknown) => string;
  } {
    const number = node ? this.document.fields.get(node)?.number : undefined;
    if (number === undefined) throw new Error('a field without arguments was asked for them');
    return {
      number,
      values: this.#arguments.values[number] ?? {},
      bind: (name, cast, change = (value) => value) =>
        this.bind((run) => change(run.args[number]?.[name]) ?? null, cast),
    };
  }

  /** Notes the order of a page, by which its cursors are read when the plan is run. */
  page(number: number, order: Order): void {
    this.pages.set(number, order);
  }

  /** Notes what a field costs. One that stands once in each of several types costs what the dearest of them does. */
  price(priced: Priced): void {
    const key = `${priced.kind} ${priced.sizes.filter((size) => typeof size === 'number').join()} ${priced.path.join('.')}`;
    const known = this.prices.get(key);
    if (!known || factorOf(known) < factorOf(priced)) this.prices.set(key, priced);
  }

  /** The fields that a selection asks of a type. */
  selectedFields(
    type: string,
    selections: readonly SelectionSetNode[],
    path: readonly string[],
  ): [key: string, selected: SelectedField][] {
    const fields = collectFields(this.schema, this.document, this.#variables, type, selections);
    return [...fields].map(([key, nodes]) => [key, { name: nodes[0]?.name.value ?? '', nodes, path: [...path, key] }]);
  }

  /** Writes a root field. */
  root(field: RootField, context: RootContext): Emit {
    return this.#part('Query', context.selected, () => field.compile(this, context));
  }

  /**
   * Writes a field that is resolved outside the database, if it is one: whom it is asked of (SQL for their ids), in which
   * revision and on which day. That is what its resolver finds.
   */
  resolvedField(
    type: string,
    selected: SelectedField,
    from: { row: Row; scope: Scope; on?: string },
    ids: readonly string[],
    sizes: Priced['sizes'] = [],
  ): Emit | undefined {
    const points = this.#resolved[type]?.[selected.name];
    if (points === undefined) return undefined;
    this.resolves = true;
    this.derives = true;
    this.price({ path: selected.path, sizes, kind: 'resolved', points });
    return writeHandle(from, ids);
  }

  /** Notes a past register that is read: its field, and where its number is found, in the row at a place of the root. */
  past({
    place,
    row,
    number,
    selected,
    byTime,
  }: {
    place: number;
    row: Row;
    number: number;
    selected: SelectedField;
    byTime: boolean;
  }) {
    this.pasts.push({
      number: this.argumentsOf(selected).number,
      path: selected.path,
      byTime,
      read: (root) => {
        const value = root[place];
        return Array.isArray(value) ? (row.unpack([value])[0]?.[number] as number) : undefined;
      },
    });
  }

  /** Writes an object of a type that is no fact: `field` writes each of its fields. */
  object(type: string, selected: SelectedField, field: (selected: SelectedField) => Emit): Emit {
    const parts = this.selectedFields(type, selectionsOf(selected), selected.path).map(
      ([key, inner]) =>
        [key, this.#part(type, inner, () => (inner.name === '__typename' ? constant(type) : field(inner)))] as const,
    );
    return this.#objectOf(type, parts);
  }

  /** Writes a fact or citation of a known type. */
  fact(
    type: TypeName,
    handle: Handle,
    selected: SelectedField,
    sizes: Priced['sizes'],
    selections: readonly SelectionSetNode[] = selectionsOf(selected),
  ): Emit {
    const fields = this.selectedFields(type, selections, selected.path);
    const write = this.#objectOf(
      type,
      fields.map(
        ([key, inner]) => [key, this.#part(type, inner, () => this.#factField(type, handle, inner, sizes))] as const,
      ),
    );
    return this.#isHeldWhole(type, handle, fields) ? this.held.kept(handle, write) : write;
  }

  /** Writes a field of an object. One whose arguments cannot be coerced is null, or its object is if it must not be. */
  #part(type: string, selected: SelectedField, compile: () => Emit): Emit {
    const { errors } = this.#arguments;
    if (errors.size === 0) return compile();
    const [node] = selected.nodes;
    const number = node ? this.document.fields.get(node)?.number : undefined;
    const error = number === undefined ? undefined : errors.get(number);
    // Where graphql-js walks the answer once more it finds the error itself.
    if (this.#typed) return error ? constant(null) : compile();
    const write = error ? failing(error, selected.path) : compile();
    const of = this.schema.getType(type);
    const field = isObjectType(of) ? of.getFields()[selected.name] : undefined;
    return field && !isNonNullType(field.type) ? orNull(write) : write;
  }

  #objectOf(type: string, parts: readonly (readonly [string, Emit])[]): Emit {
    const untold = this.#typed && parts.every(([key]) => key !== '__typename');
    return objectOf(untold ? [['__typename', constant(type)], ...parts] : parts);
  }

  /**
   * Writes what an id leads to, where its type shows only in the id: an object of whichever type it is, or null where
   * there is no id. Each type that the target covers has its own writer; their columns stand side by side in the row.
   */
  anyFact(target: string, handle: Handle, selected: SelectedField, sizes: Priced['sizes']): Emit {
    const at = handle.row.addPlain(handle.id);
    const writers = new Map<string, Emit>();
    handle.ofAnyType = true;
    const types = concreteTypes(target);
    for (const type of types) writers.set(prefixOf(type), this.fact(type, handle, selected, sizes));
    const write: Emit = (row, run) => {
      const id = row[at];
      if (typeof id !== 'string') return 'null';
      const one = writers.get(id.slice(0, id.lastIndexOf('_')));
      if (!one) throw new Error(`${id} is not the id of a ${target}`);
      return one(row, run);
    };
    const areHeld = types.every((type) =>
      this.#isHeldWhole(type, handle, this.selectedFields(type, selectionsOf(selected), selected.path)),
    );
    return areHeld ? this.held.kept(handle, write) : write;
  }

  /** Whether all that is asked of a fact is in the row that is held of it, and the same on every day. */
  #isHeldWhole(type: TypeName, handle: Handle, fields: readonly (readonly [string, SelectedField])[]): boolean {
    return (
      this.held.isWhole(type, handle, namesOf(fields)) &&
      fields.every(([, selected]) => {
        const field = fieldsOf(type)[selected.name];
        return !field || !asksReading(this, field, selected);
      })
    );
  }

  /** Writes a link: null where it is empty, else the fact that it points at. */
  linked(target: string, id: string, from: Handle, selected: SelectedField, sizes: Priced['sizes']): Emit {
    return this.once(`${from.scope.name} ${id} ${sizes.join()}`, from.row, selected, () =>
      this.#linked(target, id, from, selected, sizes),
    );
  }

  #linked(target: string, link: string, from: Handle, selected: SelectedField, sizes: Priced['sizes']): Emit {
    const id = idIn(from.scope, link);
    const handle = new Handle(id, { row: from.row, scope: from.scope, alias: this.alias });
    if (isInterface(target)) return this.anyFact(target, handle, selected, sizes);
    const at = from.row.addPlain(id);
    const write = this.fact(target as FactTypeName, handle, selected, sizes);
    return (row, run) => (row[at] === null ? 'null' : write(row, run));
  }

  /** Writes a connection of facts or citations of a type, from rows that fulfil conditions. */
  connection(
    type: TypeName,
    where: (alias: string) => readonly string[],
    selected: SelectedField,
    from: { row: Row; scope: Scope },
    sizes: Priced['sizes'],
    { ids }: { ids?: string } = {},
  ): Emit {
    return connection(this, type, where, selected, from, sizes, ids === undefined ? {} : { ids, few: true });
  }

  #factField(type: TypeName, handle: Handle, selected: SelectedField, sizes: Priced['sizes']): Emit {
    const { name } = selected;
    const { row } = handle;
    const resolved = this.resolvedField(type, selected, handle, [handle.id], sizes);
    if (resolved) return resolved;
    if (name === '__typename') return constant(type);
    if (name === 'id') return plain(row.addPlain(handle.id, handle.isFirm(handle.id)));
    if (isFactType(type)) {
      if (name === 'type') return constant(upperSnake(type));
      if (name === 'label') return this.#label(type, handle);
    }
    const field = fieldsOf(type)[name];
    if (field) return this.#codebookField(type, name, field, handle, selected, sizes);
    const back = isFactType(type) ? inversesOf(type).find((inverse) => inverse.name === name) : undefined;
    if (back) {
      // Two types of one interface ask for the same rows by the same id: once is enough.
      if (back.type === 'Citation' && back.name === 'citations') {
        return this.once(`${handle.scope.name} ${handle.id} ${sizes.join()}`, row, selected, () =>
          connection(this, 'Citation', () => [], selected, handle, sizes, {
            from: (alias) => `${citationsOf(handle.scope, handle.id)} ${alias}`,
            few: true,
          }),
        );
      }
      return this.once(`${handle.scope.name} ${handle.id} ${sizes.join()}`, row, selected, () =>
        this.connection(
          back.type,
          (alias) => [anyOf(back.through.map((through) => `${alias}."${snakeCase(through)}_id" = ${handle.id}`))],
          selected,
          handle,
          sizes,
        ),
      );
    }
    const derived = this.#derivedFieldOf(type, name);
    if (derived) return derived.compile(this, { type, handle, selected, sizes });
    throw new Error(`${type}.${name} is in the schema, and the reader does not know it`);
  }

  #codebookField(
    type: TypeName,
    name: string,
    field: Field,
    handle: Handle,
    selected: SelectedField,
    sizes: Priced['sizes'],
  ): Emit {
    const table = type !== 'Citation' && isFactField(name) ? 'fact' : type;
    const isNever = (column: string) => field.required === true && handle.isFirm(column);
    if (field.kind === 'link') {
      const id = `${handle.table(table)}."${snakeCase(name)}_id"`;
      handle.row.addPlain(id, isNever(id));
      return this.linked(field.target ?? 'Fact', id, handle, selected, sizes);
    }
    const write = (alias: string, row: Row) =>
      emitField(this, name, field, { alias, row, selected, isNever, scope: handle.scope });
    const isHeld = table === type && !asksReading(this, field, selected);
    return (isHeld && this.held.write(type, handle, write)) || write(handle.table(table), handle.row);
  }

  /** Writes what a fact is called: where it is called by one of its fields, its own row has it. */
  #label(type: FactTypeName, handle: Handle): Emit {
    const { labelled } = typeOf(type);
    const ofFact = () => scalar(handle.row.add(`${handle.table('fact')}.label`));
    if (labelled.includes('{')) return ofFact();
    const write = (alias: string, row: Row) => scalar(row.add(`${alias}."${snakeCase(labelled)}"`));
    const held = this.held.write(type, handle, write);
    if (held) return held;
    // The identity table has the names of all types: where a row leads to any of many, one join serves for all.
    return handle.ofAnyType && !handle.has(type) ? ofFact() : write(handle.table(type), handle.row);
  }
}

function namesOf(fields: readonly (readonly [key: string, selected: SelectedField])[]): string[] {
  return fields.map(([, { name }]) => name);
}

function factorOf({ sizes }: Priced): number {
  return sizes.reduce<number>((product, size) => product * (typeof size === 'number' ? 1 : size.times), 1);
}

// Postgres holds neither NUL nor half a surrogate pair. No text of the register has a control character: such a text is
// looked for as one, and not found.
function storable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(storable);
  return typeof value === 'string' ? value.replace(/[\0\p{Surrogate}]/gu, '\u0001') : value;
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? 'false') : `(${conditions.join(' OR ')})`;
}
