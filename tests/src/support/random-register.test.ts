import { operationKinds } from '@chancery/changesets';
import { factTypeNames, parseUncertainDate } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Random } from './random.ts';
import { initialSize, ordinarySize, randomChangeset } from './random-changeset.ts';
import { RegisterModel } from './random-model.ts';
import { createRandomRegister, type RandomRegister } from './random-register.ts';
import { sampleEdtf } from './sample-values.ts';

describe('the random generator', () => {
  it('repeats its numbers for the same seed, and gives others for another seed', () => {
    const draw = (seed: number) => {
      const random = new Random(seed);
      return Array.from({ length: 20 }, () => random.below(1_000));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('returns every number of a range and no other', () => {
    const random = new Random(1);
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });

  it('keeps all items when it shuffles', () => {
    const items = [1, 2, 3, 4, 5, 6, 7];
    expect(new Random(3).shuffled(items).sort()).toEqual(items);
    expect(new Random(3).sample(items, 3)).toHaveLength(3);
  });
});

it('sample dates include open, unknown, unstated and uncertain dates, seasons, sets and days', () => {
  const random = new Random(2);
  const dates = Array.from({ length: 3_000 }, () => sampleEdtf(random));
  for (const form of [/\.\.$/, /^\.\./, /\/$/, /^\//, /X/, /[?~%]/, /^\d{4}-2[1-4]/, /^\[/, /^\{/, /^\d{4}-\d\d-\d\d$/])
    expect([form, dates.some((date) => form.test(date))]).toEqual([form, true]);
  const precisions = dates.map((date) => {
    const parsed = parseUncertainDate(date);
    return parsed.ok && parsed.date.precision;
  });
  expect(new Set(precisions).size).toBeGreaterThan(10);
});

describe('a random register', () => {
  let register: RandomRegister;
  beforeAll(async () => {
    register = await createRandomRegister({ records: 4, links: 6, citations: 80, revisions: 4 });
  }, 300_000);
  afterAll(() => register?.desk.close());

  it('has facts of every type and operations of every kind', async () => {
    const { owner } = register.desk;
    const types = await owner.query<{ type: string }>('SELECT DISTINCT type FROM register.fact');
    expect(types.rows.map(({ type }) => type).sort()).toEqual([...factTypeNames].sort());
    const kinds = await owner.query<{ kind: string }>('SELECT DISTINCT kind FROM ledger.operation');
    expect(kinds.rows.map(({ kind }) => kind).sort()).toEqual([...operationKinds].sort());
    const batches = await owner.query('SELECT FROM register.fact WHERE batch_id IS NOT NULL LIMIT 1');
    expect(batches.rowCount).toBe(1);
  });

  it('has the same facts as its model', async () => {
    const { rows } = await register.desk.owner.query<{ id: string }>('SELECT id FROM register.fact ORDER BY id');
    expect(rows.map(({ id }) => id)).toEqual([...register.model.facts.keys()].sort());
    const tombstones = await register.desk.owner.query<{ id: string }>('SELECT id FROM register.tombstone ORDER BY id');
    expect(tombstones.rows.map(({ id }) => id)).toEqual([...register.model.retired.keys()].sort());
  });

  it('is the same for the same seed', () => {
    const facts = (seed: number) => {
      const random = new Random(seed);
      const model = new RegisterModel(random);
      randomChangeset(model, random, initialSize(3, 4, 30));
      randomChangeset(model, random, ordinarySize);
      return JSON.stringify(
        [...model.facts.values()].map(({ citations, ...fact }) => ({ ...fact, cited: [...citations] })),
      );
    };
    expect(facts(5)).toBe(facts(5));
    expect(facts(5)).not.toBe(facts(6));
  });
});
