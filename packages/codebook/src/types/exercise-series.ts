import { recordType } from '../define-type.ts';
import { longText, spell, text, uncertainDate } from '../field.ts';

export const exerciseSeries = recordType('ExerciseSeries', {
  singular: 'exercise series',
  plural: 'exercise series',
  one: 'exerciseSeries',
  many: 'exerciseSeriesList',
  prefix: 'ser',
  description: 'A series of exercises held under one name.',
  labelled: 'name',
  listed: ['validity'],
  fields: {
    name: text('Name', 'The name of the series.', { required: true, cited: true, filterable: true, sortable: true }),
    validity: spell('Held', 'The period over which exercises of the series have been held.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A time at which a source shows it to hold, where its start and end are not stated or it may have ended since.', { cited: true, filterable: true }),
    summary: longText('Summary', 'What a reader should know of the series, in the desk’s own words.'),
  },
});
