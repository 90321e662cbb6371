import { linkType } from '../define-type.ts';
import { inverse, link, oneOf } from '../field.ts';
import { eventRole } from '../value-lists/events.ts';

export const eventActor = linkType('EventActor', {
  singular: 'event actor',
  plural: 'event actors',
  one: 'eventActor',
  many: 'eventActors',
  prefix: 'ea',
  description: 'Somebody stands on one side of an event, as actor or recipient.',
  labelled: '{agent} in {event}',
  fields: {
    event: link('Event', 'Event', 'In which event.', { required: true, cited: true, filterable: true, inverse: inverse('actors', 'Actors and recipients', 'Who did it, and to or with whom.') }),
    agent: link('Agent', 'Who', 'The state, organization or person.', { required: true, cited: true, filterable: true, inverse: inverse('eventRoles', 'Events', 'The events in which it is actor or recipient.') }),
    role: oneOf(eventRole, 'Role', 'On which side.', { required: true, cited: true, filterable: true, sortable: true }),
  },
  carries: {
    eventDate: { through: 'event', field: 'date', label: 'Event date', description: 'When the event took place.' },
  },
});
