import { linkType } from '../define-type.ts';
import { integer, inverse, link, oneOf, text } from '../field.ts';
import { participationRole } from '../value-lists/exercises.ts';

export const participation = linkType('Participation', {
  singular: 'participation',
  plural: 'participations',
  one: 'participation',
  many: 'participations',
  prefix: 'par',
  description: 'The role of an actor in an exercise, such as host, participant or observer.',
  labelTemplate: '{actor} in {exercise}',
  fields: {
    actor: link('Actor', 'Actor', 'The actor that has the role.', { required: true, cited: true, filterable: true, inverse: inverse('participations', 'Exercises', 'The exercises in which this actor has a role.') }),
    exercise: link('Exercise', 'Exercise', 'The exercise.', { required: true, cited: true, filterable: true, inverse: inverse('participations', 'Participants', 'The actors that have a role in the exercise.') }),
    role: oneOf(participationRole, 'Role', 'The role of the actor in the exercise.', { required: true, cited: true, filterable: true, sortable: true }),
    personnel: integer('Personnel', 'The number of people that the actor sent.', { cited: true, filterable: true, sortable: true, min: 0 }),
    forces: text('Forces', 'The units, ships or aircraft that the actor sent.', { cited: true }),
  },
  naturalKey: { ends: ['exercise', 'actor'], kind: ['role'] },
  carriedKeys: {
    exerciseStart: { through: 'exercise', field: 'start', label: 'Exercise start', description: 'The date on which the exercise starts.' },
  },
});
