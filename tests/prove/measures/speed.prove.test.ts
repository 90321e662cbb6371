// How long measures take that nobody has asked for before, beside the same reckoned in Postgres by a statement written by
// hand: on published data, over HTTP, in turns. The shapes are those of the benchmark. On a machine that has other work to
// do, what the same takes by hand is the measure.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { askInTurns, saidOf } from '../../bench/src/measures/ask-in-turns.ts';
import { measuredShapes } from '../../bench/src/measures/index.ts';
import { type DataRegister, laid, openDataRegister } from './data-register.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

let register: DataRegister;
beforeAll(async () => {
  register = await openDataRegister(laid('cow-states', 'unga'), say);
});
afterAll(() => register?.close());

it.each(measuredShapes)('$asks', async (shape) => {
  const times = await askInTurns(shape, {
    chancery: async (query, variables) => {
      const { data, errors } = await register.ask(query, variables);
      expect(errors).toEqual([]);
      return data;
    },
    sql: async (text, values) => (await register.reader.query({ text, values: [...values], rowMode: 'array' })).rows,
  });
  say(saidOf(shape, times));
  expect(times.chancery).toBeLessThan(shape.atMost);
});
