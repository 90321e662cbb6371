import { createHash } from 'node:crypto';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { ResolvedFields } from './compile/resolved-field.ts';
import type { EmitContext, Run } from './compile/run.ts';
import type { RowCache } from './in-memory/in-memory-rows.ts';
import type { InMemoryRows } from './in-memory/in-memory-types.ts';
import { type CoercedArguments, coerceArguments, shapeKey, type Variables } from './plan/arguments.ts';
import { checkDirectiveVariables, checkPastReads, readCursors } from './plan/client-error.ts';
import { type Cost, costOf } from './plan/cost.ts';
import { type PreparedDocument, prepareDocument } from './plan/document.ts';
import { compilePlan, type Plan, type RootFilter } from './plan/plan.ts';

/** An operation to execute. It is validated, and graphql-js has coerced its variables. */
export interface ReadRequest {
  /** Identifies the document and the operation in it. Documents and plans are cached by this key. */
  readonly key: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  /** Today's date in UTC, YYYY-MM-DD. */
  readonly today: string;
}

/** The number of a revision, and the time of its merge in ISO 8601. */
export interface RevisionLabel {
  readonly number: number;
  readonly at: string;
}

/** What the reader returns for an operation: the data and errors of the response, and the revisions that it read. */
export interface Answer {
  /** The `data` of the response, as JSON text. */
  readonly text: string;
  readonly errors: readonly GraphQLError[];
  /** The latest revision at the time of the statement, even if the operation reads only past registers. */
  readonly head: RevisionLabel;
  /** The revision since which the set of withheld facts has not changed; 0 if no facts are withheld. */
  readonly withheld: number;
  /**
   * The latest of the past revisions that the response depends on, if it depends only on past revisions and so never
   * changes; else undefined.
   */
  readonly past: number | undefined;
}

/** An operation that is ready to run: its cost is computed and its arguments are checked. */
export interface PreparedRead {
  readonly plan: Plan;
  readonly run: Run;
  readonly cost: Cost;
  /**
   * Whether the answer is the whole response. If it is not, the operation selects root fields that do not belong to the
   * register or fields that are resolved outside the database, and graphql-js must execute it. Every object of the
   * answer then has a `__typename`.
   */
  readonly isWholeResponse: boolean;
  readonly answer: () => Promise<Answer>;
}

/** Reads the register: compiles each operation to one SQL statement, and caches the plans. */
export interface Reader {
  /**
   * Prepares an operation. Returns undefined if it selects no root field of the register.
   * @throws ClientError if the arguments of a page or past register are invalid, or if `@skip` or `@include` has null.
   */
  readonly prepare: (request: ReadRequest) => PreparedRead | undefined;
}

/** The options of {@link createReader}. */
export interface ReaderOptions {
  readonly schema: GraphQLSchema;
  /** Connections of a read-only login, with dates in ISO format. */
  readonly pool: Pick<Pool, 'query'>;
  /** Selects the root fields that belong to the register; by default all. */
  readonly includesRoot?: RootFilter;
  /** Fields that are resolved outside the database. The reader writes a handle in their place. */
  readonly resolved?: ResolvedFields;
  /** The rows that are joined in memory; by default all columns are read from the database. */
  readonly rowCache?: RowCache;
  /** Whether to leave out withheld facts; by default they are included. */
  readonly withholds?: boolean;
  /** The maximum number of documents that are cached with their plans. By default 1,000. */
  readonly maxDocuments?: number;
  /** Called with the text of each statement before it runs. */
  readonly onStatement?: (text: string) => void;
}

interface Statement {
  readonly plan: Plan;
  uses: number;
  name?: string;
}

/** The statements of an operation, each compiled when it is first needed. */
interface CachedPlan {
  /** Reads all columns from the database. */
  readonly full: (withholds: boolean) => Statement;
  /** Leaves out columns that in-memory rows provide. */
  readonly minimal: (withholds: boolean) => Statement;
}

type FetchedRow = readonly [revision: number, at: string, withheld: number, root: readonly unknown[]];

interface CachedDocument {
  readonly document: PreparedDocument;
  /** Whether root fields of the register are selected. */
  readonly selectsRegister: boolean;
  readonly isWholeResponse: boolean;
  readonly plans: LRUCache<string, CachedPlan>;
}

// A prepared statement takes memory in every connection: only repeated statements get a name.
const usesBeforeName = 3;
const maxNamedStatements = 400;
const maxPlansPerDocument = 64;

/**
 * Creates a reader. It caches documents and their plans, and lets Postgres prepare statements that are used repeatedly.
 */
export function createReader({
  schema,
  pool,
  includesRoot = () => true,
  resolved = {},
  rowCache,
  withholds: mayWithhold = false,
  maxDocuments = 1_000,
  onStatement = () => undefined,
}: ReaderOptions): Reader {
  const cachedDocuments = new LRUCache<string, CachedDocument>({ max: maxDocuments });
  let namedStatements = 0;

  const documentOf = ({ key, document, operation }: ReadRequest): CachedDocument => {
    const cached = cachedDocuments.get(key);
    if (cached) return cached;
    const read = prepareDocument(schema, document, operation, resolved);
    const rootNames = [...read.rootNames];
    const entry: CachedDocument = {
      document: read,
      selectsRegister: rootNames.some(includesRoot),
      isWholeResponse: rootNames.every((name) => name === '__typename' || includesRoot(name)) && !read.resolves,
      plans: new LRUCache({ max: maxPlansPerDocument }),
    };
    cachedDocuments.set(key, entry);
    return entry;
  };

  const planOf = (
    { document, isWholeResponse, plans }: CachedDocument,
    coerced: CoercedArguments,
    variables: Variables,
  ): CachedPlan => {
    const shape = shapeKey(document, coerced, variables);
    const cached = plans.get(shape);
    if (cached) return cached;
    const statements = new Map<string, Statement>();
    const compile = (useInMemoryRows: boolean, withholds: boolean): Statement => {
      const variant = `${useInMemoryRows} ${withholds}`;
      const statement = statements.get(variant) ?? {
        plan: compilePlan(schema, document, variables, coerced, {
          ...(isWholeResponse ? {} : { includesRoot, addTypenames: true }),
          useInMemoryRows,
          withholds,
          resolved,
        }),
        uses: 0,
      };
      statements.set(variant, statement);
      return statement;
    };
    const plan: CachedPlan = {
      full: (withholds) => compile(false, withholds),
      minimal: (withholds) => compile(true, withholds),
    };
    plans.set(shape, plan);
    return plan;
  };

  const nameOf = (statement: Statement): string | undefined => {
    statement.uses += 1;
    if (statement.name === undefined && statement.uses > usesBeforeName && namedStatements < maxNamedStatements) {
      namedStatements += 1;
      // A hash of the text: other readers name statements on the same connections.
      statement.name = `read_${createHash('sha256').update(statement.plan.text).digest('base64url')}`;
    }
    return statement.name;
  };

  const fetch = async (statement: Statement, run: Run): Promise<FetchedRow> => {
    const { text, binds } = statement.plan;
    onStatement(text);
    const name = nameOf(statement);
    const query = { name, text, values: binds.map((bind) => bind(run)), rowMode: 'array' };
    const { rows } = await pool.query<[number, string, readonly unknown[]]>(query as never);
    return rows[0] as unknown as FetchedRow;
  };

  // Whether the last statement saw withheld facts. The next one is compiled accordingly, and repeated if that has
  // changed.
  let lastWithheld = false;

  /**
   * Runs the statement that leaves out withheld facts if the register has any in the same snapshot, else the statement
   * that includes all facts.
   */
  const fetchWithheld = async (statementFor: (withholds: boolean) => Statement, run: Run) => {
    for (;;) {
      const withholds = lastWithheld;
      const statement = statementFor(withholds);
      const fetched = await fetch(statement, run);
      const mustWithhold = mayWithhold && fetched[2] > 0;
      if (mustWithhold === withholds) return { plan: statement.plan, fetched };
      lastWithheld = mustWithhold;
    }
  };

  const answer = async ({ full, minimal }: CachedPlan, run: Run): Promise<Answer> => {
    const inMemoryRows = rowCache?.current();
    if (inMemoryRows) {
      const { plan, fetched } = await fetchWithheld(minimal, run);
      rowCache?.onRevision(fetched[0]);
      // In-memory rows can be used only if they are of the revision that the statement saw.
      if (!plan.usesInMemoryRows || fetched[0] === inMemoryRows.revision)
        return toAnswer(plan, run, fetched, inMemoryRows);
    }
    const { plan, fetched } = await fetchWithheld(full, run);
    rowCache?.onRevision(fetched[0]);
    return toAnswer(plan, run, fetched);
  };

  return {
    prepare: (request) => {
      const document = documentOf(request);
      if (!document.selectsRegister) return undefined;
      checkDirectiveVariables(document.document, request.variables);
      const coerced = coerceArguments(document.document, request.variables);
      const cachedPlan = planOf(document, coerced, request.variables);
      // All variants have the same cost and the same pages: compile the one that will probably run.
      const { plan } = rowCache?.current() ? cachedPlan.minimal(lastWithheld) : cachedPlan.full(lastWithheld);
      checkPastReads(plan, coerced.values);
      const run: Run = { args: coerced.values, cursors: readCursors(plan, coerced.values), today: request.today };
      return {
        plan,
        run,
        cost: costOf(plan, run.args),
        isWholeResponse: document.isWholeResponse,
        answer: () => answer(cachedPlan, run),
      };
    },
  };
}

function toAnswer(plan: Plan, run: Run, [number, at, withheld, root]: FetchedRow, inMemoryRows?: InMemoryRows): Answer {
  const pastRevisions = plan.pastReads.map(({ read, byTime }) => {
    const revision = read(root);
    // The response depends on the head if the revision does not exist yet, or if a time selects the latest revision: a
    // later one may still be merged by that time.
    return revision === undefined || (byTime && revision >= number) ? undefined : revision;
  });
  const isFinal = !plan.readsHead && pastRevisions.length > 0 && pastRevisions.every((past) => past !== undefined);
  const context: EmitContext = { ...run, fieldErrors: [], inMemoryRows };
  return {
    text: plan.write(root, context),
    errors: context.fieldErrors.map(({ locatedError }) => locatedError),
    head: { number, at },
    withheld,
    past: isFinal ? Math.max(...pastRevisions.map((past) => past ?? 0)) : undefined,
  };
}
