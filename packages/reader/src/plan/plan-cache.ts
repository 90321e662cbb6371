import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { cacheBytes } from '../cache/cache-bytes.ts';
import type { CacheSize } from '../cache/cache-size.ts';
import { documentBytes } from '../cache/document-bytes.ts';
import { TwoStageCache } from '../cache/two-stage-cache.ts';
import type { ResolvedFields } from '../compile/resolved-field.ts';
import { type CoercedArguments, shapeKey, type Variables } from './arguments.ts';
import { type PreparedDocument, prepareDocument } from './document.ts';
import { compilePlan, type Plan, type RootFilter } from './plan.ts';
import { planBytes } from './plan-bytes.ts';

/** The options of a {@link PlanCache}. */
export interface PlanCacheOptions {
  readonly schema: GraphQLSchema;
  readonly includesRoot: RootFilter;
  readonly resolved: ResolvedFields;
  readonly showsDeskFields: boolean;
  readonly maxFields: number;
  /** By default {@link cacheBytes}.plans. */
  readonly maxBytes: number | undefined;
}

/** A document of the cache, and what follows from the root fields that it selects. */
export interface CachedDocument {
  readonly document: PreparedDocument;
  /** Whether root fields of the register are selected. */
  readonly selectsRegister: boolean;
  readonly isWholeResponse: boolean;
  readonly bytes: number;
}

/** The plans of an operation for one shape of its variables, each compiled when it is first needed. */
export interface CachedPlan {
  /** Reads all columns from the database. */
  readonly full: (withholds: boolean) => Plan;
  /** Leaves out columns that in-memory rows provide. */
  readonly minimal: (withholds: boolean) => Plan;
}

/** An execution of a document: what its plan depends on. */
export interface PlanRequest {
  /** Identifies the document and the operation in it. */
  readonly key: string;
  readonly variables: Variables;
  readonly coerced: CoercedArguments;
  /** The number of conditions in its filters and orders. */
  readonly conditions: number;
}

interface SizedPlan {
  readonly plan: Plan;
  readonly bytes: number;
}

// The shapes of longer filters rarely recur, and their plans are large.
const maxCachedConditions = 25;

/** Compiles plans and caches them, up to a number of bytes for all documents together. */
export class PlanCache {
  readonly #options: PlanCacheOptions;
  readonly #plans: TwoStageCache<SizedPlan>;
  // Held for as long as the syntax tree, which the API caches by bytes: documentBytes counts both.
  readonly #documents = new WeakMap<OperationDefinitionNode, CachedDocument>();

  constructor(options: PlanCacheOptions) {
    this.#options = options;
    this.#plans = new TwoStageCache('plans', options.maxBytes ?? cacheBytes.plans, ({ bytes }) => bytes);
  }

  /** Returns a document prepared for compilation. The same syntax tree is prepared once. */
  documentOf(document: DocumentNode, operation: OperationDefinitionNode): CachedDocument {
    const cached = this.#documents.get(operation);
    if (cached) return cached;
    const { schema, resolved, includesRoot } = this.#options;
    const prepared = prepareDocument(schema, document, operation, resolved);
    const rootNames = [...prepared.rootNames];
    const entry: CachedDocument = {
      document: prepared,
      selectsRegister: rootNames.some(includesRoot),
      isWholeResponse: rootNames.every((name) => name === '__typename' || includesRoot(name)) && !prepared.resolves,
      bytes: documentBytes(document),
    };
    this.#documents.set(operation, entry);
    return entry;
  }

  /**
   * Returns the plans of a document for an execution. Their functions throw ClientError if the operation has more
   * fields than allowed.
   */
  planOf(document: CachedDocument, request: PlanRequest): CachedPlan {
    const prefix = `${request.key} ${shapeKey(document.document, request.coerced, request.variables)}`;
    // The same execution needs a plan twice: for its cost and for its statement.
    const used = new Map<string, Plan>();
    const plan = (useInMemoryRows: boolean, withholds: boolean): Plan => {
      const key = `${prefix} ${useInMemoryRows ? 'minimal' : 'full'} ${withholds}`;
      const found = used.get(key) ?? this.#plans.get(key)?.plan;
      const compiled = found ?? this.#compile(document, request, useInMemoryRows, withholds);
      if (!found && request.conditions <= maxCachedConditions)
        this.#plans.set(key, { plan: compiled, bytes: planBytes(compiled) + document.bytes });
      used.set(key, compiled);
      return compiled;
    };
    return { full: (withholds) => plan(false, withholds), minimal: (withholds) => plan(true, withholds) };
  }

  /** Returns the number of cached plans and their bytes. */
  size(): CacheSize {
    return this.#plans.size();
  }

  #compile(
    { document, isWholeResponse }: CachedDocument,
    { variables, coerced }: PlanRequest,
    useInMemoryRows: boolean,
    withholds: boolean,
  ): Plan {
    const { schema, includesRoot, resolved, showsDeskFields, maxFields } = this.#options;
    return compilePlan(schema, document, variables, coerced, {
      ...(isWholeResponse ? {} : { includesRoot, addTypenames: true }),
      useInMemoryRows,
      withholds,
      showsDeskFields,
      resolved,
      maxFields,
    });
  }
}
