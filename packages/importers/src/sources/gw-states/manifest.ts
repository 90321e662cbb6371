import type { Manifest } from '../../manifest.ts';

export const manifest: Manifest = {
  key: 'gw-states',
  title: 'Independent states since 1816, microstates among them',
  publisher: 'Gleditsch & Ward',
  version: 'as in states 0.3.3',
  citation:
    'Gleditsch, K. S. & Ward, M. D. 1999. A revised list of independent states since the Congress of Vienna. International Interactions 25(4): 393-413.',
  doi: '10.1080/03050629908434958',
  licence: { terms: 'Free to use with citation.', republish: true },
  covers: [
    {
      kind: 'STATES',
      dataSet: 'GW_STATES',
      population: 'Independent states of Gleditsch and Ward',
      period: '1816/2017',
      completeness: 'COMPLETE',
    },
  ],
  grade: { reliability: 'B', credibility: 2 },
  files: [
    {
      name: 'gw_states.csv',
      rows: 239,
      columns: {
        gwcode: { meaning: 'Number of the state' },
        gwc: {
          meaning: 'Letters of the state',
          whyNotImported: 'The letters are not a code scheme; the number identifies the state.',
        },
        country_name: { meaning: 'Name of the state' },
        start: { meaning: 'First day of independence' },
        end: { meaning: 'Last day of independence; empty if the state was independent when the data ended' },
        microstate: {
          meaning: 'Whether the state is a microstate',
          whyNotImported: 'It depends on the method of the data set, not on the state.',
        },
        end_open: { meaning: 'Whether the state was independent when the data ended' },
      },
    },
  ],
  facts: { State: 225, ExternalCode: 239 },
  notes: 0,
};
