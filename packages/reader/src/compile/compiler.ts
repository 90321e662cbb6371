import type { TypeName } from '@chancery/codebook';
import type { GraphQLSchema, SelectionSetNode } from 'graphql';
import type { Handle } from './handle.ts';
import type { InMemoryFacts } from './in-memory-facts.ts';
import type { Order } from './order.ts';
import type { RecordedInputs } from './recorded-inputs.ts';
import type { ResultRow } from './row.ts';
import type { Arguments, Bind, Emit } from './run.ts';
import type { Scope } from './scope.ts';
import type { PricedField, SelectedField } from './selection.ts';

/**
 * A past register that an operation reads. Column `place` of the root row holds the row of the past register, and
 * column `number` of the latter row is the revision.
 */
export interface PastRegister {
  readonly place: number;
  readonly row: ResultRow;
  readonly number: number;
  readonly selected: SelectedField;
  /** Whether the past register was selected by a time rather than by its revision. */
  readonly byTime: boolean;
}

/**
 * The compiler of an operation, as root fields, computed fields and field kinds see it. It adds the columns of a
 * selection to result rows, and returns functions that write the response.
 */
export interface Compiler {
  readonly schema: GraphQLSchema;
  /** Writes facts of small types from in-memory rows, if the plan may use them. */
  readonly inMemory: InMemoryFacts;
  /**
   * Whether the response has computed values, which a new release may compute differently: readings, statuses,
   * statistics.
   */
  hasComputedValues: boolean;
  /** Arguments that can contradict themselves or the register; a field that has such arguments adds them. */
  readonly inputs: RecordedInputs;

  /** Returns a new table alias that starts with `hint`. */
  readonly alias: (hint: string) => string;

  /**
   * Compiles a field of a row, only once per location even if several types of an interface select it. Later calls
   * return the first result.
   */
  once<Result>(location: string, row: ResultRow, selected: SelectedField, compile: () => Result): Result;

  /** Adds a statement parameter and returns its SQL. */
  bind(value: Bind, cast: string): string;

  /**
   * Returns the number of a field that takes arguments, the values of its arguments when the plan was compiled, and a
   * function that binds an argument. The plan must not depend on values that `shapeKey` leaves out.
   */
  argumentsOf(selected: SelectedField): {
    number: number;
    values: Arguments;
    bind: (name: string, cast: string, change?: (value: unknown) => unknown) => string;
  };

  /** Records the order of a page, which is needed to decode its cursors. */
  recordPage(number: number, order: Order): void;

  /**
   * Records the cost of a field. If several types of an interface select the field, only the most expensive counts.
   */
  recordPrice(priced: PricedField): void;

  /** Returns the fields that are selected on a type, each with its response key, in the order of the response. */
  selectedFields(
    type: string,
    selections: readonly SelectionSetNode[],
    path: readonly string[],
  ): [key: string, selected: SelectedField][];

  /**
   * Writes the handle of a field that is resolved outside the database; returns undefined for other fields. `ids` is
   * SQL for the ids of the facts that the field is computed for.
   */
  resolvedField(
    type: string,
    selected: SelectedField,
    from: { row: ResultRow; scope: Scope; on?: string },
    ids: readonly string[],
    sizes?: PricedField['sizes'],
  ): Emit | undefined;

  /** Writes an object that is not a fact. `field` writes each of its fields except `__typename`. */
  object(type: string, selected: SelectedField, field: (selected: SelectedField) => Emit): Emit;

  /** Writes a fact or citation of a concrete type. */
  fact(
    type: TypeName,
    handle: Handle,
    selected: SelectedField,
    sizes: PricedField['sizes'],
    selections?: readonly SelectionSetNode[],
  ): Emit;

  /**
   * Writes a fact whose concrete type is known only from the prefix of its id; null if the id is null. Each concrete
   * type of `target` has its own writer, and the row has the columns of all these types.
   */
  anyFact(target: string, handle: Handle, selected: SelectedField, sizes: PricedField['sizes']): Emit;

  /** Writes the fact that a link field points at; null if the field is empty or the scope withholds the fact. */
  linked(target: string, id: string, from: Handle, selected: SelectedField, sizes: PricedField['sizes']): Emit;

  /**
   * Writes a connection of the facts or citations of a type that meet the conditions. `ids` is SQL for the array of
   * their ids, if the only condition is that the id is in it.
   */
  connection(
    type: TypeName,
    where: (alias: string) => readonly string[],
    selected: SelectedField,
    from: { row: ResultRow; scope: Scope },
    sizes: PricedField['sizes'],
    options?: { ids?: string },
  ): Emit;

  /**
   * Writes a root field with `compile`. If the arguments of the field are invalid, does not call it: the response has
   * null and an error instead.
   */
  root(selected: SelectedField, compile: () => Emit): Emit;

  /**
   * Records that the operation reads a past register, so that its arguments are checked before execution and its
   * revision is known afterwards.
   */
  recordPastRead(past: PastRegister): void;
}
