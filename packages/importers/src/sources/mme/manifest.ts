import { left, type Manifest } from '../../manifest.ts';

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
        row_no: { meaning: 'Number of the row, by which participants point at it' },
        MMEID: { meaning: 'Number of the exercise; three stand for two exercises each' },
        Ex_Name: { meaning: 'Name, -9 where none is known' },
        Series_Name: { meaning: 'Series, empty where it belongs to none' },
        Location: { meaning: 'Where, in words, -9 where it is not known' },
        lat: { meaning: 'Latitude' },
        lon: { meaning: 'Longitude' },
        start_iso: { meaning: 'First day, or its month' },
        end_iso: { meaning: 'Last day, or its month' },
        StartDate: left('First day as printed', 'It is the first day in another form.'),
        EndDate: left('Last day as printed', 'It is the last day in another form.'),
        CPX: flag('it is a command post exercise'),
        Air: flag('air forces exercise'),
        Land: flag('land forces exercise'),
        Sea: flag('navies exercise'),
        Amphibious: flag('it is amphibious'),
        Cyber: flag('networks are part of it'),
        Warfighting: flag('combat is trained'),
        Peacekeeping: flag('peacekeeping is trained'),
        Humanitarian: flag('humanitarian aid is trained'),
        FocusDescription: { meaning: 'What it trains, in words, -9 where it is not known' },
        AdditionalParticipantInfo: left(
          'Participants that are not named one by one',
          '“8 NATO members” names nobody: whom it means is for an editor to say.',
        ),
      },
    },
    {
      name: 'mme_v7_participants.csv',
      rows: 13_679,
      columns: {
        row_no: { meaning: 'Number of the row of the exercise' },
        MMEID: left('Number of the exercise', 'The row tells the exercise; three numbers stand for two each.'),
        slot: left('Place in the list of participants', 'The order says nothing.'),
        participant: { meaning: 'Name of the participant' },
      },
    },
  ],
  facts: { ExerciseSeries: 395, Exercise: 3_707, ExternalCode: 3_701, Participation: 13_661 },
  notes: 24,
};
