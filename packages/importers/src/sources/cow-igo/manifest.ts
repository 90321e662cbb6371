import { type Manifest, notImported } from '../../manifest.ts';

const summary =
  'It summarizes the yearly file. The years of the organization are imported from “sdate” and “deaddate”.';
const purpose = 'The register has no field for broad purposes.';

export const manifest: Manifest = {
  key: 'cow-igo',
  title: 'Intergovernmental Organizations',
  publisher: 'Correlates of War Project',
  version: '3.0',
  citation:
    'Pevehouse, J., Nordstrom, T., McManus, R. & Jamison, A. 2020. Tracking organizations in the world: The Correlates of War IGO Version 3.0 datasets. Journal of Peace Research 57(3): 492-503.',
  doi: '10.1177/0022343319881175',
  licence: { terms: 'Free to use with citation of version and article.', republish: true },
  covers: [
    {
      kind: 'MEMBERSHIPS',
      dataSet: 'COW_IGO',
      population: 'Members of the system of states in the organizations of the Correlates of War',
      period: '1816/2014',
      completeness: 'COMPLETE',
      note: 'Up to 1965 memberships were observed every fifth year; the years between are filled in by the source.',
    },
  ],
  grade: { reliability: 'B', credibility: 2 },
  files: [
    {
      name: 'cow_igo_v3_organizations.csv',
      rows: 534,
      columns: {
        ioname: { meaning: 'Abbreviation' },
        ionum: { meaning: 'Number of the organization' },
        orgname: { meaning: 'Name as shortened by the source' },
        longorgname: { meaning: 'Full name' },
        sdate: { meaning: 'First year' },
        deaddate: { meaning: 'Last year; empty if the organization still existed in 2014' },
        dead: notImported('Whether the organization has ended', 'It follows from the last year.'),
        integrated: notImported('Whether the organization became part of another', 'The file does not say which one.'),
        replaced: notImported('Whether another organization took its place', 'The file does not say which one.'),
        igocode: notImported('Number in an earlier edition', 'No other file uses it.'),
        political: notImported('Whether the organization has a political purpose', purpose),
        social: notImported('Whether the organization has a social purpose', purpose),
        economic: notImported('Whether the organization has an economic purpose', purpose),
        first_year: notImported('First year of the yearly file', summary),
        last_year: notImported('Last year of the yearly file', summary),
        year_rows: notImported('Rows of the yearly file', summary),
      },
    },
    {
      name: 'cow_igo_v3_membership_spells.csv',
      rows: 19_042,
      columns: {
        ionum: { meaning: 'Number of the organization' },
        ioname: notImported('Abbreviation', 'The number identifies the organization.'),
        ccode: { meaning: 'Correlates of War number of the member' },
        status: { meaning: 'Status: 1 full, 2 associate, 3 observer' },
        start_year: { meaning: 'First year' },
        end_year: { meaning: 'Last year' },
        right_censored: { meaning: 'Whether the membership continued when the data ended, in 2014' },
      },
    },
  ],
  facts: { Organization: 534, ExternalCode: 534, Membership: 19_042 },
  notes: 0,
};
