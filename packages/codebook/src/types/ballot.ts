import { linkType } from '../define-type.ts';
import { inverse, link, oneOf } from '../field.ts';
import { ballotChoice } from '../value-lists/resolutions.ts';

export const ballot = linkType('Ballot', {
  singular: 'ballot',
  plural: 'ballots',
  one: 'ballot',
  many: 'ballots',
  prefix: 'bal',
  description: 'The choice of one state in the roll call on one resolution.',
  labelTemplate: '{state} on {resolution}',
  fields: {
    resolution: link('Resolution', 'Resolution', 'The resolution that was voted on.', { required: true, cited: true, filterable: true, inverse: inverse('ballots', 'Ballots', 'The ballots of states on the resolution.') }),
    state: link('State', 'State', 'The state that voted.', { required: true, cited: true, filterable: true, inverse: inverse('ballots', 'Ballots', 'The ballots of the state on resolutions.') }),
    choice: oneOf(ballotChoice, 'Choice', 'How the state voted.', { required: true, cited: true, filterable: true, sortable: true }),
  },
  naturalKey: { ends: ['resolution', 'state'], kind: [] },
  carriedKeys: {
    resolutionDate: { through: 'resolution', field: 'date', label: 'Resolution date', description: 'The date of the vote on the resolution.' },
  },
});
