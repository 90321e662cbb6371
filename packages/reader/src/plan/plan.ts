import type { GraphQLError, GraphQLSchema } from 'graphql';
import { Compiler, type Priced } from '../compile/compiler.ts';
import { constant, objectOf } from '../compile/object.ts';
import type { Order } from '../compile/order.ts';
import { Row } from '../compile/row.ts';
import type { Bind, Emit, Run } from '../compile/run.ts';
import type { Scope } from '../compile/scope.ts';
import { momentSql } from '../computed/changes.ts';
import { rootFields } from '../roots/index.ts';
import type { CoercedArguments, Variables } from './arguments.ts';
import type { ReadDocument } from './document.ts';

/** A compiled operation: one statement, what is bound to it, and what writes the answer from its one row. */
export interface Plan {
  readonly text: string;
  readonly binds: readonly Bind[];
  /** Writes the `data` of the answer from the columns of the root. */
  readonly write: (root: readonly unknown[], run: Run) => string;
  /** Errors of arguments, which do not depend on what is read. */
  readonly errors: readonly GraphQLError[];
  readonly prices: readonly Priced[];
  /** The pages by the numbers of their fields, each with its order and path, for reading cursors. */
  readonly pages: ReadonlyMap<number, Order>;
  /** The past revisions that were read, given the root. */
  readonly pasts: (root: readonly unknown[]) => (number | undefined)[];
  /** Whether anything but past registers was read. */
  readonly readsHead: boolean;
  /** The number of root fields of the register. */
  readonly roots: number;
}

/** Which root fields a plan takes; at the desk others are answered elsewhere. */
export type RootChoice = (name: string) => boolean;

/** Compiles an operation for the shape that its variables have. */
export function compilePlan(
  schema: GraphQLSchema,
  document: ReadDocument,
  variables: Variables,
  coerced: CoercedArguments,
  { takes = () => true, typed = false }: { takes?: RootChoice; typed?: boolean } = {},
): Plan {
  const compiler = new Compiler(schema, document, variables, coerced, typed);
  const row = new Row();
  let today: string | undefined;
  const scope: Scope = {
    name: 'head',
    schema: 'register',
    get on() {
      today ??= compiler.bind((run) => run.today, 'date');
      return today;
    },
  };
  const asked = compiler
    .fieldsAsked('Query', [document.operation.selectionSet], [])
    .filter(([, { name }]) => takes(name));
  const parts = asked.map(([key, field]): readonly [string, Emit] => {
    if (field.name === '__typename') return [key, constant('Query')];
    const root = rootFields.get(field.name);
    if (!root) throw new Error(`Query.${field.name} is in the schema, and the reader does not know it`);
    return [key, compiler.root(root, { row, scope, asked: field })];
  });
  const write = objectOf(parts);
  return {
    text: `SELECT h.number, ${momentSql('h.at')}, ${row.sql} FROM ledger.head h`,
    binds: compiler.binds,
    write: (root, run) => write(row.unpack([root])[0] ?? [], run),
    errors: compiler.errors,
    prices: [...compiler.prices.values()],
    pages: compiler.pages,
    pasts: (root) => {
      const columns = row.unpack([root])[0] ?? [];
      return compiler.pasts.map((past) => past(columns));
    },
    readsHead: asked.some(([, { name }]) => name !== 'at' && name !== '__typename'),
    roots: asked.length,
  };
}
