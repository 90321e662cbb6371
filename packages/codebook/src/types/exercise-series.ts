import { recordType } from '../define-type.ts';
import { longText, text, uncertainDate } from '../field.ts';

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
    validity: uncertainDate('Held', 'The period over which exercises of the series have been held.', { cited: true, filterable: true, sortable: true }),
    summary: longText('Summary', 'What a reader should know of the series, in the desk’s own words.'),
  },
});
