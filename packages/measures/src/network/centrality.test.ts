import { expect, it } from '@jest/globals';
import { networkMeasures } from './centrality.ts';

it('gives the hub of a star of five the maximum of each measure', () => {
  const leaves = ['a', 'b', 'c', 'd'];
  const { density, nodes } = networkMeasures(
    ['hub', ...leaves],
    leaves.map((leaf) => ['hub', leaf] as const),
  );
  expect(density).toBeCloseTo(0.4, 8);
  const expected = {
    hub: [1, 1, 1, 1, Math.SQRT1_2],
    a: [0.25, 0, 0.57142857, 0.625, 0.35355339],
  };
  for (const [node, values] of Object.entries(expected)) {
    const measures = nodes.get(node);
    const actual = [
      measures?.degree,
      measures?.betweenness,
      measures?.closeness,
      measures?.harmonic,
      measures?.eigenvector,
    ];
    actual.forEach((value, at) => {
      expect(value).toBeCloseTo(values[at] ?? Number.NaN, 7);
    });
  }
});

it('gives null closeness if a node cannot reach all others, and 0 for the other measures without ties', () => {
  const { nodes } = networkMeasures(
    ['a', 'b', 'alone'],
    [
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'a'],
    ],
  );
  expect(nodes.get('a')).toMatchObject({ degree: 0.5, closeness: null, harmonic: 0.5 });
  expect(nodes.get('alone')).toMatchObject({ degree: 0, betweenness: 0, closeness: null, harmonic: 0 });
});

it('gives no eigenvector without ties, and no density with fewer than two nodes', () => {
  const { density, nodes } = networkMeasures(['a'], []);
  expect(density).toBeNull();
  expect(nodes.get('a')?.eigenvector).toBeNull();
  expect(networkMeasures([], []).nodes.size).toBe(0);
});

it('uses weights for strength only', () => {
  const { nodes } = networkMeasures(
    ['a', 'b', 'c'],
    [
      ['a', 'b', 2.5],
      ['c', 'a', 4],
      ['b', 'a', 9],
    ],
  );
  expect(nodes.get('a')).toMatchObject({ degree: 1, strength: 6.5, closeness: 1 });
  expect(nodes.get('b')).toMatchObject({ degree: 0.5, strength: 2.5 });
});

it('throws for a tie to an unknown node', () => {
  expect(() => networkMeasures(['a'], [['a', 'b']])).toThrow(/leads to b/);
});
