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
    asOf: uncertainDate('As of', 'A date on which, according to a source, the series was being held. Recorded if the source does not state both start and end.', { cited: true, filterable: true }),
    summary: longText('Summary', 'What readers should know about the series, in the editors’ words.'),
  },
});
