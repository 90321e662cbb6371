import { type Manifest, notImported } from '../../manifest.ts';

const issue = (of: string) =>
  notImported(`Whether the resolution is about ${of}`, 'The register has no field for the issues of a vote.');

export const manifest: Manifest = {
  key: 'unga',
  title: 'United Nations General Assembly Voting Data',
  publisher: 'Harvard Dataverse',
  version: 'votes of 1946-2015 as of July 2016, later ones as of February 2021',
  citation:
    'Voeten, E., Strezhnev, A. & Bailey, M. 2009-. United Nations General Assembly Voting Data, hdl:1902.1/12379.',
  licence: { terms: 'CC0', republish: true },
  covers: [
    {
      kind: 'VOTES',
      dataSet: 'UNGA',
      population: 'Members of the United Nations',
      period: '1946/2020',
      completeness: 'COMPLETE',
      gaps: '{1964,2020}',
      note: 'There was no roll call in 1964, and the data end with the first of 2020. The files have no votes on 345 of the roll calls of 1997 to 2013, and from 2016 on they leave absences out.',
    },
  ],
  grade: { reliability: 'B', credibility: 2 },
  files: [
    {
      name: 'unga_roll_calls.csv',
      rows: 6_203,
      columns: {
        rcid: { meaning: 'Number of the roll call' },
        session_unvotes: { meaning: 'Session of the Assembly' },
        date: { meaning: 'Day of the vote' },
        cal_year: { meaning: 'Year of the vote' },
        unres_unvotes: { meaning: 'Symbol of the resolution' },
        amend: notImported('Whether an amendment was voted on', 'The title says so if it is known.'),
        para: notImported('Whether a paragraph was voted on', 'The title says so if it is known.'),
        short: { meaning: 'What the vote was about, in a few words' },
        descr: { meaning: 'What the vote was about, in a sentence' },
        me: issue('the Middle East'),
        nu: issue('nuclear weapons'),
        di: issue('disarmament'),
        hr: issue('human rights'),
        co: issue('colonialism'),
        ec: issue('economic development'),
        in_2015_votes: notImported(
          'Whether the first file of ballots has the roll call',
          'It follows from the ballots.',
        ),
      },
    },
    {
      name: 'unga_votes_1946_2015_ccode.csv',
      rows: 812_092,
      columns: {
        rcid: { meaning: 'Number of the roll call' },
        ccode: { meaning: 'Correlates of War number of the state' },
        vote: { meaning: '1 yes, 2 abstain, 3 no, 8 absent' },
      },
    },
    {
      name: 'unga_votes_2016_2020_iso2.csv',
      rows: 75_724,
      columns: {
        rcid: { meaning: 'Number of the roll call' },
        country: notImported('Name of the state', 'The code identifies the state.'),
        country_code: { meaning: 'ISO 3166-1 alpha-2 code of the state' },
        vote: { meaning: 'yes, no or abstain; absences are not in this file' },
      },
    },
  ],
  facts: { Resolution: 6_203, ExternalCode: 6_203, Ballot: 887_816 },
  notes: 0,
};
