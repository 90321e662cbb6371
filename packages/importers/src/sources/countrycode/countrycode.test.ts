import { expect, it } from '@jest/globals';
import { fixturesOf } from '../../testing/fixture.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { countrycode } from './index.ts';

const name = 'country_codes_countrycode.csv';
const fixture = fixturesOf('countrycode')(name);
const read = (text = fixture) => readSource(countrycode, [fileOf(name, text)]);

it('a state has all its codes as marks, including “NA”', async () => {
  const { records, problems } = await read();
  expect(problems).toEqual([]);
  expect(records.filter(({ type }) => type === 'State').map(({ key, marks }) => [key, marks?.names])).toEqual([
    ['state COW 991', ['Lydia']],
    ['state COW 993', ['Old Caria']],
    ['state GW 994', ['Upper Ionia']],
  ]);
  expect(records[0]?.marks?.codes).toEqual([
    { scheme: 'COW', value: '991' },
    { scheme: 'GW', value: '992' },
    { scheme: 'ISO_A2', value: 'NA' },
    { scheme: 'ISO_A3', value: 'LYD' },
    // M49 has three digits.
    { scheme: 'M49', value: '016' },
    { scheme: 'VDEM', value: '75' },
  ]);
  expect(records.filter(({ type, links }) => type === 'ExternalCode' && 'of' in links).map(({ key }) => key)).toEqual([
    'COW 991',
    'GW 992',
    'ISO_A2 NA',
    'ISO_A3 LYD',
    'M49 016',
    'VDEM 75',
    'COW 993',
    'GW 994',
  ]);
});

it('a line that is not a state in either list is omitted with a note', async () => {
  const { notes } = await read();
  expect(notes).toEqual([
    { file: name, line: 4, column: 'cown', message: expect.stringMatching(/Isle of Samos has no/) },
  ]);
});

const invalid: [name: string, from: string, to: string, column: string, message: RegExp][] = [
  ['too many letters', ',NA,', ',NAM,', 'iso2c', /“NAM” is not two capital letters/],
  ['lower-case letters', 'LYD,16', 'lyd,16', 'iso3c', /three capital letters/],
  ['a number with too many digits', '75,16,', '75,1600,', 'un', /up to three digits/],
  ['an invalid number', 'LYD,991', 'LYD,99x', 'cown', /“99x” is not a number of Correlates of War/],
  ['no name', 'Lydia,lydia', ',lydia', 'country_name_en', /is required/],
];
it.each(invalid)('%s', async (_name, from, to, column, message) => {
  const { records, problems } = await read(fixture.replace(from, to));
  expect(problems).toEqual([{ file: name, line: 2, column, message: expect.stringMatching(message) }]);
  expect(records.every(({ line }) => line > 2)).toBe(true);
});
