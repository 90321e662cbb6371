import { isDeepStrictEqual } from 'node:util';
import type { Parameters, Shape } from '../shapes/shape.ts';
import type { Contestant } from './contestants.ts';
import { normalize } from './normalize.ts';

/**
 * Sends the same requests to every contestant and compares the data of the responses.
 * @throws Error that names the first request that fails, or for which two contestants return different data.
 */
export async function compare(
  contestants: readonly Contestant[],
  shape: Shape,
  parameterSets: readonly Parameters[],
): Promise<void> {
  for (const parameters of parameterSets) {
    const answers = await Promise.all(contestants.map((contestant) => request(contestant, shape, parameters)));
    const [first] = answers;
    for (const [at, answer] of answers.entries()) {
      if (isDeepStrictEqual(answer, first)) continue;
      throw new Error(
        `${shape.name} ${JSON.stringify(parameters)}: ${contestants[0]?.name} and ${contestants[at]?.name} differ at ${difference(first, answer)}`,
      );
    }
  }
}

async function request(contestant: Contestant, shape: Shape, parameters: Parameters): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${contestant.port}${contestant.path(shape)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: contestant.body(shape, parameters),
  });
  const text = await response.text();
  const answer = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (!response.ok || answer.errors)
    throw new Error(`${contestant.name} failed at ${shape.name}: ${text.slice(0, 2_000)}`);
  return normalize(contestant.data(shape, answer));
}

function difference(one: unknown, other: unknown, path = '$'): string {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return `${path}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`;
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [left, right] = [one, other].map((side) => (side as Record<string, unknown>)[name]);
    if (!isDeepStrictEqual(left, right)) return difference(left, right, `${path}.${name}`);
  }
  return path;
}
