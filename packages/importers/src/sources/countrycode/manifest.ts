import { left, type Manifest } from '../../manifest.ts';

const noScheme = 'The register does not keep this scheme.';

export const manifest: Manifest = {
  key: 'countrycode',
  title: 'countrycode: which codes of several schemes stand for one state',
  publisher: 'Arel-Bundock, Enevoldsen & Yetman',
  version: '1.8.0',
  citation:
    'Arel-Bundock, V., Enevoldsen, N. & Yetman, C. J. 2018. countrycode: An R package to convert country names and country codes. Journal of Open Source Software 3(28): 848.',
  doi: '10.21105/joss.00848',
  licence: { terms: 'GPL-3: copies, and what is made of them, are passed on under the same terms.', republish: true },
  covers: [
    {
      kind: 'STATES',
      population: 'States with a number of Correlates of War or of Gleditsch and Ward',
      period: '1816/2025',
      completeness: 'SAMPLE',
      note: 'It lists states with one code of each scheme, and does not say when the code is theirs.',
    },
  ],
  grade: { reliability: 'B', credibility: 2 },
  files: [
    {
      name: 'country_codes_countrycode.csv',
      rows: 292,
      columns: {
        country_name_en: { meaning: 'Name of the state or territory in common use in English' },
        regex_en: left('Pattern that finds its name in a text', 'It is a tool, not a fact.'),
        iso2c: { meaning: 'ISO 3166-1 alpha-2' },
        iso3c: { meaning: 'ISO 3166-1 alpha-3' },
        iso3n: left('ISO 3166-1 numeric', 'It is M49, where the United Nations have a number.'),
        cowc: left('Correlates of War letters', 'That data set says so itself, for each spell.'),
        cown: { meaning: 'Correlates of War number' },
        cow_name: left('Name in Correlates of War', 'That data set says so itself.'),
        gwc: left('Gleditsch-Ward letters', 'They are no scheme of their own: the number tells the state.'),
        gwn: { meaning: 'Gleditsch-Ward number' },
        p5n: left('Polity 5 number', noScheme),
        vdem: { meaning: 'V-Dem number' },
        un: { meaning: 'M49, without leading zeros' },
        fips: left('FIPS 10-4', noScheme),
        wb: left('World Bank letters', noScheme),
        continent: left('Continent', 'The register has no field for continents.'),
        region: left('Region of the World Bank', 'The register has no field for regions.'),
        eu28: left('Whether it was in the European Union of 28', 'Memberships have sources of their own.'),
        country_name_ru: left('Name in Russian', 'Names come from a source without conditions on passing them on.'),
      },
    },
  ],
  facts: { State: 220, ExternalCode: 1_182, Name: 220 },
  notes: 72,
};
