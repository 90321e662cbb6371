import { linkType } from '../define-type.ts';
import { inverse, link, oneOf } from '../field.ts';
import { eventRole } from '../value-lists/events.ts';

export const eventActor = linkType('EventActor', {
  singular: 'event actor',
  plural: 'event actors',
  one: 'eventActor',
  many: 'eventActors',
  prefix: 'ea',
  description: 'A state, organization or person that takes part in an event as actor or recipient.',
  labelTemplate: '{agent} in {event}',
  fields: {
    event: link('Event', 'Event', 'The event.', { required: true, cited: true, filterable: true, inverse: inverse('actors', 'Actors and recipients', 'The actors and recipients of the event.') }),
    agent: link('Agent', 'Agent', 'The state, organization or person that takes part.', { required: true, cited: true, filterable: true, inverse: inverse('eventRoles', 'Events', 'The events in which this agent is an actor or recipient.') }),
    role: oneOf(eventRole, 'Role', 'Whether the agent is an actor or a recipient in the event.', { required: true, cited: true, filterable: true, sortable: true }),
  },
  naturalKey: { ends: ['event', 'agent'], kind: ['role'] },
  carriedKeys: {
    eventDate: { through: 'event', field: 'date', label: 'Event date', description: 'The date of the event.' },
  },
});
