// Times uncached measures over HTTP against hand-written SQL that computes the same, in turns, on published data. The
// shapes are those of the benchmark. On a busy machine, compare with the time of the SQL.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { askInTurns, saidOf } from '../../bench/src/measures/ask-in-turns.ts';
import { measuredShapes } from '../../bench/src/measures/index.ts';
import { type DataRegister, insertedDirectly, openDataRegister } from './data-register.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

let register: DataRegister;
beforeAll(async () => {
  register = await openDataRegister(insertedDirectly('cow-states', 'unga'), say);
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
