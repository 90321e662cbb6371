import { recordType } from '../define-type.ts';
import { code, integer, inverse, link, longText, manyOf, number, oneOf, text, uncertainDate } from '../field.ts';
import { eventAuxiliary, eventCategory, eventContext, eventMode } from '../value-lists/events.ts';

export const event = recordType('Event', {
  singular: 'event',
  plural: 'events',
  one: 'event',
  many: 'events',
  prefix: 'ev',
  description: 'Something that was done, once, by actors to recipients or by actors together; reports of one act are citations of one event.',
  labelled: 'title',
  listed: ['date', 'category', 'modes', 'cameoCode', 'place', 'forum'],
  fields: {
    title: text('What was done', 'The act in a sentence, in the desk’s own words.', { required: true, filterable: true, sortable: true }),
    category: oneOf(eventCategory, 'Category', 'The PLOVER category of the act.', { required: true, cited: true, filterable: true, sortable: true }),
    modes: manyOf(eventMode, 'Modes', 'How it was done.', { filterable: true }),
    contexts: manyOf(eventContext, 'Contexts', 'What it was about.', { filterable: true }),
    auxiliary: manyOf(eventAuxiliary, 'Auxiliary', 'What keeps it from being a plain act of its date.', { filterable: true }),
    cameoCode: code('CAMEO code', 'The CAMEO code of the act, digits kept as a string (“0311”).', { filterable: true, sortable: true, pattern: /^[0-2][0-9]{1,3}$/ }),
    scoreOverride: number('Score override', 'A score on Goldstein’s scale set by an editor where the score of the code misstates the act.', { cited: true, min: -10, max: 10 }),
    date: uncertainDate('Date', 'When it was done.', { cited: true, filterable: true, sortable: true }),
    place: link('Place', 'Place', 'Where it was done.', { cited: true, filterable: true, inverse: inverse('events', 'Events', 'The events at the place.') }),
    count: integer('Count', 'How many like acts the record stands for, where a source gives a number only.', { cited: true, min: 1 }),
    exercise: link('Exercise', 'Exercise', 'The exercise that the act concerns.', { filterable: true, inverse: inverse('events', 'Events', 'The events that concern the exercise.') }),
    measure: link('PolicyMeasure', 'Measure', 'The measure that the act concerns.', { filterable: true, inverse: inverse('events', 'Events', 'The events that concern the measure.') }),
    forum: link('Organization', 'Forum', 'The organization within which it was done.', { filterable: true, inverse: inverse('events', 'Events', 'The events within the organization.') }),
    summary: longText('Summary', 'What a reader should know of the event, in the desk’s own words.'),
  },
});
