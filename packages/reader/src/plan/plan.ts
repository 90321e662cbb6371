import type { GraphQLSchema } from 'graphql';
import { Compiler } from '../compile/compiler.ts';
import { momentSql } from '../compile/moment-sql.ts';
import { orNull } from '../compile/null-field.ts';
import { constant, objectOf } from '../compile/object.ts';
import type { Order } from '../compile/order.ts';
import type { ResolvedFields } from '../compile/resolved-field.ts';
import { Row } from '../compile/row.ts';
import type { Bind, Emit, Writing } from '../compile/run.ts';
import { type Scope, withheldSql } from '../compile/scope.ts';
import type { PastRead, Priced } from '../compile/selection.ts';
import { derivedFieldOf } from '../computed/index.ts';
import { rootFields } from '../roots/index.ts';
import type { CoercedArguments, Variables } from './arguments.ts';
import type { ReadDocument } from './document.ts';

/** A compiled operation: one statement, what is bound to it, and what writes the answer from its one row. */
export interface Plan {
  readonly text: string;
  readonly binds: readonly Bind[];
  /** Writes the `data` of the answer from the columns of the root. */
  readonly write: (root: readonly unknown[], run: Writing) => string;
  readonly prices: readonly Priced[];
  /** The pages by the numbers of their fields, each with its order and path, for reading cursors. */
  readonly pages: ReadonlyMap<number, Order>;
  /** The past registers that it reads; they read their revisions from the columns of the root. */
  readonly pasts: readonly PastRead[];
  /** Whether anything but past registers was read. */
  readonly readsHead: boolean;
  /** Whether rows that are held in memory are joined in the answer. */
  readonly usesHeld: boolean;
  /** Whether fields are asked for that are resolved outside the database. */
  readonly resolves: boolean;
  /** Whether the answer holds anything that is derived by a rule that may change. */
  readonly derives: boolean;
  /** The number of root fields of the register. */
  readonly roots: number;
}

/** Which root fields a plan takes; at the desk others are answered elsewhere. */
export type RootChoice = (name: string) => boolean;

/** How an operation is compiled. */
export interface PlanOptions {
  readonly takes?: RootChoice;
  /** Whether every object of the answer says its type. */
  readonly typed?: boolean;
  /** Whether rows that are held in memory are joined there. */
  readonly holds?: boolean;
  /** Whether facts of sources that are withheld are left out. */
  readonly withholds?: boolean;
  /** The fields that are resolved outside the database. */
  readonly resolved?: ResolvedFields;
}

/** Compiles an operation for the shape that its variables have. */
export function compilePlan(
  schema: GraphQLSchema,
  document: ReadDocument,
  variables: Variables,
  coerced: CoercedArguments,
  { takes = () => true, typed = false, holds = false, withholds = false, resolved = {} }: PlanOptions = {},
): Plan {
  const compiler = new Compiler(schema, document, variables, coerced, { typed, holds, resolved, derivedFieldOf });
  const row = new Row();
  let today: string | undefined;
  const scope: Scope = {
    name: 'head',
    schema: 'register',
    withholds,
    get on() {
      today ??= compiler.bind((run) => run.today, 'date');
      return today;
    },
  };
  const selected = compiler
    .selectedFields('Query', [document.operation.selectionSet], [])
    .filter(([, { name }]) => takes(name));
  const parts = selected.map(([key, field]): readonly [string, Emit] => {
    if (field.name === '__typename') return [key, constant('Query')];
    const handle = compiler.resolvedField('Query', field, { row, scope }, []);
    if (handle) return [key, handle];
    const root = rootFields.get(field.name);
    if (!root) throw new Error(`Query.${field.name} is in the schema, and the reader does not know it`);
    return [key, compiler.root(root, { row, scope, selected: field })];
  });
  const write = orNull(objectOf(parts));
  const columns = (root: readonly unknown[]) => row.unpack([root])[0] ?? [];
  return {
    ...statement(
      `SELECT h.number, ${momentSql('h.at')}, ${withheldSql}, ${row.sql} FROM ledger.head h`,
      compiler.binds,
    ),
    write: (root, run) => write(columns(root), run),
    prices: [...compiler.prices.values()],
    pages: compiler.pages,
    pasts: compiler.pasts.map((past) => ({ ...past, read: (root) => past.read(columns(root)) })),
    readsHead: selected.some(([, { name }]) => name !== 'at' && name !== '__typename'),
    usesHeld: compiler.held.areUsed,
    resolves: compiler.resolves,
    derives: compiler.derives,
    roots: selected.length,
  };
}

/** A statement with those of its parameters that are left in it: Postgres must know the type of each. */
function statement(text: string, binds: readonly Bind[]): { text: string; binds: Bind[] } {
  const used: Bind[] = [];
  const places = new Map<string, number>();
  const renumbered = text.replace(/\$(\d+)(?=::)/g, (_, number: string) => {
    const known = places.get(number);
    if (known !== undefined) return `$${known}`;
    const bind = binds[Number(number) - 1];
    if (!bind) throw new Error(`the statement has no parameter ${number}`);
    const place = used.push(bind);
    places.set(number, place);
    return `$${place}`;
  });
  return { text: renumbered, binds: used };
}
