import { recordType } from '../define-type.ts';
import { inverse, link, longText, manyOf, oneOf, point, text, uncertainDate } from '../field.ts';
import { exerciseDomain, exerciseFocus, exerciseStatus, exerciseType } from '../value-lists/exercises.ts';

export const exercise = recordType('Exercise', {
  singular: 'exercise',
  plural: 'exercises',
  one: 'exercise',
  many: 'exercises',
  prefix: 'ex',
  description: 'A military exercise, announced or held. That an announced exercise was held is a record of its own, which follows the announcement.',
  labelled: 'name',
  listed: ['status', 'start', 'end', 'exerciseType', 'domains', 'place', 'series'],
  fields: {
    name: text('Name', 'The name of the exercise, or what it is where it has none.', { required: true, filterable: true, sortable: true }),
    series: link('ExerciseSeries', 'Series', 'The series to which it belongs.', { cited: true, filterable: true, inverse: inverse('exercises', 'Exercises', 'The exercises of the series.') }),
    status: oneOf(exerciseStatus, 'Status', 'Whether it was announced, held, cancelled and so on.', { required: true, cited: true, filterable: true, sortable: true }),
    exerciseType: oneOf(exerciseType, 'Type', 'What kind of exercise it is.', { cited: true, filterable: true, sortable: true }),
    domains: manyOf(exerciseDomain, 'Domains', 'In which domains it is held.', { cited: true, filterable: true }),
    focus: manyOf(exerciseFocus, 'Focus', 'What it trains.', { cited: true, filterable: true }),
    start: uncertainDate('Start', 'When it starts.', { cited: true, filterable: true, sortable: true }),
    end: uncertainDate('End', 'When it ends.', { cited: true, filterable: true, sortable: true }),
    place: link('Place', 'Place', 'Where it is held.', { cited: true, filterable: true, inverse: inverse('exercises', 'Exercises', 'The exercises held at the place.') }),
    location: text('Location as printed', 'Where it is held, in the words of the source.'),
    position: point('Position', 'A point within the exercise area.'),
    summary: longText('Summary', 'What a reader should know of the exercise, in the desk’s own words.'),
  },
  chronology: [['start', 'end']],
});
