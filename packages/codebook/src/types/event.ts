import { recordType } from '../define-type.ts';
import { code, integer, inverse, link, longText, manyOf, number, oneOf, text, uncertainDate } from '../field.ts';
import { eventAuxiliary, eventCategory, eventContext, eventMode } from '../value-lists/events.ts';

export const event = recordType('Event', {
  singular: 'event',
  plural: 'events',
  one: 'event',
  many: 'events',
  prefix: 'ev',
  description: 'Something that one actor is reported to have done to another on a day, or that actors did together. All reports of the same act are citations of one event.',
  labelTemplate: 'title',
  listedFields: ['date', 'category', 'modes', 'cameoCode', 'place', 'forum'],
  fields: {
    title: text('What was done', 'The act in one sentence, in the editors’ words.', { required: true, filterable: true, sortable: true, isName: true }),
    category: oneOf(eventCategory, 'Category', 'The PLOVER category of the act.', { required: true, cited: true, filterable: true, sortable: true }),
    modes: manyOf(eventMode, 'Modes', 'The PLOVER modes of the act.', { filterable: true }),
    contexts: manyOf(eventContext, 'Contexts', 'The PLOVER contexts of the act.', { filterable: true }),
    auxiliary: manyOf(eventAuxiliary, 'Auxiliary', 'Marks an event that did not simply happen on its date, such as a hypothetical or future one.', { filterable: true }),
    cameoCode: code('CAMEO code', 'The CAMEO code of the act as a string of digits (“0311”).', { filterable: true, sortable: true, pattern: /^[0-2][0-9]{1,3}$/ }),
    scoreOverride: number('Score override', 'A score on Goldstein’s scale, set by an editor if the score of the code does not fit the act.', { cited: true, min: -10, max: 10 }),
    date: uncertainDate('Date', 'The date of the act.', { cited: true, filterable: true, sortable: true }),
    place: link('Place', 'Place', 'The place of the act.', { cited: true, filterable: true, inverse: inverse('events', 'Events', 'The events at this place.') }),
    count: integer('Count', 'The number of similar acts that the record represents, if a source gives only a number.', { cited: true, min: 1 }),
    exercise: link('Exercise', 'Exercise', 'The exercise that the act concerns.', { filterable: true, inverse: inverse('events', 'Events', 'The events that concern the exercise.') }),
    measure: link('PolicyMeasure', 'Policy measure', 'The policy measure that the act concerns.', { apiName: 'policyMeasure', filterable: true, inverse: inverse('events', 'Events', 'The events that concern the policy measure.') }),
    forum: link('Organization', 'Forum', 'The organization within which the act took place.', { filterable: true, inverse: inverse('events', 'Events', 'The events within the organization.') }),
    summary: longText('Summary', 'What readers should know about the event, in the editors’ words.'),
  },
  datedBy: ['date'],
  nameRecurs: true,
});
