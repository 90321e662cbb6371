import { expect, it } from '@jest/globals';
import { networkMeasures } from './centrality.ts';

it('a star of five: its hub is as central as can be', () => {
  const leaves = ['a', 'b', 'c', 'd'];
  const { density, nodes } = networkMeasures(
    ['hub', ...leaves],
    leaves.map((leaf) => ['hub', leaf] as const),
  );
  expect(density).toBeCloseTo(0.4, 8);
  const textbook = {
    hub: [1, 1, 1, 1, Math.SQRT1_2],
    a: [0.25, 0, 0.57142857, 0.625, 0.35355339],
  };
  for (const [node, wanted] of Object.entries(textbook)) {
    const of = nodes.get(node);
    const found = [of?.degree, of?.betweenness, of?.closeness, of?.harmonic, of?.eigenvector];
    found.forEach((value, at) => {
      expect(value).toBeCloseTo(wanted[at] ?? Number.NaN, 7);
    });
  }
});

it('who cannot reach all others has no closeness, and who has no ties no more than 0', () => {
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

it('without ties there is no eigenvector, and without two nodes no density', () => {
  const { density, nodes } = networkMeasures(['a'], []);
  expect(density).toBeNull();
  expect(nodes.get('a')?.eigenvector).toBeNull();
  expect(networkMeasures([], []).nodes.size).toBe(0);
});

it('weights make strength and nothing else', () => {
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

it('a tie to nobody is a mistake of the caller', () => {
  expect(() => networkMeasures(['a'], [['a', 'b']])).toThrow(/leads to b/);
});
