import { type Manifest, notImported } from '../../manifest.ts';

const noScheme = 'The register does not have this code scheme.';

export const manifest: Manifest = {
  key: 'countrycode',
  title: 'countrycode: codes of states in several schemes',
  publisher: 'Arel-Bundock, Enevoldsen & Yetman',
  version: '1.8.0',
  citation:
    'Arel-Bundock, V., Enevoldsen, N. & Yetman, C. J. 2018. countrycode: An R package to convert country names and country codes. Journal of Open Source Software 3(28): 848.',
  doi: '10.21105/joss.00848',
  licence: { terms: 'GPL-3: copies and derived works must be passed on under the same terms.', republish: true },
  covers: [
    {
      kind: 'STATES',
      population: 'States with a number of Correlates of War or of Gleditsch and Ward',
      period: '1816/2025',
      completeness: 'SAMPLE',
      note: 'The data set lists each state with one code per scheme, and does not say in which period the code applies.',
    },
  ],
  grade: { reliability: 'B', credibility: 2 },
  files: [
    {
      name: 'country_codes_countrycode.csv',
      rows: 292,
      columns: {
        country_name_en: { meaning: 'Name of the state or territory in common use in English' },
        regex_en: notImported('Pattern that finds the name of the state in a text', 'It is a tool, not a fact.'),
        iso2c: { meaning: 'ISO 3166-1 alpha-2' },
        iso3c: { meaning: 'ISO 3166-1 alpha-3' },
        iso3n: notImported('ISO 3166-1 numeric', 'It is the same number as M49 wherever M49 has one.'),
        cowc: notImported(
          'Correlates of War letters',
          'They are imported from the data of Correlates of War, for each spell.',
        ),
        cown: { meaning: 'Correlates of War number' },
        cow_name: notImported('Name in Correlates of War', 'It is imported from the data of Correlates of War.'),
        gwc: notImported(
          'Gleditsch-Ward letters',
          'The letters are not a code scheme; the number identifies the state.',
        ),
        gwn: { meaning: 'Gleditsch-Ward number' },
        p5n: notImported('Polity 5 number', noScheme),
        vdem: { meaning: 'V-Dem number' },
        un: { meaning: 'M49, without leading zeros' },
        fips: notImported('FIPS 10-4', noScheme),
        wb: notImported('World Bank letters', noScheme),
        continent: notImported('Continent', 'The register has no field for continents.'),
        region: notImported('Region of the World Bank', 'The register has no field for regions.'),
        eu28: notImported(
          'Whether the state was in the European Union of 28 members',
          'Memberships are imported from other sources.',
        ),
        country_name_ru: notImported(
          'Name in Russian',
          'Names are imported from a source that allows redistribution without conditions.',
        ),
      },
    },
  ],
  facts: { State: 220, ExternalCode: 1_182, Name: 220 },
  notes: 72,
};
