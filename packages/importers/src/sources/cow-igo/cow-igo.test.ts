import { expect, it } from '@jest/globals';
import { fixturesOf } from '../../testing/fixture.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { cowIgo } from './index.ts';

const fixture = fixturesOf('cow-igo');
const organizations = fixture('cow_igo_v3_organizations.csv');
const spells = fixture('cow_igo_v3_membership_spells.csv');
const read = (organizationText = organizations, spellText = spells) =>
  readSource(cowIgo, [
    fileOf('cow_igo_v3_membership_spells.csv', spellText),
    fileOf('cow_igo_v3_organizations.csv', organizationText),
  ]);

it('reads organizations first, whatever the order of the files; a right-censored membership has an unknown end', async () => {
  const { records, problems } = await read();
  expect(problems).toEqual([]);
  expect(records.map(({ key }) => key)).toEqual([
    'organization 9010',
    'COW_IGO 9010',
    'organization 9020',
    'COW_IGO 9020',
    'membership 9010 991 FULL from 1900',
    'membership 9020 992 OBSERVER from 1925',
  ]);
  const [league, , council] = records;
  expect(league).toMatchObject({
    values: { name: 'League of the Cities of Lydia', abbreviation: 'LL', validity: { edtf: '1900/..' } },
    marks: { codes: [{ scheme: 'COW_IGO', value: '9010' }] },
  });
  expect(council?.values.validity).toEqual({ edtf: '1920/1950', basis: 'STATED' });
  expect(records.slice(4).map(({ values, links }) => [(values.validity as { edtf: string }).edtf, links])).toEqual([
    [
      '1900/',
      { organization: { record: 'organization 9010' }, member: { code: { scheme: 'COW', value: '991', on: '1900' } } },
    ],
    [
      '1925/1950',
      { organization: { record: 'organization 9020' }, member: { code: { scheme: 'COW', value: '992', on: '1925' } } },
    ],
  ]);
});

const invalid: [name: string, from: string, to: string, column: string, message: RegExp][] = [
  ['an unknown status', ',3,1925', ',4,1925', 'status', /“4” is not a value of this column. Use one of: 1, 2, 3/],
  ['a status that is missing in the source', ',3,1925', ',-9,1925', 'status', /“-9” is not a value/],
  ['no status', ',3,1925', ',,1925', 'status', /is required/],
  ['a last year before the first', '1925,1950', '1951,1950', 'end_year', /is before the first year/],
  ['a right-censored spell that ends earlier', '1950,0', '1950,1', 'right_censored', /end with the data in 2014/],
];
it.each(invalid)('%s', async (_name, from, to, column, message) => {
  const { records, problems } = await read(organizations, spells.replace(from, to));
  expect(problems).toContainEqual({
    file: 'cow_igo_v3_membership_spells.csv',
    line: 3,
    column,
    message: expect.stringMatching(message),
  });
  expect(records).toHaveLength(5);
});
