import { expect, it } from '@jest/globals';
import { textsOfColumn } from './column-texts.ts';

const values = {
  isWhole: true,
  columns: [
    {
      column: 'topics',
      filled: 6,
      texts: [
        { text: 'T', rows: 3 },
        { text: 'B; T', rows: 2 },
        { text: 'B;C;B', rows: 1 },
      ],
    },
  ],
};

it('the parts of cells are counted by row', () => {
  expect(textsOfColumn(values, 'topics', ';')).toEqual([
    { text: 'T', rows: 5 },
    { text: 'B', rows: 3 },
    { text: 'C', rows: 1 },
  ]);
});

it('without a separator the cells are counted; an unknown column has no texts', () => {
  expect(textsOfColumn(values, 'topics', undefined)).toBe(values.columns[0]?.texts);
  expect(textsOfColumn(values, 'kind', ';')).toEqual([]);
  expect(textsOfColumn(undefined, 'topics', undefined)).toEqual([]);
});
