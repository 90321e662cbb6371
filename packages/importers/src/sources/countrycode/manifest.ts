import { type Manifest, notImported } from '../../manifest.ts';

const noScheme = 'The register does not have this code scheme.';

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
        regex_en: notImported('Pattern that finds its name in a text', 'It is a tool, not a fact.'),
        iso2c: { meaning: 'ISO 3166-1 alpha-2' },
        iso3c: { meaning: 'ISO 3166-1 alpha-3' },
        iso3n: notImported('ISO 3166-1 numeric', 'It is the same as M49 if there is a number in M49.'),
        cowc: notImported('Correlates of War letters', 'It is imported from that data set, for each spell.'),
        cown: { meaning: 'Correlates of War number' },
        cow_name: notImported('Name in Correlates of War', 'It is imported from that data set.'),
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
        eu28: notImported('Whether it was in the European Union of 28', 'Memberships are imported from other sources.'),
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
