import type { ResolvedFields } from '@chancery/reader';
import { type Measure, type MeasureName, measureOf } from './catalogue.ts';
import type { NetworkName } from './network.ts';

// A point is about a tenth of the time of a small read. Prices follow the time that each statistic takes on published
// data: tests/prove/measures/prices.prove.test.ts compares the two. No published data set has events; they cost as much as
// exercises, which they resemble most.

/** The cost of a series in points, by the facts that its measure is computed from. Roll calls are by far the most. */
export const seriesPoints = {
  VOTES: 250,
  ALLIANCES: 40,
  MEMBERSHIPS: 40,
  EXERCISES: 40,
  EVENTS: 40,
} as const satisfies Readonly<Record<Measure['basis'], number>>;

/** The cost of a network in points. Organizations tie nearly all states to each other. */
export const networkPoints = {
  MEMBERSHIPS: 800,
  ALLIANCES: 200,
  EXERCISES: 200,
} as const satisfies Readonly<Record<NetworkName, number>>;

/** The cost of a ranking in points, by the facts that its measure is computed from. */
export const partnersPoints = {
  VOTES: 100,
  ALLIANCES: 100,
  MEMBERSHIPS: 100,
  EXERCISES: 40,
  EVENTS: 40,
} as const satisfies Readonly<Record<Measure['basis'], number>>;

/** The cost of the other statistics in points: for each state or dyad, or for all dyads of a system. */
export const points = { measure: 10, centrality: 1, matrix: 300 } as const;

const priceOfNetwork = (args: Readonly<Record<string, unknown>>) => ({
  once: networkPoints[args.network as NetworkName],
  each: 0,
});
const priceByBasis =
  (prices: Readonly<Record<Measure['basis'], number>>) => (args: Readonly<Record<string, unknown>>) => ({
    once: 0,
    each: prices[measureOf(args.measure as MeasureName).basis],
  });
const roots = {
  measures: { once: 1, each: 0 },
  measureMatrix: { once: points.matrix, each: 0 },
  measureNetwork: priceOfNetwork,
} as const;

/**
 * The fields that the resolvers of measures answer, by type, with the cost of each. In place of such a field the reader
 * writes a handle with the states, the revision and the day. All states of a selection share one network.
 */
export const measuredFields = {
  Query: roots,
  Register: roots,
  Dyad: {
    measure: { once: 0, each: points.measure },
    series: priceByBasis(seriesPoints),
  },
  State: {
    partners: priceByBasis(partnersPoints),
    centrality: (args) => ({ ...priceOfNetwork(args), each: points.centrality }),
  },
} as const satisfies ResolvedFields;
