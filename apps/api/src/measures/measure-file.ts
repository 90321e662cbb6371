import { daysOfYear, periodsOverlap, type RegisterView, type SystemState } from '@chancery/reader';
import { apiError } from '../errors.ts';
import { allDyads } from './all-dyads.ts';
import { type Member, populationIn } from './comparison.ts';
import { contractOf } from './contract.ts';
import { dataSetOf } from './coverage.ts';
import { type FileFormat, type FileLine, fileFormats } from './file-lines.ts';
import type { FileRequest } from './file-request.ts';
import type { MeasureEngine } from './measure-engine.ts';
import { resolveOptions } from './options.ts';
import { windowOfYear } from './window.ts';

/**
 * Yields the text of a measure file piece by piece. For all dyads, the data of a year are read when its turn comes and
 * released afterwards, so that many years need no more memory than one; for two states, all years are read at once.
 * @throws GraphQLError BAD_USER_INPUT before the first piece, for an unknown state or the same state twice.
 */
export async function* measureFilePieces(
  engine: MeasureEngine,
  request: FileRequest,
  view: RegisterView,
): AsyncGenerator<string, void> {
  const { name, options, from, to, format } = request;
  const resolved = resolveOptions(name, options);
  const span = { from: daysOfYear(from).from, to: daysOfYear(to).to };
  const coverage = await engine.coverage(view, dataSetOf(name, resolved), span, resolved.coverage);
  const contract = contractOf(name, resolved, view.revision, coverage);
  const writer = fileFormats[format];
  const lines = request.pair
    ? linesOfPair(engine, request, request.pair, view)
    : linesOfAllDyads(engine, request, view);
  // The first piece is yielded only after data has been read, so that errors occur before anything is sent.
  let piece = writer.begin(contract, { from, to });
  let isFirst = true;
  for await (const batch of lines) {
    piece += textOf(writer, batch, isFirst);
    isFirst &&= batch.length === 0;
    if (piece.length < 16_384) continue;
    yield piece;
    piece = '';
  }
  yield piece + writer.end;
}

function textOf({ line }: FileFormat, lines: readonly FileLine[], isFirst: boolean): string {
  let text = '';
  lines.forEach((fileLine, index) => {
    text += line(fileLine, isFirst && index === 0);
  });
  return text;
}

async function* linesOfAllDyads(
  engine: MeasureEngine,
  { name, options, from, to }: FileRequest,
  view: RegisterView,
): AsyncGenerator<FileLine[]> {
  for (let year = from; year <= to; year += 1) {
    const comparison = await engine.comparison({ name, options, view }, windowOfYear(year));
    for await (const { state: a, others } of allDyads(comparison))
      yield others.map(({ state: b, ...compared }) => ({ year, a, b, ...compared }));
  }
}

async function* linesOfPair(
  engine: MeasureEngine,
  { name, options, from, to }: FileRequest,
  pair: readonly [string, string],
  view: RegisterView,
): AsyncGenerator<FileLine[]> {
  const { system } = resolveOptions(name, options);
  const [a, b] = await Promise.all(pair.map((idOrNumber) => stateOf(engine, idOrNumber, { view, system, from, to })));
  if (!a || !b) throw apiError('BAD_USER_INPUT', 'A dyad has two states. Give both, a and b.');
  if (a.id === b.id)
    throw apiError(
      'BAD_USER_INPUT',
      'A dyad has two different states, but a and b are the same state. Change one of them.',
    );
  const { points } = await engine.series({ name, options, view }, [a.id, b.id], from, to);
  yield points.map((point) => ({ a, b, ...point }));
}

/**
 * Returns a state by its id or by its number in the system, preferably in the requested years, otherwise in any year.
 * @throws GraphQLError BAD_USER_INPUT if there is no such state.
 */
async function stateOf(
  engine: MeasureEngine,
  idOrNumber: string,
  { view, system, from, to }: { view: RegisterView; system: 'COW' | 'GW'; from: number; to: number },
): Promise<Member> {
  const span = { ...windowOfYear(from), to: windowOfYear(to).to };
  const states = await engine.states(view, system);
  const hasNumber = ({ spells }: SystemState, within: boolean) =>
    spells.some((spell) => spell.code === idOrNumber && (!within || periodsOverlap(spell, span)));
  const found =
    states.find(({ id }) => id === idOrNumber) ??
    states.find((state) => hasNumber(state, true)) ??
    states.find((state) => hasNumber(state, false));
  const member = found && populationIn([found], span, () => true).get(found.id);
  if (!member)
    throw apiError(
      'BAD_USER_INPUT',
      `${idOrNumber} is neither the id of a state nor the number of one in the system ${system}. Use an id or a number of that system for a and b.`,
    );
  return member;
}
