import type { Manifest } from '../../manifest.ts';

const part = (of: string, unit: string) => ({ meaning: `${unit} of the ${of} of membership in the system` });

export const manifest: Manifest = {
  key: 'cow-states',
  title: 'State System Membership List',
  publisher: 'Correlates of War Project',
  version: '2016',
  citation: 'Correlates of War Project. 2017. State System Membership List, v2016.',
  licence: { terms: 'Free to use with citation of version and article.', republish: true },
  covers: [
    {
      kind: 'STATES',
      dataSet: 'COW_STATES',
      population: 'Members of the system of states of the Correlates of War',
      period: '1816/2016',
      completeness: 'COMPLETE',
    },
  ],
  grade: { reliability: 'B', credibility: 2 },
  files: [
    {
      name: 'cow_states_v2016.csv',
      rows: 243,
      columns: {
        stateabb: { meaning: 'Letters of the state' },
        ccode: { meaning: 'Number of the state' },
        statenme: { meaning: 'Name of the state' },
        styear: part('beginning', 'Year'),
        stmonth: part('beginning', 'Month'),
        stday: part('beginning', 'Day'),
        endyear: part('end', 'Year'),
        endmonth: part('end', 'Month'),
        endday: part('end', 'Day'),
        version: { meaning: 'Edition of the list' },
      },
    },
  ],
  facts: { State: 217, ExternalCode: 486 },
  notes: 0,
};
