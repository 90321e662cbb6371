import { describe, expect, it } from '@jest/globals';
import { lijphartIndex, sameBallotShare } from './ballot-similarity.ts';
import { chanceCorrectedS } from './chance-corrected-s.ts';
import { type CrossTable, crossTable, missingLevel } from './cross-table.ts';
import { kappa, pi } from './kappa-and-pi.ts';
import { s } from './s.ts';
import { tauB } from './tau-b.ts';

// Germany and Russia in 1914, toward the twenty states of the European system, themselves first (Signorino & Ritter
// 1999, table 6). 3 defence, 2 neutrality or non-aggression, 1 entente.
const germany = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0];
const russia = [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const capability = [
  0.25, 0.21, 0.2, 0.08, 0.08, 0.05, 0.03, 0.03, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0, 0, 0, 0, 0, 0,
];
const valued = { name: 'valued alliances', levels: [0, 1, 2, 3] };
const binary = { name: 'binary alliances', levels: [0, 1] };
const isTied = (levels: readonly number[]) => levels.map((level) => (level > 0 ? 1 : 0));

describe('Germany and Russia in 1914', () => {
  const table = crossTable(valued, germany, russia);
  const weighted = crossTable(valued, germany, russia, capability);
  const tied = crossTable(binary, isTied(germany), isTied(russia));
  const tiedWeighted = crossTable(binary, isTied(germany), isTied(russia), capability);
  const cases: [name: string, value: number | null, published: number][] = [
    ['tau-b', tauB(table).value, 0.03031695],
    ['S', s(table).value, 0.4],
    ['S, weighted by capability', s(weighted).value, -0.46],
    ['S, squared', s(table, 'squared').value, 0.4444444],
    ['kappa, quadratic', kappa(table).value, -0.07758621],
    ['pi, nominal', pi(table, { weights: 'nominal' }).value, -0.04477612],
    ['the alignment of Benati and Capurri', chanceCorrectedS(table).value, -0.04],
    ['S, squared and weighted', s(weighted, 'squared').value, -0.34888889],
    ['kappa, linear', kappa(table, { weights: 'linear' }).value, -0.07142857],
    ['kappa, nominal', kappa(table, { weights: 'nominal' }).value, -0.02941176],
    ['pi, linear', pi(table, { weights: 'linear' }).value, -0.08433735],
    ['pi, quadratic', pi(table).value, -0.08695652],
    ['S of binary ties', s(tied).value, 0.4],
    ['S of binary ties, weighted', s(tiedWeighted).value, -0.66],
    ['kappa of binary ties', kappa(tied).value, 0.0625],
    ['pi of binary ties', pi(tied).value, 0.0625],
  ];
  it.each(cases)('%s', (_name, value, published) => expect(value).toBeCloseTo(published, 7));

  it('gives other values without the ties of the two states to themselves', () => {
    const [x, y] = [germany.slice(2), russia.slice(2)];
    expect(s(crossTable(valued, x, y)).value).toBeCloseTo(0.55555556, 7);
    expect(kappa(crossTable(valued, x, y)).value).toBeCloseTo(0.03030303, 7);
    expect(kappa(crossTable(binary, isTied(x), isTied(y))).value).toBeCloseTo(0.2, 7);
  });
});

describe('ten roll calls', () => {
  // 0 yes, 1 abstain, 2 no.
  const votes = { name: 'votes', levels: [1, 2, 3] };
  const table = crossTable(votes, [0, 0, 0, 1, 2, 0, 2, 1, 0, 2], [0, 0, 1, 1, 2, 2, 2, 0, 0, 1]);
  const cases: [name: string, value: number | null, computed: number][] = [
    ['share of agreement', sameBallotShare(table).value, 0.6],
    ["Lijphart's index", lijphartIndex(table).value, 0.75],
    ['S', s(table).value, 0.5],
    ['kappa, quadratic', kappa(table).value, 0.52054795],
    ['kappa, nominal', kappa(table, { weights: 'nominal' }).value, 0.38461538],
    ['pi, nominal', pi(table, { weights: 'nominal' }).value, 0.37984496],
    ['the alignment of Benati and Capurri', chanceCorrectedS(table).value, 0.42],
  ];
  it.each(cases)('%s', (_name, value, computed) => expect(value).toBeCloseTo(computed, 7));
});

describe('two identical constant portfolios', () => {
  const same = crossTable({ name: 'votes', levels: [1, 2, 3] }, [0, 0, 0], [0, 0, 0]);

  it('have S 1, and null kappa and pi with a reason', () => {
    expect(s(same).value).toBe(1);
    for (const measure of [kappa, pi]) {
      expect(measure(same)).toEqual({
        value: null,
        reason: expect.stringMatching(/chance/),
        reasonCode: 'NO_VARIANCE',
        n: 3,
      });
    }
  });

  it('have kappa 0 with the convention of Häge 2011', () =>
    expect(kappa(same, { undefinedAs: 'haege2011' })).toMatchObject({ value: 0 }));

  it('have null tau-b, as there is no order to compare', () => expect(tauB(same)).toMatchObject({ value: null, n: 3 }));
});

it('gives null for every measure if no target is known for both', () => {
  const none = crossTable(valued, [missingLevel, 1], [1, missingLevel]);
  for (const measure of [s, kappa, pi, tauB, chanceCorrectedS, sameBallotShare, lijphartIndex])
    expect(measure(none)).toMatchObject({ value: null, n: 0, reason: expect.any(String) });
});

describe('for random portfolios', () => {
  const random = seededRandom(7);
  const tables: CrossTable[] = Array.from({ length: 2_000 }, () => {
    const n = 1 + Math.floor(random() * 30);
    const draw = () => Array.from({ length: n }, () => Math.floor(random() * 5) - 1);
    return crossTable(valued, draw(), draw());
  });
  const valuesOf = (measure: (table: CrossTable) => { value: number | null }) =>
    tables.map((table) => measure(table).value);

  it.each(['nominal', 'linear', 'quadratic'] as const)('pi is at most kappa, and kappa at most 1: %s', (weights) => {
    for (const table of tables) {
      const [k, p] = [kappa(table, { weights }).value, pi(table, { weights }).value];
      if (k === null || p === null) continue;
      expect(k).toBeLessThanOrEqual(1 + 1e-9);
      expect(p).toBeLessThanOrEqual(k + 1e-9);
    }
  });

  it('S equals 2 · IA - 1', () => {
    const [similarity, index] = [valuesOf(s), valuesOf(lijphartIndex)];
    similarity.forEach((value, at) => {
      const ia = index[at];
      if (value === null) expect(ia).toBeNull();
      else expect(value).toBeCloseTo(2 * (ia ?? Number.NaN) - 1, 9);
    });
  });

  it('the order of the two makes no difference', () => {
    for (const table of tables.slice(0, 200)) {
      const transposed = {
        ...table,
        weights: table.weights.map((_, cell) => table.weights[(cell % 4) * 4 + (cell >> 2)] ?? 0),
      };
      for (const measure of [s, kappa, pi, tauB, chanceCorrectedS]) {
        const [value, reversed] = [measure(table).value, measure(transposed).value];
        if (value === null) expect(reversed).toBeNull();
        else expect(reversed).toBeCloseTo(value, 9);
      }
    }
  });
});

it('throws for portfolios of different lengths', () => {
  expect(() => crossTable(valued, [1], [1, 2])).toThrow(/1 and 2 targets/);
});

/** Returns a generator of pseudo-random numbers in [0, 1), the same for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
