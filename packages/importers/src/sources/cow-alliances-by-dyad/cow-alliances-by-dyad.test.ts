import { expect, it } from '@jest/globals';
import type { SourceRecord } from '../../source-record.ts';
import { countDifferences, dyadYearsOf, keysOnlyIn, publishedDyadYears } from '../../testing/dyad-years.ts';
import { fixturesOf } from '../../testing/fixture.ts';
import { itWithPublished } from '../../testing/it-with-published.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { cowAlliancesByDyad } from './index.ts';

const name = 'cow_alliance_v4.1_directed_dyad_year.csv';
const fixture = fixturesOf('cow-alliances-by-dyad')(name);
const read = (text = fixture) => readSource(cowAlliancesByDyad, [fileOf(name, text)]);

const obligationRow = ({ values, links, line }: SourceRecord) => [
  line,
  `${codeOf(links.from)} owes ${codeOf(links.to)} ${values.obligationType}`,
  (values.validity as { edtf: string }).edtf,
];
const codeOf = (link: SourceRecord['links'][string] | undefined) => (link && 'code' in link ? link.code.value : '');
const obligations = (records: readonly SourceRecord[]) =>
  records.filter(({ type }) => type === 'Obligation').map(obligationRow);

it('consecutive years are one obligation without an agreement', async () => {
  const { records, problems } = await read();
  expect(problems).toEqual([]);
  expect(records.map(({ type, links }) => [type, Object.keys(links)])).toEqual(
    records.map(() => ['Obligation', ['from', 'to']]),
  );
  expect(obligations(records)).toEqual([
    [2, '991 owes 992 DEFENSE', '1832/1833'],
    [3, '991 owes 992 NONAGGRESSION', '1833/1833'],
    [4, '991 owes 992 NONAGGRESSION', '1900/1900'],
    // Right-censored: the end is unknown.
    [6, '991 owes 993 NEUTRALITY', '2012/'],
    [5, '991 owes 993 CONSULTATION', '2011/'],
    [8, '992 owes 991 DEFENSE', '1833/1833'],
    [8, '992 owes 991 NONAGGRESSION', '1833/1833'],
    [9, '992 owes 991 NONAGGRESSION', '1900/1900'],
    [11, '993 owes 991 NEUTRALITY', '2012/'],
    [10, '993 owes 991 CONSULTATION', '2011/'],
  ]);
});

it('a year without flags gives no obligation but a note', async () => {
  const { notes } = await read();
  expect(notes).toEqual([
    { file: name, line: 7, column: 'cow_defense', message: expect.stringMatching(/does not say/) },
  ]);
});

it('reports years that are not in ascending order', async () => {
  const { problems, records } = await read(fixture.replace('991,992,1900', '991,992,1833'));
  expect(problems).toEqual([{ file: name, line: 4, column: 'year', message: expect.stringMatching(/after 1833/) }]);
  expect(records.some(({ line }) => line === 4)).toBe(false);
});

it('reports lines of a dyad that are not consecutive', async () => {
  const { problems } = await read(`${fixture}991,992,1901,1,0,0,0\n`);
  expect(problems).toEqual([
    { file: name, line: 12, column: 'ccode2', message: expect.stringMatching(/991 and 992 are not consecutive/) },
  ]);
});

it('reports a state that is its own ally', async () => {
  const { problems } = await read(fixture.replace('991,992,1832', '991,991,1832'));
  expect(problems).toContainEqual({ file: name, line: 2, column: 'ccode2', message: expect.stringMatching(/its own/) });
});

itWithPublished(
  { of: cowAlliancesByDyad.manifest },
  'obligations agree by dyad and year with the published file, in all years with flags',
  async (files, file) => {
    const { records } = await readSource(cowAlliancesByDyad, files);
    const theirs = await publishedDyadYears(file, {
      ...{ cow_defense: 'DEFENSE', cow_neutral: 'NEUTRALITY' },
      ...{ cow_nonagg: 'NONAGGRESSION', cow_entente: 'CONSULTATION' },
    });
    const owing = new Map([...theirs].filter(([, types]) => types.size > 0));
    expect(owing.size).toBe(120_774);
    const ours = dyadYearsOf(records, 2012);
    expect([keysOnlyIn(ours, owing), keysOnlyIn(owing, ours), countDifferences(ours, owing)]).toEqual([[], [], {}]);
  },
);
