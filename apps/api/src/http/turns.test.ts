import { setImmediate } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { createTurns } from './turns.ts';

it('gives one turn in each round of the event loop, in the order of the calls', async () => {
  const turns = createTurns();
  const seen: string[] = [];
  const takeTurn = async (name: string) => {
    await turns.turn();
    seen.push(name);
  };
  const short = async () => {
    for (let round = 0; round < 4; round += 1) {
      await setImmediate();
      seen.push('short');
    }
  };
  await Promise.all([takeTurn('first'), takeTurn('second'), takeTurn('third'), short()]);
  await takeTurn('later');
  expect(seen.filter((name) => name !== 'short')).toEqual(['first', 'second', 'third', 'later']);
  for (const [before, after] of [
    ['first', 'second'],
    ['second', 'third'],
  ] as const)
    expect(seen.slice(seen.indexOf(before), seen.indexOf(after))).toContain('short');
});
