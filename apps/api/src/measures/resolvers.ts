import type { ReasonCode } from '@chancery/measures';
import type { MeasureData, ResolvedHandle, Seen } from '@chancery/reader';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { apiError } from '../errors.ts';
import { allDyads } from './all-dyads.ts';
import { type MeasureName, measureNames, measureOf } from './catalogue.ts';
import { createMeasureEngine, type MeasureEngine, type Pair } from './measure-engine.ts';
import { type NetworkRequest, networkOf } from './network.ts';
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

type NetworkArguments = WindowArguments & Omit<NetworkRequest, 'seen'>;

/** Reckons the value of a field for whom, in which revision and on which day it is asked. */
type Resolve = (handle: ResolvedHandle, args: never) => unknown;

/**
 * Lets the measured fields of a schema be reckoned, once what the reader wrote in their place is found. At a door that
 * withholds they are reckoned without what is withheld, like all that is read there.
 */
export function resolveMeasures(schema: GraphQLSchema, data: MeasureData, { withholds }: { withholds: boolean }): void {
  const seenBy = ({ revision, withheld }: ResolvedHandle): Seen => ({
    revision,
    withheld: withholds ? withheld : null,
  });
  const resolvers = resolversOf(createMeasureEngine(data), data, seenBy);
  for (const [typeName, fields] of Object.entries(measuredFields)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no type of the register`);
    for (const name of Object.keys(fields)) {
      const field = type.getFields()[name];
      const resolve = resolvers[`${typeName === 'Register' ? 'Query' : typeName}.${name}`];
      const find = field?.resolve;
      if (!field || !find || !resolve) throw new Error(`${typeName}.${name} cannot be reckoned`);
      field.resolve = async (source, args, context, info) =>
        resolve((await find(source, args, context, info)) as ResolvedHandle, args as never);
    }
  }
}

function resolversOf(
  engine: MeasureEngine,
  data: MeasureData,
  seenBy: (handle: ResolvedHandle) => Seen,
): Readonly<Record<string, Resolve>> {
  const asked = (handle: ResolvedHandle, { measure, options }: MeasureArguments) => ({
    name: measure,
    options,
    seen: seenBy(handle),
  });
  const network = (handle: ResolvedHandle, { year, on, ...args }: NetworkArguments) =>
    networkOf(
      engine,
      data,
      { ...args, seen: seenBy(handle) },
      windowOf({ ...(year ? { year } : {}), ...(on ? { on } : {}) }, handle.on),
    );
  return {
    'Query.measures': () =>
      measureNames.map((name) => {
        const { description, reference } = measureOf(name);
        return { name, description, reference };
      }),
    'Query.measureMatrix': (handle, args: MeasureArguments) => matrix(engine, asked(handle, args), handle, args),
    'Query.measureNetwork': network,
    'Dyad.measure': (handle, args: MeasureArguments) =>
      engine.value(asked(handle, args), handle.of as unknown as Pair, windowOf(args, handle.on)),
    'Dyad.series': (handle, args: MeasureArguments & { from: number; to: number }) =>
      engine.series(asked(handle, args), handle.of as unknown as Pair, args.from, args.to),
    'State.partners': (handle, args: MeasureArguments & { first: number; lowest: boolean }) =>
      partners(engine, asked(handle, args), handle, args),
    'State.centrality': async (handle, args: NetworkArguments) => {
      const { nodes, ...whole } = await network(handle, args);
      const own = nodes.find(({ state }) => state.id === handle.of[0]);
      return {
        ...whole,
        ...own,
        reason: whole.reason ?? (own ? null : 'The state is not in the system at that time.'),
        reasonCode: whole.reasonCode ?? (own ? null : 'NOT_IN_SYSTEM'),
      };
    },
  };
}

type MeasureRequest = Parameters<MeasureEngine['comparison']>[0];

async function partners(
  engine: MeasureEngine,
  asked: MeasureRequest,
  { of: [state = ''], on }: ResolvedHandle,
  args: WindowArguments & { readonly first: number; readonly lowest: boolean },
) {
  if (args.first < 1 || args.first > 300) throw apiError('BAD_USER_INPUT', 'Ask for 1 to 300 partners.');
  const { contract, window, members, compare } = await engine.comparison(asked, windowOf(args, on));
  const all = members.filter(({ id }) => id !== state).map((other) => ({ state: other, ...compare(state, other.id) }));
  const known = all.filter(({ value }) => value !== null);
  const sign = args.lowest ? 1 : -1;
  // Ties come in the order of the population.
  const order = new Map(members.map(({ id }, at) => [id, at]));
  const places = ({ state: { id } }: { state: { id: string } }) => order.get(id) ?? 0;
  known.sort((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)) || places(a) - places(b));
  return {
    ...contract,
    ...{ year: window.year, on: window.on },
    ...(known.length > 0
      ? { reason: null, reasonCode: null }
      : {
          reason: all[0]?.reason ?? 'The system has no other state at that time.',
          reasonCode: all[0]?.reasonCode ?? 'NOT_IN_SYSTEM',
        }),
    n: known.length,
    partners: known.slice(0, args.first),
  };
}

async function matrix(engine: MeasureEngine, asked: MeasureRequest, { on }: ResolvedHandle, args: WindowArguments) {
  const comparison = await engine.comparison(asked, windowOf(args, on));
  const { contract, window, members } = comparison;
  const empty = <Value>() => members.map(() => new Array<Value | null>(members.length).fill(null));
  const [values, compared] = [empty<number>(), empty<number>()];
  const reasons = new Map<string, { reasonCode: ReasonCode; dyads: number }>();
  let [row, n] = [0, 0];
  for await (const { others } of allDyads(comparison)) {
    for (const [at, { value, reason, reasonCode, n: things }] of others.entries()) {
      const column = row + 1 + at;
      if (reason !== null && reasonCode !== null)
        reasons.set(reason, { reasonCode, dyads: (reasons.get(reason)?.dyads ?? 0) + 1 });
      else n += 1;
      for (const [one, other] of [
        [row, column],
        [column, row],
      ] as const) {
        (values[one] ?? [])[other] = value;
        (compared[one] ?? [])[other] = things;
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
