// How long measures take that nobody has asked for before, beside the same reckoned in Postgres by a statement written by
// hand: on published data, over HTTP, in turns. The shapes are those of the benchmark. On a machine that has other work to
// do, what the same takes by hand is the measure.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MeasuredShape } from '../../bench/src/measures/measured-shape.ts';
import { yearOfKappa } from '../../bench/src/measures/year-of-kappa.ts';
import { yearsOfADyad } from '../../bench/src/measures/years-of-a-dyad.ts';
import { type DataRegister, openDataRegister } from './data-register.ts';

let register: DataRegister;
beforeAll(async () => {
  register = await openDataRegister((line) => process.stdout.write(`${line}\n`), ['cow-states', 'unga']);
});
afterAll(() => register?.close());

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** Asks both in turns, sees that they agree, and gives the medians of their times in milliseconds. */
async function inTurns(shape: MeasuredShape, questions: readonly (readonly unknown[])[]) {
  const times = { chancery: [] as number[], sql: [] as number[] };
  for (const question of questions) {
    let began = performance.now();
    const { data, errors } = await register.ask(shape.query, shape.variables(question));
    times.chancery.push(performance.now() - began);
    expect(errors).toEqual([]);
    began = performance.now();
    const { rows } = await register.reader.query({ text: shape.sql, values: [...question], rowMode: 'array' });
    times.sql.push(performance.now() - began);
    const byHand = new Map((rows as [string, number, number][]).map(([key, value, n]) => [key, [value, n] as const]));
    const reckoned = shape.rowsOf(data);
    expect(reckoned).toHaveLength(byHand.size);
    for (const [key, value, n] of reckoned) {
      const [wanted = Number.NaN, of] = byHand.get(key) ?? [];
      expect(Math.abs(value - wanted)).toBeLessThan(1e-9);
      expect(n).toBe(of);
    }
  }
  const [chancery, sql] = [median(times.chancery), median(times.sql)];
  process.stdout.write(
    `${shape.asks}: ${Math.round(chancery)} ms, in Postgres ${Math.round(sql)} ms, ratio ${(sql / chancery).toFixed(2)}\n`,
  );
  return { chancery };
}

it('a year of kappa on votes of all dyads takes at most three seconds', async () => {
  const { chancery } = await inTurns(yearOfKappa, [[1975], [1983], [1991], [1999], [2007]]);
  expect(chancery).toBeLessThan(3_000);
});

it('seventy years of a dyad take at most 0.3 seconds', async () => {
  const { rows } = await register.reader.query<{ id: string }>(
    `SELECT of_id AS id FROM register.external_code WHERE scheme = 'COW' AND value IN ('2', '200', '220', '365', '630', '640', '651', '710', '740', '750') ORDER BY value`,
  );
  const ids = rows.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) === at);
  const questions = ids.slice(1).map((id, at) => [ids[at], id].sort());
  const { chancery } = await inTurns(yearsOfADyad, questions);
  expect(chancery).toBeLessThan(300);
});
