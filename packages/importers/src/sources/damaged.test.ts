// Damages every file of every source as mail programs and spreadsheets do. Files that are still readable are read in
// full; all others are refused with the place and a remedy, and no record is read from a damaged line.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { fixturesOf } from '../testing/fixture.ts';
import { fileOf, readSource } from '../testing/read-source.ts';
import { importers } from './index.ts';

/** The columns in which a test damages a fixture, from `weak-points.json` beside the fixture. */
interface WeakPoints {
  /** A column of numbers. */
  readonly number: string;
  /** A column of codes, and an invalid value for it. */
  readonly code: readonly [column: string, bad: string];
  /** A column of dates or parts of dates, and an invalid value for it; absent if the file has none. */
  readonly date?: readonly [column: string, bad: string];
  /** Two columns whose names a test swaps in the header. */
  readonly swapped: readonly [string, string];
}

/** Splits a fixture into lines, since no cell of a fixture contains a line break. */
const linesOf = (text: string) => text.trimEnd().split('\n');
const joined = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const withHeader = (text: string, change: (header: string) => string) =>
  joined(linesOf(text).map((line, at) => (at === 0 ? change(line) : line)));
const withLast = (text: string, change: (line: string) => string) =>
  joined(linesOf(text).map((line, at, { length }) => (at === length - 1 ? change(line) : line)));

/** Returns the text with another value in a column of the first row. */
function withCell(text: string, column: string, value: string): string {
  const [header = '', first = '', ...rest] = linesOf(text);
  const index = header.split(',').indexOf(column);
  const cells = first.match(/("[^"]*"|[^,]*)(,|$)/g) ?? [];
  const changed = cells.map((cell, at) => (at === index ? `${value}${cell.endsWith(',') ? ',' : ''}` : cell)).join('');
  return joined([header, changed, ...rest]);
}

const harmless: readonly [name: string, damage: (text: string) => string | Buffer][] = [
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['old Mac line ends', (text) => text.replaceAll('\n', '\r')],
  ['no line break at the end', (text) => text.trimEnd()],
  ['empty lines at the end', (text) => `${text}\n\n`],
  ['a gzip archive', (text) => gzipSync(text)],
  ['spaces around column names', (text) => withHeader(text, (header) => header.replaceAll(',', ' , '))],
];

type Place = 'file' | 'header' | 'first row' | 'last row';
type Damage = (text: string, weak: WeakPoints) => string | Buffer | undefined;

const refused: readonly [name: string, place: Place, message: RegExp, damage: Damage][] = [
  ['an empty file', 'file', /empty/, () => ''],
  ['a missing file', 'file', /file is missing/, () => undefined],
  ['a header only', 'header', /no rows/, (text) => joined(linesOf(text).slice(0, 1))],
  ['UTF-16 with a byte order mark', 'header', /UTF-16.*UTF-8/, (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 without a byte order mark', 'header', /UTF-16.*UTF-8/, (text) => Buffer.from(text, 'utf16le')],
  ['a picture', 'header', /not text/, () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
  ['semicolons', 'header', /semicolons.*commas/, (text) => text.replaceAll('"', '').replaceAll(',', ';')],
  ['tabs', 'header', /tabs.*commas/, (text) => text.replaceAll('"', '').replaceAll(',', '\t')],
  [
    'a missing column',
    'header',
    /is missing/,
    (text) => joined(linesOf(text).map((line) => line.replace(/^("[^"]*"|[^,]*),/, ''))),
  ],
  [
    'an extra column',
    'header',
    /“remarks” is unknown/,
    (text) => joined(linesOf(text).map((line, at) => `${line},${at === 0 ? 'remarks' : ''}`)),
  ],
  [
    'a renamed column',
    'header',
    /is missing|is unknown/,
    (text) => withHeader(text, (header) => header.replace(/^[^,]*/, 'id')),
  ],
  [
    'a column twice',
    'header',
    /more than once/,
    (text) => joined(linesOf(text).map((line) => line.replace(/^("[^"]*"|[^,]*),/, '$&$&'))),
  ],
  [
    'three hundred columns',
    'header',
    /300 columns/,
    () => joined([Array.from({ length: 300 }, (_, at) => `c${at}`).join(), ',']),
  ],
  [
    'a missing cell',
    'last row',
    /number of cells in the row/,
    (text) => withLast(text, (line) => line.replace(/^[^,]*,/, '')),
  ],
  ['an extra cell', 'last row', /number of cells in the row/, (text) => withLast(text, (line) => `${line},x`)],
  [
    'a quotation mark that is not closed',
    'last row',
    /not closed/,
    (text) => withLast(text, (line) => `"${line.replaceAll('"', '')}`),
  ],
  ['a quotation mark inside a cell', 'last row', /quote/i, (text) => withLast(text, (line) => `a"b${line}`)],
  ['a row that is too long', 'last row', /longer than/, (text) => withLast(text, (line) => 'x'.repeat(200_000) + line)],
  ['a NUL byte', 'last row', /NUL bytes/, (text) => withLast(text, (line) => `\0${line}`)],
  [
    'Windows-1252 characters',
    'last row',
    /not UTF-8/,
    (text) => Buffer.concat([Buffer.from(text.trimEnd()), Buffer.from([0xe9, 0x0a])]),
  ],
  ['a note below the table', 'last row', /number of cells in the row/, (text) => `${text}Source: the publisher\n`],
  [
    'an empty row',
    'last row',
    /is required|must have/,
    (text) => `${text}${','.repeat(linesOf(text)[0]?.match(/,/g)?.length ?? 0)}\n`,
  ],
  ['text instead of a number', 'first row', /“many”/, (text, { number }) => withCell(text, number, 'many')],
  ['a number with thousands separators', 'first row', /./, (text, { number }) => withCell(text, number, '1.000.000')],
  ['an unknown code', 'first row', /./, (text, { code: [column, bad] }) => withCell(text, column, bad)],
  [
    'a day that does not exist',
    'first row',
    /./,
    (text, { date }) => (date ? withCell(text, ...date) : withCell(text, '', '')),
  ],
  [
    'swapped columns',
    'first row',
    /./,
    (text, { swapped: [a, b] }) =>
      withHeader(text, (header) =>
        header
          .split(',')
          .map((name) => (name === a ? b : name === b ? a : name))
          .join(),
      ),
  ],
];

const files = importers.flatMap((importer) =>
  importer.manifest.files.map(({ name }) => ({ key: importer.manifest.key, name, importer })),
);

describe.each(files)('$name of $key', ({ key, name, importer }) => {
  const fixture = fixturesOf(key);
  const text = fixture(name);
  const weak = (JSON.parse(fixture('weak-points.json')) as Record<string, WeakPoints>)[name];
  const read = (damaged: string | Buffer | undefined) =>
    readSource(
      importer,
      importer.manifest.files.flatMap((file) => {
        const given = file.name === name ? damaged : fixture(file.name);
        return given === undefined ? [] : [fileOf(file.name, given)];
      }),
    );

  it.each(harmless)('is read with %s', async (_name, damage) => {
    const intact = await read(text);
    expect(intact.problems).toEqual([]);
    expect(await read(damage(text))).toEqual(intact);
  });

  it('is refused with a truncated gzip archive, after reading complete rows only', async () => {
    const packed = gzipSync(text);
    const intact = await read(text);
    for (const missing of [1, 9, 40]) {
      const { records, problems } = await read(packed.subarray(0, -missing));
      expect(problems).toContainEqual({ file: name, message: expect.stringMatching(/damaged or truncated/) });
      const readRecords = records.filter((record) => record.file === name);
      expect(readRecords).toEqual(intact.records.filter((record) => record.file === name).slice(0, readRecords.length));
    }
  });

  const possible = refused.filter(([what]) => what !== 'a day that does not exist' || weak?.date !== undefined);
  it.each(possible)('is refused with %s', async (what, place, message, damage) => {
    if (!weak) throw new Error(`Add ${name} to weak-points.json of ${key}.`);
    const damaged = damage(text, weak);
    const { records, problems } = await read(damaged);
    const last = linesOf(String(damaged ?? '').replace(/\0$/, '')).length;
    const line = { file: undefined, header: 1, 'first row': 2, 'last row': last }[place];
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: name,
        ...(line === undefined ? {} : { line }),
        message: expect.stringMatching(message),
      }),
    );
    if (place === 'first row' || what === 'an empty row')
      expect(problems.find((problem) => problem.line === line)?.column).toBeDefined();
    const fromFile = records.filter((record) => record.file === name);
    expect(
      place === 'file' || place === 'header' ? fromFile : fromFile.filter((record) => record.line === line),
    ).toEqual([]);
  });
});
