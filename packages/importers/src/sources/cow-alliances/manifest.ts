import { type Manifest, notImported } from '../../manifest.ts';

const part = (of: string, unit: string) => ({ meaning: `${unit} ${of}` });
const began = 'of the day on which the alliance began, which is the day of signature (NATO 1949-04-04)';
const ended = 'of the day on which the alliance ended; empty if it was in force when the data ended';
const joined = 'of the first day of membership';
const departed = 'of the last day of membership; empty if the state was a member when the data ended';
const owes = (what: string) => ({
  meaning: `Whether the member owes the others ${what}: 1 yes, 0 no, empty unknown`,
});

export const manifest: Manifest = {
  key: 'cow-alliances',
  title: 'Formal Alliances',
  publisher: 'Correlates of War Project',
  version: '4.1',
  citation: 'Gibler, D. M. 2009. International Military Alliances, 1648-2008. CQ Press.',
  licence: { terms: 'Free to use with citation of version and article.', republish: true },
  covers: [
    {
      kind: 'OBLIGATIONS',
      dataSet: 'COW_ALLIANCES',
      population: 'Members of the system of states of the Correlates of War',
      period: '1816/2012',
      completeness: 'COMPLETE',
    },
  ],
  grade: { reliability: 'B', credibility: 2 },
  files: [
    {
      name: 'cow_alliance_v4.1_by_member.csv',
      rows: 1_221,
      columns: {
        version4id: { meaning: 'Number of the alliance' },
        ccode: { meaning: 'Correlates of War number of the member' },
        state_name: notImported('Name of the member', 'Titles use the names of states in the register.'),
        all_st_day: part(began, 'Day'),
        all_st_month: part(began, 'Month'),
        all_st_year: part(began, 'Year'),
        all_end_day: part(ended, 'Day'),
        all_end_month: part(ended, 'Month'),
        all_end_year: part(ended, 'Year'),
        ss_type: { meaning: 'Type of the alliance, by the strongest obligation of any member' },
        mem_st_day: part(joined, 'Day'),
        mem_st_month: part(joined, 'Month'),
        mem_st_year: part(joined, 'Year'),
        mem_end_day: part(departed, 'Day'),
        mem_end_month: part(departed, 'Month'),
        mem_end_year: part(departed, 'Year'),
        left_censor: { meaning: 'Whether the state was a member when the data began, in 1816' },
        right_censor: { meaning: 'Whether the state was a member when the data ended, in 2012' },
        defense: owes('defence'),
        neutrality: owes('neutrality'),
        nonaggression: owes('non-aggression'),
        entente: owes('consultation in a crisis (an entente)'),
        version: { meaning: 'Edition of the data' },
      },
    },
  ],
  facts: { Agreement: 414, ExternalCode: 414, Obligation: 13_115 },
  notes: 3,
};
