import { type Manifest, notImported } from '../../manifest.ts';

const about = (what: string) => ({ meaning: `Whether the rivalry is about ${what}: 1 or empty` });
const unexplained = 'The package that contains the file does not explain this column.';

export const manifest: Manifest = {
  key: 'tss-rivalries',
  title: 'Strategic rivalries, 1494-2020',
  publisher: 'Thompson, Sakuwa & Suhas',
  version: 'as in peacesciencer 1.2.9',
  citation:
    'Thompson, W. R., Sakuwa, K. & Suhas, P. H. 2021. Analyzing Strategic Rivalries in World Politics. Springer.',
  licence: { terms: 'Free to use with citation; found in a package under GPL-2.', republish: true },
  covers: [
    {
      kind: 'RIVALRIES',
      population: 'States, as pairs of strategic rivals',
      period: '1494/2020',
      completeness: 'COMPLETE',
    },
  ],
  grade: { reliability: 'B', credibility: 3 },
  files: [
    {
      name: 'tss_rivalries.csv',
      rows: 264,
      columns: {
        tssr_id: { meaning: 'Number of the rivalry' },
        rivalry: { meaning: 'Names of the two rivals' },
        ccode1: { meaning: 'Correlates of War number of one rival' },
        ccode2: { meaning: 'Correlates of War number of the other' },
        start: { meaning: 'First year' },
        end: { meaning: 'Last year; 2020 if the rivalry continued when the data ended' },
        positional: about('position'),
        spatial: about('territory'),
        ideological: about('ideology'),
        interventionary: about('intervention'),
        principal: notImported('Whether the rivalry is a principal one', unexplained),
        aprin: notImported('Flag named aprin', unexplained),
      },
    },
  ],
  facts: { Claim: 264 },
  notes: 0,
};
