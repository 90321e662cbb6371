import type { MeasureData } from '@chancery/reader';
import type { ThrowIfCancelled } from '../all-dyads.ts';
import { computeMatrix } from '../matrix.ts';
import { createMeasureEngine } from '../measure-engine.ts';
import { computeFilePart } from '../measure-file.ts';
import { computeNetwork } from '../network.ts';
import { computeRanking } from '../ranking.ts';
import type { Computation, ComputationKind, ResultOf } from './computation.ts';

type Computers = {
  readonly [Kind in ComputationKind]: (
    computation: Computation<Kind>,
    throwIfCancelled: ThrowIfCancelled,
  ) => Promise<ResultOf<Kind>>;
};

/** Returns the function that computes statistics from `data`. Long computations call `throwIfCancelled` now and then. */
export function createCompute(
  data: MeasureData,
): (computation: Computation, throwIfCancelled: ThrowIfCancelled) => Promise<unknown> {
  const engine = createMeasureEngine(data);
  const computers: Computers = {
    value: ({ request, pair, window }) => engine.value(request, pair, window),
    series: ({ request, pair, from, to }) => engine.series(request, pair, from, to),
    ranking: ({ request, state, lowest, window }) => computeRanking(engine, request, { state, lowest, window }),
    matrix: ({ request, window }, throwIfCancelled) => computeMatrix(engine, request, window, throwIfCancelled),
    network: ({ request, window }, throwIfCancelled) =>
      computeNetwork(engine, data, request, { window, throwIfCancelled }),
    filePart: ({ request }, throwIfCancelled) => computeFilePart(engine, request, throwIfCancelled),
  };
  return (computation, throwIfCancelled) => computers[computation.kind](computation as never, throwIfCancelled);
}
