import { expect, it } from '@jest/globals';
import { fixturesOf } from '../../testing/fixture.ts';
import { fileOf, readSource } from '../../testing/read-source.ts';
import { countryCodes } from './index.ts';

const name = 'country_codes_datahub.csv';
const fixture = fixturesOf('country-codes')(name);
const read = (text = fixture) => readSource(countryCodes, [fileOf(name, text)]);

it('a state has its codes, and each name once per language', async () => {
  const { records, problems, notes } = await read();
  expect(problems).toEqual([]);
  const [state, ...facts] = records;
  expect(state).toMatchObject({
    type: 'State',
    values: { name: 'Lydia (Kingdom of)' },
    marks: { names: ['Lydia (Kingdom of)', 'the Kingdom of Lydia', 'Lydia'] },
  });
  expect(facts.map(({ key, values, links }) => [key, values.value ?? values.name, links.of])).toEqual(
    [
      ['ISO_A3 LYD', 'LYD'],
      ['ISO_A2 NA', 'NA'],
      ['M49 016', '016'],
      ['WIKIDATA Q9991', 'Q9991'],
      ['name LYD ar SHORT', { text: 'ليديا', language: 'ar' }],
      ['name LYD en SHORT', { text: 'Lydia (Kingdom of)', language: 'en' }],
      ['name LYD es SHORT', { text: 'Lidia', language: 'es' }],
      ['name LYD fr SHORT', { text: 'Lydie', language: 'fr' }],
      ['name LYD ru SHORT', { text: 'Лидия', language: 'ru' }],
      ['name LYD zh SHORT', { text: '吕底亚', language: 'zh' }],
      // Without the asterisk, which marks a footnote.
      ['name LYD en OFFICIAL', { text: 'the Kingdom of Lydia', language: 'en' }],
      ['name LYD en ALIAS', { text: 'Lydia', language: 'en' }],
    ].map((fact) => [...fact, { record: 'state LYD' }]),
  );
  expect(notes).toEqual([
    {
      file: name,
      line: 3,
      column: 'is_independent',
      message: expect.stringMatching(/Samos is not an independent state.*Part of LY/),
    },
  ]);
});

const invalid: [name: string, from: string, to: string, column: string, message: RegExp][] = [
  ['too many letters', ',NA,', ',NAM,', 'ISO3166-1-Alpha-2', /“NAM” is not two capital letters/],
  ['an address of another kind', 'wiki/Q9991', 'wiki/Lydia', 'wikidata_id', /not the address of a Wikidata item/],
  ['no name', 'Lydia (Kingdom of)', '', 'official_name_en', /is required/],
];
it.each(invalid)('%s', async (_name, from, to, column, message) => {
  const { records, problems } = await read(fixture.replace(from, to));
  expect(problems).toEqual([{ file: name, line: 2, column, message: expect.stringMatching(message) }]);
  expect(records).toEqual([]);
});
