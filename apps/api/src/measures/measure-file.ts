import { daysOfYear, periodsOverlap, type RegisterView, type SystemState } from '@chancery/reader';
import { apiError } from '../errors.ts';
import { allDyads, type ThrowIfCancelled } from './all-dyads.ts';
import { type Member, populationIn } from './comparison.ts';
import { type Contract, contractOf } from './contract.ts';
import { dataSetOf } from './coverage.ts';
import { type FileLine, fileFormats } from './file-lines.ts';
import type { FileRequest } from './file-request.ts';
import type { MeasureEngine } from './measure-engine.ts';
import { resolveOptions } from './options.ts';
import { windowOfYear } from './window.ts';

/** The part of a measure file to compute: some of its years, with or without its beginning. */
export interface FilePartRequest {
  readonly file: FileRequest;
  readonly view: RegisterView;
  /** The first and the last year of this part. */
  readonly from: number;
  readonly to: number;
  /** True for the part that begins the file with the contract of its numbers. */
  readonly isStart: boolean;
  /** True when no earlier part has a line. */
  readonly isBeforeLines: boolean;
}

/** A part of a measure file. */
export interface FilePart {
  /** The text of the part in UTF-8. */
  readonly bytes: Uint8Array;
  readonly lines: number;
}

/**
 * Computes a part of a measure file: the dyads of some of its years and, for the first part, its beginning. The end of
 * the file belongs to no part.
 * @throws GraphQLError BAD_USER_INPUT for an unknown state or the same state twice.
 */
export async function computeFilePart(
  engine: MeasureEngine,
  { file, view, from, to, isStart, isBeforeLines }: FilePartRequest,
  throwIfCancelled: ThrowIfCancelled,
): Promise<FilePart> {
  const writer = fileFormats[file.format];
  let text = isStart ? writer.begin(await contractOfFile(engine, file, view), { from: file.from, to: file.to }) : '';
  let lines = 0;
  const batches = file.pair
    ? linesOfPair(engine, { ...file, from, to }, file.pair, view)
    : linesOfAllDyads(engine, { ...file, from, to }, { view, throwIfCancelled });
  for await (const batch of batches) {
    for (const line of batch) {
      text += writer.line(line, isBeforeLines && lines === 0);
      lines += 1;
    }
  }
  return { bytes: new TextEncoder().encode(text), lines };
}

async function contractOfFile(
  engine: MeasureEngine,
  { name, options, from, to }: FileRequest,
  view: RegisterView,
): Promise<Contract> {
  const resolved = resolveOptions(name, options);
  const span = { from: daysOfYear(from).from, to: daysOfYear(to).to };
  const coverage = await engine.coverage(view, dataSetOf(name, resolved), span, resolved.coverage);
  return contractOf(name, resolved, view.revision, coverage);
}

async function* linesOfAllDyads(
  engine: MeasureEngine,
  { name, options, from, to }: FileRequest,
  { view, throwIfCancelled }: { readonly view: RegisterView; readonly throwIfCancelled: ThrowIfCancelled },
): AsyncGenerator<FileLine[]> {
  for (let year = from; year <= to; year += 1) {
    const comparison = await engine.comparison({ name, options, view }, windowOfYear(year));
    for (const { state: a, others } of allDyads(comparison, throwIfCancelled))
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
