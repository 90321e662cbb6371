import { linkType } from '../define-type.ts';
import { integer, inverse, link, oneOf, text } from '../field.ts';
import { participationRole } from '../value-lists/exercises.ts';

export const participation = linkType('Participation', {
  singular: 'participation',
  plural: 'participations',
  one: 'participation',
  many: 'participations',
  prefix: 'par',
  description: 'An actor takes part in an exercise, in some role.',
  labelled: '{actor} in {exercise}',
  fields: {
    actor: link('Actor', 'Actor', 'Who takes part.', { required: true, cited: true, filterable: true, inverse: inverse('participations', 'Exercises', 'The exercises in which it takes part.') }),
    exercise: link('Exercise', 'Exercise', 'In which exercise.', { required: true, cited: true, filterable: true, inverse: inverse('participations', 'Participants', 'Those who take part, with their roles.') }),
    role: oneOf(participationRole, 'Role', 'In what role.', { required: true, cited: true, filterable: true, sortable: true }),
    personnel: integer('Personnel', 'How many persons it sent.', { cited: true, filterable: true, sortable: true, min: 0 }),
    forces: text('Forces', 'The units, ships or aircraft it sent.', { cited: true }),
  },
  carries: {
    exerciseStart: { through: 'exercise', field: 'start', label: 'Exercise start', description: 'When the exercise starts.' },
  },
});
