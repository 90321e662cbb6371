import type { Matrix } from '../matrix.ts';
import type { MeasuredSeries, MeasuredValue, MeasureRequest, Pair } from '../measure-engine.ts';
import type { FilePart, FilePartRequest } from '../measure-file.ts';
import type { Network, NetworkRequest } from '../network.ts';
import type { Ranking } from '../ranking.ts';
import type { Window } from '../window.ts';

/** What is computed of each kind of statistic: its input, as plain data, and its result. */
interface Kinds {
  readonly value: { request: MeasureRequest; pair: Pair; window: Window; result: MeasuredValue };
  readonly series: { request: MeasureRequest; pair: Pair; from: number; to: number; result: MeasuredSeries };
  readonly ranking: { request: MeasureRequest; state: string; lowest: boolean; window: Window; result: Ranking };
  readonly matrix: { request: MeasureRequest; window: Window; result: Matrix };
  readonly network: { request: NetworkRequest; window: Window; result: Network };
  readonly filePart: { request: FilePartRequest; result: FilePart };
}

/** The kind of a computation. */
export type ComputationKind = keyof Kinds;

/**
 * A statistic to compute. Two computations with the same JSON have the same result, as long as the same facts are
 * withheld.
 */
export type Computation<Kind extends ComputationKind = ComputationKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & Readonly<Omit<Kinds[Each], 'result'>>;
}[Kind];

/** The result of a computation, as plain data. */
export type ResultOf<Kind extends ComputationKind> = Kinds[Kind]['result'];
