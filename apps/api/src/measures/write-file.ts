import { daysOfYear, overlap, type Seen, type SystemState } from '@chancery/reader';
import { apiError } from '../errors.ts';
import { allDyads } from './all-dyads.ts';
import { type Member, populationIn } from './comparison.ts';
import { contractOf } from './contract.ts';
import { dataSetOf } from './coverage.ts';
import { type FileFormat, type FileLine, fileFormats } from './file-lines.ts';
import type { FileRequest } from './file-request.ts';
import type { MeasureEngine } from './measure-engine.ts';
import { settle } from './options.ts';
import { windowOfYear } from './window.ts';

/**
 * Writes a file of measures piece by piece: a year of all dyads is read when its turn comes and let go of afterwards, so
 * that many years take no more room than one.
 */
export async function* writeFile(
  engine: MeasureEngine,
  request: FileRequest,
  seen: Seen,
): AsyncGenerator<string, void> {
  const { name, options, from, to, format } = request;
  const settled = settle(name, options);
  const span = { from: daysOfYear(from).from, to: daysOfYear(to).to };
  const coverage = await engine.coverage(seen, dataSetOf(name, settled), span, settled.coverage);
  const contract = contractOf(name, settled, seen.revision, coverage);
  const written = fileFormats[format];
  const lines = request.pair ? ofPair(engine, request, request.pair, seen) : ofAll(engine, request, seen);
  // Nothing is said before it is known that there is something to say.
  let piece = written.begin(contract, { from, to });
  let isFirst = true;
  for await (const some of lines) {
    piece += textOf(written, some, isFirst);
    isFirst &&= some.length === 0;
    if (piece.length < 16_384) continue;
    yield piece;
    piece = '';
  }
  yield piece + written.end;
}

function textOf({ line }: FileFormat, lines: readonly FileLine[], isFirst: boolean): string {
  let text = '';
  lines.forEach((one, at) => {
    text += line(one, isFirst && at === 0);
  });
  return text;
}

async function* ofAll(
  engine: MeasureEngine,
  { name, options, from, to }: FileRequest,
  seen: Seen,
): AsyncGenerator<FileLine[]> {
  for (let year = from; year <= to; year += 1) {
    const comparison = await engine.comparison({ name, options, seen }, windowOfYear(year));
    for await (const { state: a, others } of allDyads(comparison))
      yield others.map(({ state: b, ...compared }) => ({ year, a, b, ...compared }));
  }
}

async function* ofPair(
  engine: MeasureEngine,
  { name, options, from, to }: FileRequest,
  pair: readonly [string, string],
  seen: Seen,
): AsyncGenerator<FileLine[]> {
  const { system } = settle(name, options);
  const [a, b] = await Promise.all(pair.map((one) => stateOf(engine, one, { seen, system, from, to })));
  if (!a || !b) throw apiError('BAD_USER_INPUT', 'A dyad is of two.');
  if (a.id === b.id) throw apiError('BAD_USER_INPUT', 'A dyad is of two different states.');
  const { points } = await engine.series({ name, options, seen }, [a.id, b.id], from, to);
  yield points.map((point) => ({ a, b, ...point }));
}

/** The state that an id or a number of the system means in the years asked for, whether or not it is in the system then. */
async function stateOf(
  engine: MeasureEngine,
  written: string,
  { seen, system, from, to }: { seen: Seen; system: 'COW' | 'GW'; from: number; to: number },
): Promise<Member> {
  const span = { ...windowOfYear(from), to: windowOfYear(to).to };
  const states = await engine.states(seen, system);
  const hasNumber = ({ spells }: SystemState, within: boolean) =>
    spells.some((spell) => spell.code === written && (!within || overlap(spell, span)));
  const found =
    states.find(({ id }) => id === written) ??
    states.find((state) => hasNumber(state, true)) ??
    states.find((state) => hasNumber(state, false));
  const member = found && populationIn([found], span, () => true).get(found.id);
  if (!member)
    throw apiError('BAD_USER_INPUT', `${written} is neither the id nor the number of a state in the system ${system}.`);
  return member;
}
