import { createHash } from 'node:crypto';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { ResolvedFields } from './compile/resolved-field.ts';
import type { Run, Writing } from './compile/run.ts';
import type { InMemoryRows, RowHolder } from './in-memory/in-memory-rows.ts';
import { type CoercedArguments, coerceArguments, shapeKey, type Variables } from './plan/arguments.ts';
import { checkPasts, checkSwitches, readCursors } from './plan/client-error.ts';
import { type Cost, costOf } from './plan/cost.ts';
import { type ReadDocument, readDocument } from './plan/document.ts';
import { compilePlan, type Plan, type RootChoice } from './plan/plan.ts';

/** An operation to be read: validated, with its variables coerced by graphql-js. */
export interface ReadRequest {
  /** What identifies the document and the operation in it, such as a hash: plans are kept under it. */
  readonly key: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  /** Today's date in UTC, YYYY-MM-DD. */
  readonly today: string;
}

/** A revision by its number and moment. */
export interface RevisionLabel {
  readonly number: number;
  readonly at: string;
}

/** The answer to an operation. */
export interface Answer {
  /** The `data` of the answer, as JSON text. */
  readonly text: string;
  readonly errors: readonly GraphQLError[];
  /** The latest revision, as the statement itself saw it. */
  readonly head: RevisionLabel;
  /** Since which revision facts are withheld as they are in the answer; 0 where nothing is. */
  readonly withheld: number;
  /** The past revision that the answer belongs to, if it reads nothing else: then it never changes. */
  readonly past: number | undefined;
}

/** An operation ready to run: priced, its arguments checked. */
export interface PreparedRead {
  readonly plan: Plan;
  readonly run: Run;
  readonly cost: Cost;
  readonly answer: () => Promise<Answer>;
}

/** Reads the register: compiles selections to SQL, one statement for each operation, and keeps the plans. */
export interface Reader {
  /**
   * Makes an operation ready.
   * @throws ClientError for arguments that no page or revision can have.
   */
  readonly prepare: (request: ReadRequest) => PreparedRead;
}

/** How a reader is set up. */
export interface ReaderOptions {
  readonly schema: GraphQLSchema;
  /** Connections of a login that may only read, with dates in ISO form. */
  readonly pool: Pick<Pool, 'query'>;
  /** Which root fields are of the register; by default all. */
  readonly takes?: RootChoice;
  /** Whether every object of an answer says its type: for answers that graphql-js walks once more. */
  readonly typed?: boolean;
  /** Fields of the schema that are resolved outside the database: where they are asked for, their handles are written. */
  readonly resolved?: ResolvedFields;
  /** Rows of small types, held in memory and joined there; by default none are. */
  readonly holder?: RowHolder;
  /** Whether facts of sources that are withheld are left out; by default they are shown. */
  readonly withholds?: boolean;
  /** How many documents are kept with their plans. */
  readonly documents?: number;
  /** Told of each statement that is run. */
  readonly onStatement?: (text: string) => void;
}

interface Statement {
  readonly plan: Plan;
  uses: number;
  name?: string;
}

/** The statements of an operation, each compiled when it is first run. */
interface CachedPlan {
  /** Reads everything from the database. */
  readonly whole: (withholds: boolean) => Statement;
  /** Leaves out what is held in memory. */
  readonly sparing: (withholds: boolean) => Statement;
}

type Fetched = readonly [revision: number, at: string, withheld: number, root: readonly unknown[]];

interface CachedDocument {
  readonly document: ReadDocument;
  readonly plans: LRUCache<string, CachedPlan>;
}

// A statement is worth a name, and its place in every connection's memory, once it comes again and again.
const usesBeforeName = 3;
const mostNames = 400;
const plansOfDocument = 64;

/** Makes a reader. */
export function createReader({
  schema,
  pool,
  takes = () => true,
  typed = false,
  resolved = {},
  holder,
  withholds: mayWithhold = false,
  documents = 1_000,
  onStatement = () => undefined,
}: ReaderOptions): Reader {
  const kept = new LRUCache<string, CachedDocument>({ max: documents });
  let names = 0;

  const documentOf = ({ key, document, operation }: ReadRequest): CachedDocument => {
    const known = kept.get(key);
    if (known) return known;
    const made: CachedDocument = {
      document: readDocument(schema, document, operation),
      plans: new LRUCache({ max: plansOfDocument }),
    };
    kept.set(key, made);
    return made;
  };

  const planOf = ({ document, plans }: CachedDocument, coerced: CoercedArguments, variables: Variables): CachedPlan => {
    const shape = shapeKey(document, coerced, variables);
    const known = plans.get(shape);
    if (known) return known;
    const statements = new Map<string, Statement>();
    const compiled = (holds: boolean, withholds: boolean): Statement => {
      const which = `${holds} ${withholds}`;
      const found = statements.get(which) ?? {
        plan: compilePlan(schema, document, variables, coerced, { takes, typed, holds, withholds, resolved }),
        uses: 0,
      };
      statements.set(which, found);
      return found;
    };
    const made: CachedPlan = {
      whole: (withholds) => compiled(false, withholds),
      sparing: (withholds) => compiled(true, withholds),
    };
    plans.set(shape, made);
    return made;
  };

  const nameOf = (statement: Statement): string | undefined => {
    statement.uses += 1;
    if (statement.name === undefined && statement.uses > usesBeforeName && names < mostNames) {
      names += 1;
      // By its text: other readers name statements on the same connections.
      statement.name = `read_${createHash('sha256').update(statement.plan.text).digest('base64url')}`;
    }
    return statement.name;
  };

  const fetch = async (statement: Statement, run: Run): Promise<Fetched> => {
    const { text, binds } = statement.plan;
    onStatement(text);
    const name = nameOf(statement);
    const query = { name, text, values: binds.map((bind) => bind(run)), rowMode: 'array' };
    const { rows } = await pool.query<[number, string, readonly unknown[]]>(query as never);
    return rows[0] as unknown as Fetched;
  };

  // Whether anything is withheld, as the last statement saw it: the next is the one that fits, unless that changes.
  let withholding = false;

  /** Fetches by the statement that leaves out as much as the register, in the same snapshot, says must be left out. */
  const fetchFitting = async (which: (withholds: boolean) => Statement, run: Run) => {
    for (;;) {
      const statement = which(withholding);
      const sought = withholding;
      const fetched = await fetch(statement, run);
      const wanted = mayWithhold && fetched[2] > 0;
      if (wanted === sought) return { plan: statement.plan, fetched };
      withholding = wanted;
    }
  };

  const answer = async ({ whole, sparing }: CachedPlan, run: Run): Promise<Answer> => {
    const held = holder?.now();
    if (held) {
      const { plan, fetched } = await fetchFitting(sparing, run);
      holder?.saw(fetched[0]);
      // What is held is of the revision that the statement saw, or of no use to it.
      if (!plan.usesHeld || fetched[0] === held.revision) return answerOf(plan, run, fetched, held);
    }
    const { plan, fetched } = await fetchFitting(whole, run);
    holder?.saw(fetched[0]);
    return answerOf(plan, run, fetched);
  };

  return {
    prepare: (request) => {
      const document = documentOf(request);
      checkSwitches(document.document, request.variables);
      const coerced = coerceArguments(document.document, request.variables);
      const keptPlan = planOf(document, coerced, request.variables);
      // What it costs and where it pages are the same whatever is left out.
      const { plan } = keptPlan.whole(false);
      checkPasts(plan, coerced.values);
      const run: Run = { args: coerced.values, cursors: readCursors(plan, coerced.values), today: request.today };
      return {
        plan,
        run,
        cost: costOf(plan, run.args),
        answer: () => answer(keptPlan, run),
      };
    },
  };
}

function answerOf(plan: Plan, run: Run, [number, at, withheld, root]: Fetched, held?: InMemoryRows): Answer {
  const pasts = plan.pasts.map(({ read, byTime }) => {
    const revision = read(root);
    // A past register that is not there yet may come to be, and while the latest revision answers for a moment another
    // may yet be the last by then: such an answer belongs to the head.
    return revision === undefined || (byTime && revision >= number) ? undefined : revision;
  });
  const settled = !plan.readsHead && pasts.length > 0 && pasts.every((past) => past !== undefined);
  const writing: Writing = { ...run, nulls: [], held };
  return {
    text: plan.write(root, writing),
    errors: writing.nulls.map(({ located }) => located),
    head: { number, at },
    withheld,
    past: settled ? Math.max(...pasts.map((past) => past ?? 0)) : undefined,
  };
}
