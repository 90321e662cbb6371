import { expect, it } from '@jest/globals';
import type { SourceRecord } from '../../source-record.ts';
import { fixturesOf } from '../../testing/fixture.ts';
import { itWithPublished } from '../../testing/it-with-published.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { atop } from './index.ts';

const [alliances, members] = ['atop_v5.1_alliances.csv', 'atop_v5.1_members.csv'] as const;
const fixture = fixturesOf('atop');
const read = (treatyText = fixture(alliances), memberText = fixture(members)) =>
  readSource(atop, [fileOf(alliances, treatyText), fileOf(members, memberText)]);

const codeOf = (link: SourceRecord['links'][string] | undefined) => (link && 'code' in link ? link.code.value : '');
const obligationRow = ({ values, links, line }: SourceRecord) => [
  line,
  `${codeOf(links.from)} owes ${codeOf(links.to)} ${values.obligationType}`,
  (values.validity as { edtf: string }).edtf,
];

it('members of a phase owe each other what their own flags say, on the days that they share', async () => {
  const { records, problems } = await read();
  expect(problems).toEqual([]);
  expect(records.filter(({ type }) => type === 'Agreement').map(({ values }) => values)).toEqual([
    {
      topics: ['ALLIANCE'],
      openness: 'BILATERAL',
      signed: { edtf: '1832-03-04', basis: 'STATED' },
      ended: { edtf: '1840-02', basis: 'STATED' },
    },
    {
      topics: ['ALLIANCE'],
      signed: { edtf: '1990-05-01', basis: 'STATED' },
    },
  ]);
  expect(records.filter(({ type }) => type === 'Obligation').map(obligationRow)).toEqual([
    [3, '991 owes 992 DEFENSE', '1832-03-04/1840-02'],
    [5, '991 owes 992 NONAGGRESSION', '1990-05-01/1995-06-07'],
    [5, '992 owes 991 NONAGGRESSION', '1990-05-01/1995-06-07'],
    [7, '991 owes 992 NONAGGRESSION', '1995-06-07/'],
    [7, '991 owes 992 CONSULTATION', '1995-06-07/'],
    [7, '992 owes 991 NONAGGRESSION', '1995-06-07/'],
    [8, '991 owes 993 NONAGGRESSION', '2001-01-01/'],
    [8, '991 owes 993 CONSULTATION', '2001-01-01/'],
    [8, '993 owes 991 NONAGGRESSION', '2001-01-01/'],
    [8, '992 owes 993 NONAGGRESSION', '2001-01-01/'],
    [8, '993 owes 992 NONAGGRESSION', '2001-01-01/'],
  ]);
});

it('a treaty has its Correlates of War alliance number and its members as marks, and a composed title', async () => {
  const { records, notes } = await read();
  const party = (value: string, on: string) => ({ code: { scheme: 'COW', value, on } });
  expect(
    records.flatMap(({ type, marks, titleFrom }) => (type === 'Agreement' ? [{ ...marks, ...titleFrom }] : [])),
  ).toEqual([
    {
      codes: [
        { scheme: 'ATOP', value: '9010' },
        { scheme: 'COW_ALLIANCE', value: '901' },
      ],
      actors: [party('991', '1832-03-04'), party('992', '1832-03-04')],
      ...{ kind: 'Defence pact', time: '1832' },
    },
    {
      // An earlier treaty has that alliance number.
      codes: [{ scheme: 'ATOP', value: '9020' }],
      actors: [party('991', '1990-05-01'), party('992', '1990-05-01'), party('993', '1990-05-01')],
      ...{ kind: 'Non-aggression pact', time: '1990' },
    },
  ]);
  expect(notes).toEqual([
    {
      file: alliances,
      line: 3,
      column: 'cow4id',
      message: expect.stringMatching(/Treaty 9010 already has the .* number 901/),
    },
  ]);
});

it('each obligation has its conditions, threats and secrecy if they are known', async () => {
  const { records } = await read();
  const [defence, nonaggression, , , consultation] = records.filter(({ type }) => type === 'Obligation');
  expect(defence?.values).toMatchObject({
    conditional: true,
    condition: 'against certain adversaries only; where the attack was not provoked',
    specificThreat: true,
    secret: true,
    asymmetric: true,
  });
  expect(nonaggression?.values).toEqual({
    obligationType: 'NONAGGRESSION',
    secret: false,
    asymmetric: false,
    validity: { edtf: '1990-05-01/1995-06-07', basis: 'STATED' },
  });
  expect(consultation?.values).toMatchObject({
    conditional: true,
    condition: 'at the request of a member',
    note: expect.stringMatching(/some of the others/),
  });
  // A treaty that is secret in part has no value.
  expect(consultation?.values).not.toHaveProperty('secret');
});

const invalid: [name: string, from: string, to: string, column: string, message: RegExp][] = [
  ['an unknown treaty', '9010,,,991', '9015,,,991', 'atopid', /Treaty 9015 is not in/],
  [
    'a member that the treaty does not list',
    '9010,,,991',
    '9010,,,993',
    'member',
    /does not list state 993 as a member of treaty 9010/,
  ],
  ['an exit before the entry', '1840,2,', '1830,2,', 'yrexit', /before the entry/],
  ['a month that does not exist', '1832,3,4', '1832,13,4', 'moent', /from 1 to 12/],
  ['a day that does not exist', '1832,3,4', '1832,2,30', 'dayent', /1832-02-30 is not a date/],
];
it.each(invalid)('%s: no obligation of the member is read', async (_name, from, to, column, message) => {
  const { records, problems } = await read(fixture(alliances), fixture(members).replace(from, to));
  expect(problems).toContainEqual({ file: members, line: 2, column, message: expect.stringMatching(message) });
  expect(records.filter(({ type, line }) => type === 'Obligation' && line < 4)).toEqual([]);
});

itWithPublished(
  { of: atop.manifest },
  'agrees with published counts: the share of each kind of treaty, and the treaty of Russia and Iran',
  async (files) => {
    const { records } = await readSource(atop, files);
    const agreements = records.filter(({ type }) => type === 'Agreement');
    const obligations = records.filter(({ type }) => type === 'Obligation');
    const share = (count: number) => `${Math.round((100 * count) / agreements.length)} %`;
    const treaties = (owed: string) =>
      new Set(
        obligations.flatMap(({ values, links }) =>
          values.obligationType === owed ? [JSON.stringify(links.agreement)] : [],
        ),
      );
    expect(agreements).toHaveLength(789);
    const alliancesOf = agreements.flatMap(
      ({ marks }) => marks?.codes?.filter(({ scheme }) => scheme === 'COW_ALLIANCE') ?? [],
    );
    // The source has 394 numbers, but gives number 300 to both treaty 3785 and treaty 3810.
    expect(alliancesOf).toHaveLength(393);
    expect(new Set(alliancesOf.map(({ value }) => value)).size).toBe(393);
    expect(share(agreements.filter(({ values }) => values.openness === 'BILATERAL').length)).toBe('86 %');
    expect(
      ['DEFENSE', 'OFFENSE', 'NEUTRALITY', 'NONAGGRESSION', 'CONSULTATION'].map((owed) => share(treaties(owed).size)),
    ).toEqual(['35 %', '10 %', '16 %', '56 %', '49 %']);
    const ofRussiaAndIran = obligations.filter(({ links }) => JSON.stringify(links.agreement).includes('treaty 4968'));
    expect(ofRussiaAndIran.map(obligationRow).map(([, what, when]) => [what, when])).toEqual(
      ['365 owes 630', '630 owes 365'].flatMap((who) =>
        ['NEUTRALITY', 'NONAGGRESSION', 'CONSULTATION'].map((owed) => [`${who} ${owed}`, '2001-03-12/']),
      ),
    );
  },
);
