import type { ReasonCode } from '@chancery/measures';
import type { MeasureData, RegisterView, ResolvedHandle } from '@chancery/reader';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { apiError } from '../errors.ts';
import { limits } from '../limits/limits.ts';
import { allDyads } from './all-dyads.ts';
import { type MeasureName, measureNames, measureOf } from './catalogue.ts';
import { createMeasureEngine, type MeasureEngine, type Pair } from './measure-engine.ts';
import { computeNetwork, type NetworkRequest } from './network.ts';
import type { MeasureOptions } from './options.ts';
import { measuredFields } from './sdl.ts';
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

/** Computes the value of a field. The handle says for which states, in which revision and on which day. */
type Resolve = (handle: ResolvedHandle, args: never) => unknown;

/**
 * Sets resolvers for the measure fields of a schema. The reader writes a handle in place of each field; the resolver
 * computes the value from it. With `withholds`, measures are computed without withheld facts, like everything the
 * endpoint reads.
 */
export function resolveMeasures(schema: GraphQLSchema, data: MeasureData, { withholds }: { withholds: boolean }): void {
  const viewOf = ({ revision, withheld }: ResolvedHandle): RegisterView => ({
    revision,
    withheld: withholds ? withheld : null,
  });
  const resolvers = resolversOf(createMeasureEngine(data), data, viewOf);
  for (const [typeName, fields] of Object.entries(measuredFields)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`the schema has no object type ${typeName}`);
    for (const name of Object.keys(fields)) {
      const field = type.getFields()[name];
      const resolve = resolvers[`${typeName === 'Register' ? 'Query' : typeName}.${name}`];
      const findHandle = field?.resolve;
      if (!field || !findHandle || !resolve) throw new Error(`${typeName}.${name} has no resolver for its measure`);
      field.resolve = async (source, args, context, info) =>
        resolve((await findHandle(source, args, context, info)) as ResolvedHandle, args as never);
    }
  }
}

function resolversOf(
  engine: MeasureEngine,
  data: MeasureData,
  viewOf: (handle: ResolvedHandle) => RegisterView,
): Readonly<Record<string, Resolve>> {
  const requestOf = (handle: ResolvedHandle, { measure, options }: MeasureArguments) => ({
    name: measure,
    options,
    view: viewOf(handle),
  });
  const network = (handle: ResolvedHandle, { year, on, ...args }: NetworkArguments) =>
    computeNetwork(
      engine,
      data,
      { ...args, view: viewOf(handle) },
      windowOf({ ...(year ? { year } : {}), ...(on ? { on } : {}) }, handle.on),
    );
  return {
    'Query.measures': () =>
      measureNames.map((name) => {
        const { description, reference } = measureOf(name);
        return { name, description, reference };
      }),
    'Query.measureMatrix': (handle, args: MeasureArguments) => matrix(engine, requestOf(handle, args), handle, args),
    'Query.measureNetwork': network,
    'Dyad.measure': (handle, args: MeasureArguments) =>
      engine.value(requestOf(handle, args), handle.of as unknown as Pair, windowOf(args, handle.on)),
    'Dyad.series': (handle, args: MeasureArguments & { from: number; to: number }) =>
      engine.series(requestOf(handle, args), handle.of as unknown as Pair, args.from, args.to),
    'State.partners': (handle, args: MeasureArguments & { first: number; lowest: boolean }) =>
      partners(engine, requestOf(handle, args), handle, args),
    'State.centrality': async (handle, args: NetworkArguments) => {
      const { nodes, ...contract } = await network(handle, args);
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

type MeasureRequest = Parameters<MeasureEngine['comparison']>[0];

async function partners(
  engine: MeasureEngine,
  request: MeasureRequest,
  { of: [state = ''], on }: ResolvedHandle,
  args: WindowArguments & { readonly first: number; readonly lowest: boolean },
) {
  if (args.first < 1 || args.first > limits.partners)
    throw apiError('BAD_USER_INPUT', `The argument first must be from 1 to ${limits.partners}, not ${args.first}.`);
  const { contract, window, members, compare } = await engine.comparison(request, windowOf(args, on));
  const all = members.filter(({ id }) => id !== state).map((other) => ({ state: other, ...compare(state, other.id) }));
  const withValue = all.filter(({ value }) => value !== null);
  const sign = args.lowest ? 1 : -1;
  // Equal values keep the order of the population.
  const order = new Map(members.map(({ id }, at) => [id, at]));
  const placeOf = ({ state: { id } }: { state: { id: string } }) => order.get(id) ?? 0;
  withValue.sort((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)) || placeOf(a) - placeOf(b));
  return {
    ...contract,
    ...{ year: window.year, on: window.on },
    ...(withValue.length > 0
      ? { reason: null, reasonCode: null }
      : {
          reason: all[0]?.reason ?? 'The system of states has no other state at that time.',
          reasonCode: all[0]?.reasonCode ?? 'NOT_IN_SYSTEM',
        }),
    n: withValue.length,
    partners: withValue.slice(0, args.first),
  };
}

async function matrix(engine: MeasureEngine, request: MeasureRequest, { on }: ResolvedHandle, args: WindowArguments) {
  const comparison = await engine.comparison(request, windowOf(args, on));
  const { contract, window, members } = comparison;
  const empty = <Value>() => members.map(() => new Array<Value | null>(members.length).fill(null));
  const [values, compared] = [empty<number>(), empty<number>()];
  const reasons = new Map<string, { reasonCode: ReasonCode; dyads: number }>();
  let [row, n] = [0, 0];
  for await (const { others } of allDyads(comparison)) {
    for (const [at, { value, reason, reasonCode, n: observations }] of others.entries()) {
      const column = row + 1 + at;
      if (reason !== null && reasonCode !== null)
        reasons.set(reason, { reasonCode, dyads: (reasons.get(reason)?.dyads ?? 0) + 1 });
      else n += 1;
      for (const [i, j] of [
        [row, column],
        [column, row],
      ] as const) {
        (values[i] ?? [])[j] = value;
        (compared[i] ?? [])[j] = observations;
      }
    }
    row += 1;
  }
  return {
    ...contract,
    ...{ year: window.year, on: window.on, states: members, n, values, compared },
    reasons: [...reasons].map(([reason, rest]) => ({ reason, ...rest })),
  };
}
