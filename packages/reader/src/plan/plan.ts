import type { GraphQLSchema } from 'graphql';
import { momentSql } from '../compile/moment-sql.ts';
import { orNull } from '../compile/null-propagation.ts';
import { constant, objectOf } from '../compile/object.ts';
import { OperationCompiler } from '../compile/operation-compiler.ts';
import type { Order } from '../compile/order.ts';
import type { RecordedInputs } from '../compile/recorded-inputs.ts';
import type { ResolvedFields } from '../compile/resolved-field.ts';
import { ResultRow } from '../compile/row.ts';
import type { Bind, Emit, EmitContext } from '../compile/run.ts';
import { type Scope, withheldSql } from '../compile/scope.ts';
import type { PastRead, PricedField } from '../compile/selection.ts';
import { computedFieldOf } from '../computed/index.ts';
import { rootFields } from '../roots/index.ts';
import type { CoercedArguments, Variables } from './arguments.ts';
import type { PreparedDocument } from './document.ts';

/** A compiled operation: one statement, its parameters, and the function that writes the response from its one row. */
export interface Plan {
  readonly text: string;
  readonly binds: readonly Bind[];
  /** Writes the `data` of the response from the root row. */
  readonly write: (root: readonly unknown[], run: EmitContext) => string;
  readonly prices: readonly PricedField[];
  /** The order of each page, by the number of its field, for decoding cursors. */
  readonly pages: ReadonlyMap<number, Order>;
  /** The past registers that the operation reads. */
  readonly pastReads: readonly PastRead[];
  /** Arguments that can contradict themselves or the register. */
  readonly inputs: RecordedInputs;
  /** Returns the columns of the root row. */
  readonly columns: (root: readonly unknown[]) => readonly unknown[];
  /** Whether the operation reads the latest revision, and not only past registers. */
  readonly readsHead: boolean;
  /** Whether in-memory rows are joined while the response is written. */
  readonly usesInMemoryRows: boolean;
  /** Whether the response has computed values, which a new release may compute differently. */
  readonly hasComputedValues: boolean;
  /** The number of selected root fields that the plan writes. */
  readonly roots: number;
  /** The number of compiled fields, counting a field once for each type of the object that has it. */
  readonly fields: number;
}

/** Selects the root fields of a plan by name. The desk endpoint resolves other root fields elsewhere. */
export type RootFilter = (name: string) => boolean;

/** The options of {@link compilePlan}. */
export interface PlanOptions {
  readonly includesRoot?: RootFilter;
  /** Adds `__typename` to every object, for responses that graphql-js completes. */
  readonly addTypenames?: boolean;
  /** Leaves out columns that in-memory rows provide, and joins those rows. */
  readonly useInMemoryRows?: boolean;
  /** Leaves out withheld facts. */
  readonly withholds?: boolean;
  /** Whether fields that only the desk shows can be read; by default they can. */
  readonly showsDeskFields?: boolean;
  /** The fields that are resolved outside the database. */
  readonly resolved?: ResolvedFields;
  /** The maximum number of fields, see `ReadLimits`. By default there is none. */
  readonly maxFields?: number;
}

/**
 * Compiles an operation. The plan also serves other variables with the same `shapeKey`.
 * @throws ClientError if the operation has more fields than `maxFields`.
 */
export function compilePlan(
  schema: GraphQLSchema,
  document: PreparedDocument,
  variables: Variables,
  coerced: CoercedArguments,
  {
    includesRoot = () => true,
    addTypenames = false,
    useInMemoryRows = false,
    withholds = false,
    showsDeskFields = true,
    resolved = {},
    maxFields,
  }: PlanOptions = {},
): Plan {
  const compiler = new OperationCompiler(schema, document, variables, coerced, {
    addTypenames,
    useInMemoryRows,
    resolved,
    computedFieldOf,
    ...(maxFields === undefined ? {} : { maxFields }),
  });
  const row = new ResultRow();
  let today: string | undefined;
  const scope: Scope = {
    name: 'head',
    schema: 'register',
    withholds,
    showsDeskFields,
    get on() {
      today ??= compiler.bind((run) => run.today, 'date');
      return today;
    },
  };
  const selected = compiler
    .selectedFields('Query', [document.operation.selectionSet], [])
    .filter(([, { name }]) => includesRoot(name));
  const parts = selected.map(([key, field]): readonly [string, Emit] => {
    if (field.name === '__typename') return [key, constant('Query')];
    const handle = compiler.resolvedField('Query', field, { row, scope }, []);
    if (handle) return [key, handle];
    const root = rootFields.get(field.name);
    if (!root) throw new Error(`Query.${field.name} is in the schema but not in the reader`);
    return [key, compiler.root(field, () => root.compile(compiler, { row, scope, selected: field }))];
  });
  const write = orNull(objectOf(parts));
  const columns = (root: readonly unknown[]) => row.unpack([root])[0] ?? [];
  compiler.finish();
  return {
    text: withUnusedParameters(
      `SELECT h.number, ${momentSql('h.at')}, ${withheldSql}, ${row.sql} FROM ledger.head h`,
      compiler.parameters,
    ),
    binds: compiler.binds,
    write: (root, run) => write(columns(root), run),
    prices: [...compiler.prices.values()],
    pages: compiler.pages,
    pastReads: compiler.pastReads.map((past) => ({
      ...past,
      columns: (root) => past.columns(columns(root)),
      read: (root) => past.read(columns(root)),
    })),
    inputs: compiler.inputs,
    columns,
    readsHead: selected.some(([, { name }]) => name !== 'at' && name !== '__typename'),
    usesInMemoryRows: compiler.inMemory.areUsed,
    hasComputedValues: compiler.hasComputedValues,
    roots: selected.length,
    fields: compiler.fields,
  };
}

/**
 * Adds the parameters that no part of the statement uses to a WITH query, which gives them a type. Postgres cannot
 * infer the type of an unused parameter, and does not run a WITH query that nothing reads.
 */
function withUnusedParameters(statement: string, parameters: readonly string[]): string {
  const unused = parameters.filter((parameter) => !statement.includes(parameter));
  return unused.length === 0 ? statement : `WITH unused AS (SELECT ${unused.join(', ')}) ${statement}`;
}
