import { publicSchema } from '../support/ask.ts';
import { randomOperation } from '../support/random-document.ts';
import { Harvest } from '../support/random-harvest.ts';
import { disagreement } from './agreement.ts';
import type { Court } from './court.ts';

const mostShown = 5;

/**
 * Puts the random operations of a range of seeds, and returns what there is to say of those on which reader and referee
 * disagree, each with its seed. `SEED=n` in the environment puts that one alone.
 */
export async function putRandomOperations(court: Court, from: number, count: number): Promise<string[]> {
  const harvest = new Harvest(court.referee);
  const only = process.env.SEED === undefined ? undefined : Number(process.env.SEED);
  const wrong: string[] = [];
  const to = only === undefined ? from + count : only + 1;
  for (let seed = only ?? from; seed < to && wrong.length < mostShown; seed += 1) {
    const found = await disagreement(court, randomOperation(publicSchema, harvest, seed));
    if (found) wrong.push(`SEED=${seed}\n${found}`);
  }
  return wrong;
}
