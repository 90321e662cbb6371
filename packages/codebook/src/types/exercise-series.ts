import { recordType } from '../define-type.ts';
import { longText, spell, text, uncertainDate } from '../field.ts';

export const exerciseSeries = recordType('ExerciseSeries', {
  singular: 'exercise series',
  plural: 'exercise series',
  one: 'exerciseSeries',
  many: 'exerciseSeriesList',
  prefix: 'ser',
  description: 'A series of exercises with a common name.',
  labelTemplate: 'name',
  listedFields: ['validity'],
  fields: {
    name: text('Name', 'The name of the series.', { required: true, cited: true, filterable: true, sortable: true, isName: true }),
    validity: spell('Period', 'The period in which exercises of the series have been held.', { cited: true, filterable: true, sortable: true }),
    asOf: uncertainDate('As of', 'A date on which it held according to a source. Used where start and end are not stated, or where it may have ended since.', { cited: true, filterable: true }),
    summary: longText('Summary', 'What readers should know about the series, in the editors’ words.'),
  },
});
