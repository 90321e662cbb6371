import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { CacheSize } from './cache/cache-size.ts';
import type { ResolvedFields } from './compile/resolved-field.ts';
import type { EmitContext, Run } from './compile/run.ts';
import type { RowCache } from './in-memory/in-memory-rows.ts';
import type { InMemoryRows } from './in-memory/in-memory-types.ts';
import { coerceArguments, type Variables } from './plan/arguments.ts';
import type { ClientError } from './plan/client-error.ts';
import { type Cost, costOf } from './plan/cost.ts';
import { explainInputs } from './plan/explain-inputs.ts';
import { checkInputs } from './plan/input-checks.ts';
import type { Plan, RootFilter } from './plan/plan.ts';
import { type CachedPlan, PlanCache } from './plan/plan-cache.ts';
import {
  checkDirectiveVariables,
  checkPastReads,
  countConditions,
  type ReadLimits,
  readCursors,
} from './plan/request-checks.ts';
import { type UnmetInput, unmetInputsOf } from './plan/unmet-inputs.ts';
import type { StatementRunner } from './statements/statement-runner.ts';

/** An operation to execute. It is validated, and graphql-js has coerced its variables. */
export interface ReadRequest {
  /** Identifies the document and the operation in it. Plans are cached by this key. */
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
  /** The arguments for which the register has nothing; see `PreparedRead.contradictionIn`. */
  readonly unmet: readonly UnmetInput[];
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
  /**
   * Checks the arguments that can only give null or an empty list, whatever the register has: references without id and
   * code, ids of another type, revisions that cannot exist, and spans that end before they start.
   * @throws ClientError for the first of them
   */
  readonly checkInputs: () => void;
  readonly answer: () => Promise<Answer>;
  /**
   * Returns the error for the first argument that contradicts the register, and for which the answer has null or an empty
   * list: a revision after the latest (NO_SUCH_REVISION), an id and a code of different facts, a code of a fact of another
   * type. Returns undefined if there is none: what the register merely does not have is null without an error. Runs a
   * second statement if a code was not found.
   */
  readonly contradictionIn: (answer: Answer) => Promise<ClientError | undefined>;
}

/** Reads the register: compiles each operation to one SQL statement, and caches the plans. */
export interface Reader {
  /**
   * Prepares an operation. Returns undefined if it selects no root field of the register.
   * @throws ClientError if the arguments of a page or past register are invalid, if `@skip` or `@include` has null, or
   * if the operation exceeds one of the {@link ReadLimits}.
   */
  readonly prepare: (request: ReadRequest) => PreparedRead | undefined;
  /** Returns the size of the cache of plans. */
  readonly planCache: () => CacheSize;
}

/** The options of {@link createReader}. */
export interface ReaderOptions {
  readonly schema: GraphQLSchema;
  /** Runs statements on connections of a read-only login, with dates in ISO format. */
  readonly statements: StatementRunner;
  /** Selects the root fields that belong to the register; by default all. */
  readonly includesRoot?: RootFilter;
  /** Fields that are resolved outside the database. The reader writes a handle in their place. */
  readonly resolved?: ResolvedFields;
  /** The rows that are joined in memory; by default all columns are read from the database. */
  readonly rowCache?: RowCache;
  /** Whether to leave out withheld facts; by default they are included. */
  readonly withholds?: boolean;
  /**
   * Whether fields that only the desk shows can be read; by default they can. The login of `statements` must allow it.
   */
  readonly showsDeskFields?: boolean;
  /** By default an operation may ask for any number of conditions, values and fields. */
  readonly limits?: ReadLimits;
  /** The maximum bytes of the cached plans, by default {@link cacheBytes}.plans. */
  readonly maxPlanBytes?: number;
  /** Called with the text of each statement before it runs. */
  readonly onStatement?: (text: string) => void;
}

type FetchedRow = readonly [revision: number, at: string, withheld: number, root: readonly unknown[]];

const unlimited: ReadLimits = {
  conditions: Number.POSITIVE_INFINITY,
  listValues: Number.POSITIVE_INFINITY,
  fields: Number.POSITIVE_INFINITY,
};

/** Creates a reader. It caches the plans of operations. */
export function createReader({
  schema,
  statements,
  includesRoot = () => true,
  resolved = {},
  rowCache,
  withholds: mayWithhold = false,
  showsDeskFields = true,
  limits = unlimited,
  maxPlanBytes,
  onStatement = () => undefined,
}: ReaderOptions): Reader {
  const plans = new PlanCache({
    ...{ schema, includesRoot, resolved, showsDeskFields },
    maxFields: limits.fields,
    maxBytes: maxPlanBytes,
  });

  const fetch = async ({ text, binds }: Plan, run: Run): Promise<FetchedRow> => {
    onStatement(text);
    const [row] = await statements.run(
      text,
      binds.map((bind) => bind(run)),
    );
    return row as unknown as FetchedRow;
  };

  // Whether the last statement saw withheld facts. The next one is compiled accordingly, and repeated if that has
  // changed.
  let lastWithheld = false;

  /**
   * Runs the statement that leaves out withheld facts if the register has any in the same snapshot, else the statement
   * that includes all facts.
   */
  const fetchWithheld = async (planFor: (withholds: boolean) => Plan, run: Run) => {
    for (;;) {
      const withholds = lastWithheld;
      const plan = planFor(withholds);
      const fetched = await fetch(plan, run);
      const mustWithhold = mayWithhold && fetched[2] > 0;
      if (mustWithhold === withholds) return { plan, fetched };
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
    prepare: ({ key, document, operation, variables, today }) => {
      const prepared = plans.documentOf(document, operation);
      if (!prepared.selectsRegister) return undefined;
      checkDirectiveVariables(prepared.document, variables);
      const coerced = coerceArguments(prepared.document, variables);
      const conditions = countConditions(prepared.document, coerced, limits);
      const cachedPlan = plans.planOf(prepared, { key, variables, coerced, conditions });
      // All variants have the same cost and the same pages: compile the one that will probably run.
      const plan = rowCache?.current() ? cachedPlan.minimal(lastWithheld) : cachedPlan.full(lastWithheld);
      checkPastReads(plan, coerced.values);
      const run: Run = { args: coerced.values, cursors: readCursors(plan, coerced.values), today };
      return {
        plan,
        run,
        cost: costOf(plan, run.args),
        isWholeResponse: prepared.isWholeResponse,
        checkInputs: () => checkInputs(prepared.document, plan, run.args),
        answer: () => answer(cachedPlan, run),
        contradictionIn: ({ unmet, head, withheld }) =>
          explainInputs(unmet, run, { statements, withholds: mayWithhold && withheld > 0, head: head.number }),
      };
    },
    planCache: () => plans.size(),
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
    unmet: unmetInputsOf(plan, run.args, root, number),
  };
}
