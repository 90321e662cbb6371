import type { RegisterView, ResolvedHandle } from '@chancery/reader';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { EndpointContext } from '../endpoints/endpoint-context.ts';
import { apiError } from '../errors.ts';
import { limits } from '../limits/limits.ts';
import { type MeasureName, measureNames, measureOf } from './catalogue.ts';
import type { Computation, ResultOf } from './computations/computation.ts';
import type { Computations } from './computations/computations.ts';
import { checkYears, type MeasureRequest, type Pair } from './measure-engine.ts';
import type { NetworkRequest } from './network.ts';
import { type MeasureOptions, resolveOptions } from './options.ts';
import { measuredFields } from './prices.ts';
import { windowOf } from './window.ts';

interface WindowArguments {
  readonly year?: number | null;
  readonly on?: string | null;
}

interface MeasureArguments extends WindowArguments {
  readonly measure: MeasureName;
  readonly options?: MeasureOptions | null;
}

type NetworkArguments = WindowArguments & Omit<NetworkRequest, 'view'>;

/** Computes a statistic for the client of the current operation. */
type Compute = <Each extends Computation>(computation: Each) => Promise<ResultOf<Each['kind']>>;

/** Computes the value of a field. The handle says for which states, in which revision and on which day. */
type Resolve = (handle: ResolvedHandle, args: never, compute: Compute) => unknown;

/**
 * Sets resolvers for the measure fields of a schema. The reader writes a handle in place of each field; the resolver
 * computes the value from it. With `withholds`, measures are computed without withheld facts, like everything the
 * endpoint reads.
 */
export function resolveMeasures(
  schema: GraphQLSchema,
  computations: Computations,
  { withholds }: { withholds: boolean },
): void {
  const viewOf = ({ revision, withheld }: ResolvedHandle): RegisterView => ({
    revision,
    withheld: withholds ? withheld : null,
  });
  const resolvers = resolversOf(viewOf);
  for (const [typeName, fields] of Object.entries(measuredFields)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`the schema has no object type ${typeName}`);
    for (const name of Object.keys(fields)) {
      const field = type.getFields()[name];
      const resolve = resolvers[`${typeName === 'Register' ? 'Query' : typeName}.${name}`];
      const findHandle = field?.resolve;
      if (!field || !findHandle || !resolve) throw new Error(`${typeName}.${name} has no resolver for its measure`);
      field.resolve = async (source, args, context: EndpointContext, info) =>
        resolve(
          (await findHandle(source, args, context, info)) as ResolvedHandle,
          args as never,
          computeFor(computations, context),
        );
    }
  }
}

function computeFor(computations: Computations, context: EndpointContext): Compute {
  return async (computation) => {
    const signal = context.disconnected();
    const { result, isCacheable } = await computations.compute(computation, { lane: 'fields', signal });
    if (!isCacheable) context.trace.readsOtherFacts = true;
    return result;
  };
}

function resolversOf(viewOf: (handle: ResolvedHandle) => RegisterView): Readonly<Record<string, Resolve>> {
  const requestOf = (handle: ResolvedHandle, { measure, options }: MeasureArguments): MeasureRequest => {
    // Refuse invalid options here: they need no thread.
    resolveOptions(measure, options ?? {});
    return { name: measure, options, view: viewOf(handle) };
  };
  const network = (handle: ResolvedHandle, { year, on, ...args }: NetworkArguments, compute: Compute) =>
    compute({
      kind: 'network',
      window: windowOf({ ...(year ? { year } : {}), ...(on ? { on } : {}) }, handle.on),
      request: { ...args, view: viewOf(handle) },
    });
  return {
    'Query.measures': () =>
      measureNames.map((name) => {
        const { description, reference } = measureOf(name);
        return { name, description, reference };
      }),
    'Query.measureMatrix': (handle, args: MeasureArguments, compute) =>
      compute({ kind: 'matrix', window: windowOf(args, handle.on), request: requestOf(handle, args) }),
    'Query.measureNetwork': network,
    'Dyad.measure': (handle, args: MeasureArguments, compute) => {
      const window = windowOf(args, handle.on);
      return compute({ kind: 'value', window, pair: pairOf(handle), request: requestOf(handle, args) });
    },
    'Dyad.series': (handle, args: MeasureArguments & { from: number; to: number }, compute) => {
      const { from, to } = args;
      checkYears(from, to);
      return compute({ kind: 'series', from, to, pair: pairOf(handle), request: requestOf(handle, args) });
    },
    'State.partners': async (handle, args: MeasureArguments & { first: number; lowest: boolean }, compute) => {
      const { first, lowest } = args;
      if (first < 1 || first > limits.partners)
        throw apiError('BAD_USER_INPUT', `The argument first must be from 1 to ${limits.partners}, not ${first}.`);
      const window = windowOf(args, handle.on);
      const [state = ''] = handle.of;
      const ranking = await compute({ kind: 'ranking', state, lowest, window, request: requestOf(handle, args) });
      return { ...ranking, partners: ranking.partners.slice(0, first) };
    },
    'State.centrality': async (handle, args: NetworkArguments, compute) => {
      const { nodes, ...contract } = await network(handle, args, compute);
      const node = nodes.find(({ state }) => state.id === handle.of[0]);
      return {
        ...contract,
        ...node,
        reason: contract.reason ?? (node ? null : 'The state is not in the system of states at that time.'),
        reasonCode: contract.reasonCode ?? (node ? null : 'NOT_IN_SYSTEM'),
      };
    },
  };
}

function pairOf({ of }: ResolvedHandle): Pair {
  return of as unknown as Pair;
}
