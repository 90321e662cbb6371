import { type Manifest, notImported } from '../../manifest.ts';

const flag = (of: string) => ({ meaning: `Whether ${of}: 1 yes, 0 no` });

export const manifest: Manifest = {
  key: 'mme',
  title: 'Multinational Military Exercises, 1980-2010',
  publisher: 'Harvard Dataverse',
  version: '7',
  citation: "D'Orazio, V. & Galambos, K. 2021. Multinational Military Exercises, 1980-2010. Harvard Dataverse.",
  doi: '10.7910/DVN/KHFODX',
  licence: { terms: 'Not stated where the file was found.', republish: false },
  covers: [
    {
      kind: 'EXERCISES',
      dataSet: 'MME',
      population: 'Military exercises of two states or more',
      period: '1980/2010',
      completeness: 'COMPLETE',
    },
  ],
  grade: { reliability: 'B', credibility: 3 },
  files: [
    {
      name: 'mme_v7_exercises.csv',
      rows: 3_707,
      columns: {
        row_no: { meaning: 'Row number, which the file of participants refers to' },
        MMEID: { meaning: 'Number of the exercise; three numbers are used for two exercises each' },
        Ex_Name: { meaning: 'Name; -9 if unknown' },
        Series_Name: { meaning: 'Series; empty if none' },
        Location: { meaning: 'Location in words; -9 if unknown' },
        lat: { meaning: 'Latitude' },
        lon: { meaning: 'Longitude' },
        start_iso: { meaning: 'First day, or the month' },
        end_iso: { meaning: 'Last day, or the month' },
        StartDate: notImported('First day as printed', 'It repeats the first day in another format.'),
        EndDate: notImported('Last day as printed', 'It repeats the last day in another format.'),
        CPX: flag('the exercise is a command post exercise'),
        Air: flag('air forces take part'),
        Land: flag('land forces take part'),
        Sea: flag('navies take part'),
        Amphibious: flag('the exercise is amphibious'),
        Cyber: flag('computer networks are part of the exercise'),
        Warfighting: flag('combat is trained'),
        Peacekeeping: flag('peacekeeping is trained'),
        Humanitarian: flag('humanitarian aid is trained'),
        FocusDescription: { meaning: 'Description of what is trained; -9 if unknown' },
        AdditionalParticipantInfo: notImported(
          'Participants that are not named one by one',
          '“8 NATO members” does not say which states. Only an editor can add them.',
        ),
      },
    },
    {
      name: 'mme_v7_participants.csv',
      rows: 13_679,
      columns: {
        row_no: { meaning: 'Row number of the exercise' },
        MMEID: notImported(
          'Number of the exercise',
          'The row number identifies the exercise; three of these numbers are used twice.',
        ),
        slot: notImported('Position in the list of participants', 'The order has no meaning.'),
        participant: { meaning: 'Name of the participant' },
      },
    },
  ],
  facts: { ExerciseSeries: 395, Exercise: 3_707, ExternalCode: 3_701, Participation: 13_661 },
  notes: 24,
};
