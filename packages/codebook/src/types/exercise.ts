import { recordType } from '../define-type.ts';
import { inverse, link, longText, manyOf, oneOf, point, text, uncertainDate } from '../field.ts';
import { exerciseDomain, exerciseFocus, exerciseStatus, exerciseType } from '../value-lists/exercises.ts';

export const exercise = recordType('Exercise', {
  singular: 'exercise',
  plural: 'exercises',
  one: 'exercise',
  many: 'exercises',
  prefix: 'ex',
  description: 'A military exercise, announced or held. An announcement and the exercise that was held are two records, linked by a sequel.',
  labelTemplate: 'name',
  listedFields: ['status', 'start', 'end', 'exerciseType', 'domains', 'place', 'series'],
  fields: {
    name: text('Name', 'The name of the exercise, or a description if it has none.', { required: true, filterable: true, sortable: true, isName: true }),
    series: link('ExerciseSeries', 'Series', 'The series to which the exercise belongs.', { cited: true, filterable: true, inverse: inverse('exercises', 'Exercises', 'The exercises of the series.') }),
    status: oneOf(exerciseStatus, 'Status', 'Whether the exercise was announced, held, cancelled and so on.', { required: true, cited: true, filterable: true, sortable: true }),
    exerciseType: oneOf(exerciseType, 'Type', 'The kind of exercise.', { cited: true, filterable: true, sortable: true }),
    domains: manyOf(exerciseDomain, 'Domains', 'The domains in which the exercise is held, such as air or sea.', { cited: true, filterable: true }),
    focus: manyOf(exerciseFocus, 'Focus', 'What the exercise trains.', { cited: true, filterable: true }),
    start: uncertainDate('Start', 'The date on which the exercise starts.', { cited: true, filterable: true, sortable: true }),
    end: uncertainDate('End', 'The date on which the exercise ends.', { cited: true, filterable: true, sortable: true }),
    place: link('Place', 'Place', 'The place at which the exercise is held.', { cited: true, filterable: true, inverse: inverse('exercises', 'Exercises', 'The exercises held at the place.') }),
    location: text('Location as printed', 'The location of the exercise in the words of the source.'),
    position: point('Position', 'A point within the exercise area.'),
    summary: longText('Summary', 'What readers should know about the exercise, in the editors’ words.'),
  },
  datedBy: ['start'],
  nameRecurs: true,
  chronology: [['start', 'end']],
});
