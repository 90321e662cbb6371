import type { Seen } from '@chancery/reader';
import { fault } from '../faults.ts';
import { allDyads } from './all-dyads.ts';
import type { Member } from './comparison.ts';
import { contractOf } from './contract.ts';
import { type FileFormat, type FileLine, fileFormats } from './file-lines.ts';
import type { FileRequest } from './file-request.ts';
import { settle } from './options.ts';
import type { Reckoning } from './reckoning.ts';
import { windowOfYear } from './window.ts';

/**
 * Writes a file of measures piece by piece: a year of all dyads is read when its turn comes and let go of afterwards, so
 * that many years take no more room than one.
 */
export async function* writeFile(reckon: Reckoning, request: FileRequest, seen: Seen): AsyncGenerator<string, void> {
  const { name, options, from, to, format } = request;
  const contract = contractOf(name, settle(name, options), seen.revision);
  const written = fileFormats[format];
  const lines = request.pair ? ofPair(reckon, request, request.pair, seen) : ofAll(reckon, request, seen);
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
  reckon: Reckoning,
  { name, options, from, to }: FileRequest,
  seen: Seen,
): AsyncGenerator<FileLine[]> {
  for (let year = from; year <= to; year += 1) {
    const comparison = await reckon.comparison({ name, options, seen }, windowOfYear(year));
    for await (const { state: a, others } of allDyads(comparison))
      yield others.map(({ state: b, ...compared }) => ({ year, a, b, ...compared }));
  }
}

async function* ofPair(
  reckon: Reckoning,
  { name, options, from, to }: FileRequest,
  pair: readonly [string, string],
  seen: Seen,
): AsyncGenerator<FileLine[]> {
  const { system } = settle(name, options);
  const [a, b] = await Promise.all(pair.map((one) => stateOf(reckon, one, { seen, system, from, to })));
  if (!a || !b) throw fault('BAD_USER_INPUT', 'A dyad is of two.');
  if (a.id === b.id) throw fault('BAD_USER_INPUT', 'A dyad is of two different states.');
  const { points } = await reckon.series({ name, options, seen }, [a.id, b.id], from, to);
  yield points.map((point) => ({ a, b, ...point }));
}

/** The state of the system that an id or a number stands for in the years asked for. */
async function stateOf(
  reckon: Reckoning,
  written: string,
  { seen, system, from, to }: { seen: Seen; system: 'COW' | 'GW'; from: number; to: number },
): Promise<Member> {
  const span = { ...windowOfYear(from), to: windowOfYear(to).to };
  const members = [...(await reckon.members(seen, system, span)).values()];
  const found = members.filter(({ id, code }) => id === written || code === written);
  const [state] = found;
  if (!state)
    throw fault(
      'BAD_USER_INPUT',
      `${written} is neither the id nor the number of a state of the system ${system} in those years.`,
    );
  return state;
}
