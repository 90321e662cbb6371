import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { limits } from '../limits/limits.ts';
import { readColumnValues } from './column-values.ts';
import { readHeadOfStart } from './file-head-worker.ts';

const read = (text: string) => readColumnValues({ name: 'a.csv', open: () => Readable.from([Buffer.from(text)]) });

it('counts the texts of each column, most frequent first, without empty cells', async () => {
  expect(await read('kind,note\nT,x\nB,\n T ,y\n')).toEqual({
    isWhole: true,
    columns: [
      {
        column: 'kind',
        filled: 3,
        texts: [
          { text: 'T', rows: 2 },
          { text: 'B', rows: 1 },
        ],
      },
      {
        column: 'note',
        filled: 2,
        texts: [
          { text: 'x', rows: 1 },
          { text: 'y', rows: 1 },
        ],
      },
    ],
  });
});

it('lists no texts of a column that has too many or too long ones', async () => {
  const { texts, textLength } = limits.columnValues;
  const many = Array.from({ length: texts + 1 }, (_, index) => `${index},T,${'x'.repeat(textLength + 1)}\n`).join('');
  const { columns } = await read(`n,kind,note\n${many}`);
  expect(columns.map(({ filled, texts: listed }) => [filled, listed.length])).toEqual([
    [texts + 1, 0],
    [texts + 1, 1],
    [texts + 1, 0],
  ]);
});

it('a file that is longer than its start is counted up to the last complete line of it, packed or not', async () => {
  const text = `kind,note\n${'T,a long note\n'.repeat(10_000)}`;
  const columns = [{ column: 'kind', filled: 10_000, texts: [{ text: 'T', rows: 10_000 }] }, { filled: 10_000 }];
  const cut = await readHeadOfStart({ name: 'a.csv', bytes: Buffer.from(`${text}B,a`), isWhole: false });
  expect(cut.values).toMatchObject({ isWhole: false, columns });
  const packed = await readHeadOfStart({ name: 'a.csv.gz', bytes: gzipSync(text), isWhole: true });
  expect(packed.values).toMatchObject({ isWhole: true, columns });
  const torn = gzipSync(text).subarray(0, 40);
  expect((await readHeadOfStart({ name: 'a.csv.gz', bytes: torn, isWhole: false })).values.isWhole).toBe(false);
});

it('a file that is cut or damaged has the counts of the rows before', async () => {
  const bytes = Buffer.from('kind\nT\nT\nB');
  const head = await readHeadOfStart({ name: 'a.csv', bytes, isWhole: false });
  expect(head.values).toEqual({
    isWhole: false,
    columns: [{ column: 'kind', filled: 2, texts: [{ text: 'T', rows: 2 }] }],
  });
  expect(await read('a,b\n1,2\n3\n')).toMatchObject({ isWhole: false, columns: [{ filled: 1 }, { filled: 1 }] });
  expect(await read('')).toEqual({ isWhole: false, columns: [] });
});
