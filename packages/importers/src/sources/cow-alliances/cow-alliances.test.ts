import { expect, it } from '@jest/globals';
import type { SourceRecord } from '../../source-record.ts';
import { fixturesOf } from '../../testing/fixture.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { cowAlliances } from './index.ts';

const name = 'cow_alliance_v4.1_by_member.csv';
const fixture = fixturesOf('cow-alliances')(name);
const read = (text = fixture) => readSource(cowAlliances, [fileOf(name, text)]);

const obligationRow = ({ values, links, line }: SourceRecord) => [
  line,
  `${codeOf(links.from)} owes ${codeOf(links.to)} ${values.obligationType}`,
  (values.validity as { edtf: string }).edtf,
];
const codeOf = (link: SourceRecord['links'][string] | undefined) => (link && 'code' in link ? link.code.value : '');

it('members owe each other what their own flags say while both are members, with the line of the later member', async () => {
  const { records, problems } = await read();
  expect(problems).toEqual([]);
  const party = (value: string, on: string) => ({ code: { scheme: 'COW', value, on } });
  expect(
    records.flatMap(({ type, key, marks, titleFrom }) =>
      type === 'Agreement' ? [[key, titleFrom, marks?.actors]] : [],
    ),
  ).toEqual([
    ['alliance 901', { kind: 'Defence pact', time: '1832' }, [party('991', '1832-03-04'), party('992', '1832-03-04')]],
    [
      'alliance 902',
      { kind: 'Entente', time: '1900' },
      [party('991', '1900-05-01'), party('993', '1901-01-01'), party('992', '1900-05-01')],
    ],
    // A state with two spells is one party.
    ['alliance 903', { kind: 'Defence pact', time: '1950' }, [party('991', '1950-01-01'), party('992', '1950-01-01')]],
  ]);
  expect(records.filter(({ type }) => type === 'Obligation').map(obligationRow)).toEqual([
    // Lydia protects Caria, which owes it nothing.
    [3, '991 owes 992 DEFENSE', '1832-03-04/1840-02-01'],
    [5, '991 owes 993 CONSULTATION', '1901-01-01/'],
    [5, '993 owes 991 CONSULTATION', '1901-01-01/'],
    [6, '991 owes 992 CONSULTATION', '1900-05-01/1900-12-31'],
    // Neither has a flag, so the type of the alliance counts.
    [8, '991 owes 992 DEFENSE', '1950-01-01/1960-12-31'],
    [8, '992 owes 991 DEFENSE', '1950-01-01/1960-12-31'],
    [9, '991 owes 992 DEFENSE', '1970-01-01/'],
    [9, '992 owes 991 DEFENSE', '1970-01-01/'],
  ]);
});

it('a left-censored spell has a note that it began earlier', async () => {
  const { records } = await read(fixture.replace('4,3,1832,1,2,1840,0,0,1', '1,1,1816,1,2,1840,1,0,1'));
  const [obligation] = records.filter(({ type }) => type === 'Obligation');
  // The obligation begins with the later member.
  expect(obligation?.values.validity).toEqual({ edtf: '1832-03-04/1840-02-01', basis: 'STATED' });
  const both = await read(fixture.replaceAll('4,3,1832,1,2,1840,0,0,', '1,1,1816,1,2,1840,1,0,'));
  expect(both.records.find(({ type }) => type === 'Obligation')?.values.validity).toMatchObject({
    edtf: '1816-01-01/1840-02-01',
    note: expect.stringMatching(/data begin/),
  });
});

it('an unknown flag gives no obligation but a note', async () => {
  const { records, notes } = await read(fixture.replace('1,0,0,0,4.1', '1,0,,0,4.1'));
  expect(notes).toEqual([
    { file: name, line: 2, column: 'nonaggression', message: expect.stringMatching(/does not say/) },
  ]);
  expect(records).toHaveLength(14);
});

const invalid: [name: string, from: string, to: string, column: string, message: RegExp][] = [
  ['an unknown type', 'Type I: Defense Pact', 'Type IV', 'ss_type', /“Type IV” is not a value/],
  ['an end before the start', '1,2,1840,0,0,1', '1,2,1820,0,0,1', 'mem_end_year', /before the start/],
  ['a contradictory flag of right-censoring', '1840,0,0,1', '1840,0,1,1', 'right_censor', /must be 1 if/],
  ['an invalid number', '901,991', '901,USA', 'ccode', /not a whole number/],
  ['an invalid flag', '1,0,0,0,4.1', '1,0,2,0,4.1', 'nonaggression', /“2” is not a value/],
];
it.each(invalid)('%s: no obligation of the member is read', async (_name, from, to, column, message) => {
  const { records, problems } = await read(fixture.replace(from, to));
  expect(problems).toContainEqual({ file: name, line: 2, column, message: expect.stringMatching(message) });
  expect(records.filter(({ line }) => line < 4).map(({ key }) => key)).toEqual(['alliance 901', 'COW_ALLIANCE 901']);
});

it('reports lines of an alliance that are not consecutive', async () => {
  const { problems } = await read(
    `${fixture}901,993,Ionia,4,3,1832,1,2,1840,Type I: Defense Pact,4,3,1832,1,2,1840,0,0,1,0,0,0,4.1\n`,
  );
  expect(problems).toEqual([
    { file: name, line: 10, column: 'version4id', message: expect.stringMatching(/alliance 901/) },
  ]);
});

it('reads no alliance whose lines are truncated', async () => {
  const { records, problems } = await read(
    fixture.replace('903,992,Caria,1,1,1950,,,,Type I: Defense Pact,1,1,1970', '"903'),
  );
  expect(problems).toEqual([{ file: name, line: 9, message: expect.stringMatching(/not closed/) }]);
  expect(records.some(({ key }) => key.includes('903'))).toBe(false);
});
