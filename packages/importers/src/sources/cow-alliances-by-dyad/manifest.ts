import type { Manifest } from '../../manifest.ts';

const owed = (what: string) => ({
  meaning: `Whether the two had an alliance of ${what} on any day of the year: 1 yes, 0 no`,
});

export const manifest: Manifest = {
  key: 'cow-alliances-by-dyad',
  title: 'Formal Alliances by dyad and year',
  publisher: 'Correlates of War Project',
  version: '4.1, as aggregated by peacesciencer',
  independenceGroup: 'cow-alliances',
  citation:
    'Gibler, D. M. 2009. International Military Alliances, 1648-2008. CQ Press; Miller, S. V. 2022. {peacesciencer}: An R package for quantitative peace science research. Conflict Management and Peace Science 39(6).',
  licence: {
    terms: 'Free to use with citation of version and article; found in a package under GPL-2.',
    republish: true,
  },
  covers: [
    {
      kind: 'OBLIGATIONS',
      dataSet: 'COW_ALLIANCES_BY_DYAD',
      population: 'Members of the system of states of the Correlates of War',
      period: '1816/2012',
      completeness: 'COMPLETE',
      note: 'The data set states years only: an obligation that holds on any day of a year counts for the whole year.',
    },
  ],
  grade: { reliability: 'B', credibility: 2 },
  files: [
    {
      name: 'cow_alliance_v4.1_directed_dyad_year.csv',
      rows: 120_784,
      columns: {
        ccode1: { meaning: 'Correlates of War number of the state that owes the obligations' },
        ccode2: { meaning: 'Correlates of War number of the state to which they are owed' },
        year: { meaning: 'Year; the years of a dyad are in ascending order' },
        cow_defense: owed('defence'),
        cow_neutral: owed('neutrality'),
        cow_nonagg: owed('non-aggression'),
        cow_entente: owed('consultation in a crisis (an entente)'),
      },
    },
  ],
  facts: { Obligation: 9_886 },
  notes: 10,
};
