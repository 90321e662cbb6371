// Every file of every source, damaged in the ways in which files are in mailboxes and spreadsheets: what can still be read
// as it was meant is, and all else is told by its place and a remedy. Nothing comes of a line that is damaged.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { fixturesOf } from '../testing/fixture.ts';
import { fileOf, readSource } from '../testing/read-source.ts';
import { importers } from './index.ts';

/** Columns of a file in which something can be wrong, with what is wrong with it: `weak-points.json` beside its fixture. */
interface Weak {
  readonly number: string;
  readonly code: readonly [column: string, bad: string];
  readonly date?: readonly [column: string, bad: string];
  /** Two columns that are not to be taken for each other. */
  readonly swapped: readonly [string, string];
}

/** The lines of a fixture. None of them has a line break within a cell. */
const linesOf = (text: string) => text.trimEnd().split('\n');
const joined = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const withHeader = (text: string, change: (header: string) => string) =>
  joined(linesOf(text).map((line, at) => (at === 0 ? change(line) : line)));
const withLast = (text: string, change: (line: string) => string) =>
  joined(linesOf(text).map((line, at, { length }) => (at === length - 1 ? change(line) : line)));

/** The text with another value in a column of its first row. */
function withCell(text: string, column: string, value: string): string {
  const [header = '', first = '', ...rest] = linesOf(text);
  const place = header.split(',').indexOf(column);
  const cells = first.match(/("[^"]*"|[^,]*)(,|$)/g) ?? [];
  const changed = cells.map((cell, at) => (at === place ? `${value}${cell.endsWith(',') ? ',' : ''}` : cell)).join('');
  return joined([header, changed, ...rest]);
}

const same: readonly [name: string, damage: (text: string) => string | Buffer][] = [
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['lines that end as on Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['lines that end as on old Macs', (text) => text.replaceAll('\n', '\r')],
  ['no line break at the end', (text) => text.trimEnd()],
  ['empty lines at the end', (text) => `${text}\n\n`],
  ['a gzip archive', (text) => gzipSync(text)],
  ['spaces around the names of columns', (text) => withHeader(text, (header) => header.replaceAll(',', ' , '))],
];

type Place = 'file' | 'header' | 'first row' | 'last row';
type Damage = (text: string, weak: Weak) => string | Buffer | undefined;

const refused: readonly [name: string, place: Place, message: RegExp, damage: Damage][] = [
  ['an empty file', 'file', /empty/, () => ''],
  ['a file that is missing', 'file', /needs this file/, () => undefined],
  ['a header only', 'header', /no row/, (text) => joined(linesOf(text).slice(0, 1))],
  ['UTF-16 with a mark', 'header', /UTF-16.*UTF-8/, (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 without one', 'header', /UTF-16.*UTF-8/, (text) => Buffer.from(text, 'utf16le')],
  ['a picture', 'header', /no text/, () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
  ['semicolons', 'header', /semicolons.*commas/, (text) => text.replaceAll('"', '').replaceAll(',', ';')],
  ['tabs', 'header', /tabs.*commas/, (text) => text.replaceAll('"', '').replaceAll(',', '\t')],
  [
    'a column that is missing',
    'header',
    /is missing/,
    (text) => joined(linesOf(text).map((line) => line.replace(/^("[^"]*"|[^,]*),/, ''))),
  ],
  [
    'a column too many',
    'header',
    /“remarks” is not known/,
    (text) => joined(linesOf(text).map((line, at) => `${line},${at === 0 ? 'remarks' : ''}`)),
  ],
  [
    'a column under another name',
    'header',
    /is missing|is not known/,
    (text) => withHeader(text, (header) => header.replace(/^[^,]*/, 'id')),
  ],
  [
    'a column twice',
    'header',
    /stands there twice/,
    (text) => joined(linesOf(text).map((line) => line.replace(/^("[^"]*"|[^,]*),/, '$&$&'))),
  ],
  [
    'three hundred columns',
    'header',
    /300 columns/,
    () => joined([Array.from({ length: 300 }, (_, at) => `c${at}`).join(), ',']),
  ],
  [
    'a cell too few',
    'last row',
    /cells where the header has/,
    (text) => withLast(text, (line) => line.replace(/^[^,]*,/, '')),
  ],
  ['a cell too many', 'last row', /cells where the header has/, (text) => withLast(text, (line) => `${line},x`)],
  [
    'a quotation mark that is never closed',
    'last row',
    /never closed/,
    (text) => withLast(text, (line) => `"${line.replaceAll('"', '')}`),
  ],
  ['a quotation mark amid a cell', 'last row', /quote/i, (text) => withLast(text, (line) => `a"b${line}`)],
  ['a row without end', 'last row', /longer than/, (text) => withLast(text, (line) => 'x'.repeat(200_000) + line)],
  ['a zero byte', 'last row', /zero bytes/, (text) => withLast(text, (line) => `\0${line}`)],
  [
    'letters of Windows-1252',
    'last row',
    /not UTF-8/,
    (text) => Buffer.concat([Buffer.from(text.trimEnd()), Buffer.from([0xe9, 0x0a])]),
  ],
  ['a note below the table', 'last row', /cells where the header has/, (text) => `${text}Source: the publisher\n`],
  [
    'a row of nothing',
    'last row',
    /something must|must have/,
    (text) => `${text}${','.repeat(linesOf(text)[0]?.match(/,/g)?.length ?? 0)}\n`,
  ],
  ['a text in a number', 'first row', /“many”/, (text, { number }) => withCell(text, number, 'many')],
  ['a number with a point', 'first row', /./, (text, { number }) => withCell(text, number, '1.000.000')],
  ['a code that there is not', 'first row', /./, (text, { code: [column, bad] }) => withCell(text, column, bad)],
  [
    'a day that there is not',
    'first row',
    /./,
    (text, { date }) => (date ? withCell(text, ...date) : withCell(text, '', '')),
  ],
  [
    'columns that are swapped',
    'first row',
    /./,
    (text, { swapped: [one, other] }) =>
      withHeader(text, (header) =>
        header
          .split(',')
          .map((name) => (name === one ? other : name === other ? one : name))
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
  const weak = (JSON.parse(fixture('weak-points.json')) as Record<string, Weak>)[name];
  const read = (damaged: string | Buffer | undefined) =>
    readSource(
      importer,
      importer.manifest.files.flatMap((file) => {
        const given = file.name === name ? damaged : fixture(file.name);
        return given === undefined ? [] : [fileOf(file.name, given)];
      }),
    );

  it.each(same)('is read with %s', async (_name, damage) => {
    const whole = await read(text);
    expect(whole.problems).toEqual([]);
    expect(await read(damage(text))).toEqual(whole);
  });

  it('is refused with a gzip archive that is cut off, and only whole rows come before', async () => {
    const packed = gzipSync(text);
    const whole = await read(text);
    for (const missing of [1, 9, 40]) {
      const { records, problems } = await read(packed.subarray(0, -missing));
      expect(problems).toContainEqual({ file: name, message: expect.stringMatching(/broken or cut off/) });
      const came = records.filter((record) => record.file === name);
      expect(came).toEqual(whole.records.filter((record) => record.file === name).slice(0, came.length));
    }
  });

  it.each(refused)('is refused with %s', async (what, place, message, damage) => {
    if (!weak) throw new Error(`Say in weak-points.json of ${key} what can be wrong in ${name}.`);
    if (what === 'a day that there is not' && !weak.date) return;
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
    if (place === 'first row' || what === 'a row of nothing')
      expect(problems.find((problem) => problem.line === line)?.column).toBeDefined();
    const from = records.filter((record) => record.file === name);
    expect(place === 'file' || place === 'header' ? from : from.filter((record) => record.line === line)).toEqual([]);
  });
});
