// Files as they come out of mailboxes and spreadsheets: each is read rightly or refused with the place and the remedy.
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { UnreadableFile } from './problem.ts';
import { headerProblems, tableOf } from './rows.ts';
import type { GivenFile } from './text-of-file.ts';

const whole = 'code,name,from\n70,Mexico,1831\n90,Guatemala,1868\n';

/** A file of these bytes, which come a few at a time. */
function given(bytes: Buffer | string, pieces = 5): GivenFile {
  const buffer = Buffer.from(bytes);
  return {
    name: 'states.csv',
    open: () =>
      Readable.from(
        (function* () {
          for (let at = 0; at < buffer.length; at += pieces) yield buffer.subarray(at, at + pieces);
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
    await read(given(bytes));
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem;
    throw error;
  }
  throw new Error('the file was read to its end');
}

const read70 = {
  header: ['code', 'name', 'from'],
  rows: [
    [2, '70', 'Mexico', '1831'],
    [3, '90', 'Guatemala', '1868'],
  ],
};

describe('what is read as it was meant', () => {
  const readable: [name: string, bytes: Buffer | string][] = [
    ['a plain file', whole],
    ['a byte order mark', `\uFEFF${whole}`],
    ['lines that end as on Windows', whole.replaceAll('\n', '\r\n')],
    ['no line break at the end', whole.trimEnd()],
    ['a gzip archive', gzipSync(whole)],
    ['quotes around every cell', whole.replaceAll(/[^,\n]+/g, '"$&"')],
    ['empty lines at the end', `${whole}\n\n`],
  ];
  it.each(readable)('%s', async (_name, bytes) => expect(await read(given(bytes))).toEqual(read70));

  it('letters of more than one byte, wherever the pieces are cut', async () => {
    for (let pieces = 1; pieces < 9; pieces += 1) {
      const { rows } = await read(given('name\nCôte d’Ivoire\n中国\n', pieces));
      expect(rows).toEqual([
        [2, 'Côte d’Ivoire'],
        [3, '中国'],
      ]);
    }
  });

  it('a line break within quotes: the row stands where it begins', async () => {
    const { rows } = await read(given('a,b\n1,"two\nlines"\n3,4\n'));
    expect(rows).toEqual([
      [2, '1', 'two\nlines'],
      [4, '3', '4'],
    ]);
  });

  it('“NA”, which is Namibia', async () => expect((await read(given('iso\nNA\n'))).rows).toEqual([[2, 'NA']]));
});

describe('what is refused', () => {
  const refused: [name: string, bytes: Buffer | string, place: { line?: number; column?: string }, message: RegExp][] =
    [
      ['an empty file', '', {}, /empty/],
      ['UTF-16 with a mark', Buffer.from(`\uFEFF${whole}`, 'utf16le'), { line: 1 }, /UTF-16.*UTF-8/],
      ['UTF-16 without one', Buffer.from(whole, 'utf16le'), { line: 1 }, /UTF-16/],
      ['Latin-1', Buffer.from('name\nPérou\n', 'latin1'), { line: 2 }, /not UTF-8/],
      ['semicolons', whole.replaceAll(',', ';'), { line: 1 }, /semicolons.*commas/],
      ['tabs', whole.replaceAll(',', '\t'), { line: 1 }, /tabs/],
      ['a quotation mark that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', { line: 3 }, /never closed/],
      ['a quotation mark amid a cell', 'a,b\n1,2"3\n', { line: 2 }, /quote/i],
      ['a cell too few', `${whole}100\n`, { line: 4 }, /1 cells.*3 columns/],
      ['a cell too many', `${whole}100,Colombia,1831,x\n`, { line: 4 }, /4 cells/],
      ['a column twice', 'a,b,a\n1,2,3\n', { line: 1, column: 'a' }, /twice/],
      [
        'three hundred columns',
        `${Array.from({ length: 300 }, (_, at) => `c${at}`).join()}\n`,
        { line: 1 },
        /300 columns/,
      ],
      ['a gzip archive that is cut off', gzipSync(whole.repeat(50)).subarray(0, -12), {}, /broken or cut off/],
      ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), { line: 1 }, /no text/],
      ['a mark left open far into a file', `a,b\n${'1,2\n'.repeat(400)}3,"4\n5,6\n`, { line: 402 }, /never closed/],
      ['a row without end', `a,b\n1,"${'x'.repeat(200_000)}\n`, { line: 2 }, /longer than/],
    ];
  it.each(refused)('%s', async (_name, bytes, place, message) => {
    const { line, column, message: said } = await problemOf(bytes);
    expect({ ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }).toEqual(place);
    expect(said).toMatch(message);
  });

  it('a header that lacks a column or has another', () => {
    expect(headerProblems('states.csv', ['code', 'name', 'note'], ['code', 'name', 'from'])).toEqual([
      { file: 'states.csv', line: 1, column: 'from', message: expect.stringMatching(/missing/) },
      { file: 'states.csv', line: 1, column: 'note', message: expect.stringMatching(/not known/) },
    ]);
  });
});
