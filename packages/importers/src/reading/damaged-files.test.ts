// Damaged files, as exported by mail programs and spreadsheets: each is read correctly or refused with line and remedy.
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { UnreadableFileError } from './problem.ts';
import { headerProblems, tableOf } from './rows.ts';
import type { GivenFile } from './text-of-file.ts';

const intact = 'code,name,from\n70,Mexico,1831\n90,Guatemala,1868\n';

/** Returns a file with the given bytes, which streams `chunkSize` bytes at a time. */
function fileWith(bytes: Buffer | string, chunkSize = 5): GivenFile {
  const buffer = Buffer.from(bytes);
  return {
    name: 'states.csv',
    open: () =>
      Readable.from(
        (function* () {
          for (let at = 0; at < buffer.length; at += chunkSize) yield buffer.subarray(at, at + chunkSize);
        })(),
      ),
  };
}

async function read(file: GivenFile): Promise<{ header: readonly string[]; rows: (string | number)[][] }> {
  const { header, rows } = await tableOf(file);
  const all: (string | number)[][] = [];
  for await (const { line, cells } of rows) all.push([line, ...cells]);
  return { header, rows: all };
}

async function problemOf(bytes: Buffer | string): Promise<{ line?: number; column?: string; message: string }> {
  try {
    await read(fileWith(bytes));
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.problem;
    throw error;
  }
  throw new Error('the file was read to its end');
}

const intactRows = {
  header: ['code', 'name', 'from'],
  rows: [
    [2, '70', 'Mexico', '1831'],
    [3, '90', 'Guatemala', '1868'],
  ],
};

describe('readable files', () => {
  const readable: [name: string, bytes: Buffer | string][] = [
    ['a plain file', intact],
    ['a byte order mark', `\uFEFF${intact}`],
    ['Windows line ends', intact.replaceAll('\n', '\r\n')],
    ['no line break at the end', intact.trimEnd()],
    ['a gzip archive', gzipSync(intact)],
    ['quotes around every cell', intact.replaceAll(/[^,\n]+/g, '"$&"')],
    ['empty lines at the end', `${intact}\n\n`],
  ];
  it.each(readable)('%s', async (_name, bytes) => expect(await read(fileWith(bytes))).toEqual(intactRows));

  it('characters of several bytes may be split between chunks', async () => {
    for (let chunkSize = 1; chunkSize < 9; chunkSize += 1) {
      const { rows } = await read(fileWith('name\nCôte d’Ivoire\n中国\n', chunkSize));
      expect(rows).toEqual([
        [2, 'Côte d’Ivoire'],
        [3, '中国'],
      ]);
    }
  });

  it('a row with a line break in quotes has the line on which it starts', async () => {
    const { rows } = await read(fileWith('a,b\n1,"two\nlines"\n3,4\n'));
    expect(rows).toEqual([
      [2, '1', 'two\nlines'],
      [4, '3', '4'],
    ]);
  });

  it('“NA” is text (the code of Namibia), not a missing value', async () =>
    expect((await read(fileWith('iso\nNA\n'))).rows).toEqual([[2, 'NA']]));
});

describe('refused files', () => {
  const refused: [name: string, bytes: Buffer | string, place: { line?: number; column?: string }, message: RegExp][] =
    [
      ['an empty file', '', {}, /empty/],
      ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${intact}`, 'utf16le'), { line: 1 }, /UTF-16.*UTF-8/],
      ['UTF-16 without a byte order mark', Buffer.from(intact, 'utf16le'), { line: 1 }, /UTF-16/],
      ['Latin-1', Buffer.from('name\nPérou\n', 'latin1'), { line: 2 }, /not UTF-8/],
      ['semicolons', intact.replaceAll(',', ';'), { line: 1 }, /semicolons.*commas/],
      ['tabs', intact.replaceAll(',', '\t'), { line: 1 }, /tabs/],
      ['a quotation mark that is not closed', 'a,b\n1,2\n3,"4\n5,6\n', { line: 3 }, /not closed/],
      ['a quotation mark inside a cell', 'a,b\n1,2"3\n', { line: 2 }, /quote/i],
      ['a missing cell', `${intact}100\n`, { line: 4 }, /cells in the row \(1\).*header \(3\)/],
      ['an extra cell', `${intact}100,Colombia,1831,x\n`, { line: 4 }, /cells in the row \(4\)/],
      ['a column twice', 'a,b,a\n1,2,3\n', { line: 1, column: 'a' }, /“a” more than once/],
      [
        'three hundred columns',
        `${Array.from({ length: 300 }, (_, at) => `c${at}`).join()}\n`,
        { line: 1 },
        /300 columns/,
      ],
      ['a truncated gzip archive', gzipSync(intact.repeat(50)).subarray(0, -12), {}, /damaged or truncated/],
      ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), { line: 1 }, /not text/],
      [
        'a quotation mark that is not closed far into a file',
        `a,b\n${'1,2\n'.repeat(400)}3,"4\n5,6\n`,
        { line: 402 },
        /not closed/,
      ],
      ['a row that is too long', `a,b\n1,"${'x'.repeat(200_000)}\n`, { line: 2 }, /longer than/],
    ];
  it.each(refused)('%s', async (_name, bytes, place, message) => {
    const { line, column, message: text } = await problemOf(bytes);
    expect({ ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }).toEqual(place);
    expect(text).toMatch(message);
  });

  it('a header with a missing or unknown column', () => {
    expect(headerProblems('states.csv', ['code', 'name', 'note'], ['code', 'name', 'from'])).toEqual([
      { file: 'states.csv', line: 1, column: 'from', message: expect.stringMatching(/missing/) },
      { file: 'states.csv', line: 1, column: 'note', message: expect.stringMatching(/unknown/) },
    ]);
  });
});
