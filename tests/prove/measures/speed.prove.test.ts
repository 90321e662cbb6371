// Times uncached measures over HTTP against hand-written SQL that computes the same, in turns, on published data. The
// shapes are those of the benchmark. On a busy machine, compare with the time of the SQL.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { measuredShapes } from '../../bench/src/measures/index.ts';
import { reportLine, runInTurns } from '../../bench/src/measures/run-in-turns.ts';
import { type DataRegister, insertSources, openDataRegister } from './data-register.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

let register: DataRegister;
beforeAll(async () => {
  register = await openDataRegister(insertSources('cow-states', 'unga'), say);
});
afterAll(() => register?.close());

it.each(measuredShapes)('$description', async (shape) => {
  const times = await runInTurns(shape, {
    chancery: async (query, variables) => {
      const { data, errors } = await register.ask(query, variables);
      expect(errors).toEqual([]);
      return data;
    },
    sql: async (text, values) => (await register.reader.query({ text, values: [...values], rowMode: 'array' })).rows,
  });
  say(reportLine(shape, times));
  expect(times.chancery).toBeLessThan(shape.maxTime);
});
