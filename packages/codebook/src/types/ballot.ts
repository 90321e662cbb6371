import { linkType } from '../define-type.ts';
import { inverse, link, oneOf } from '../field.ts';
import { ballotChoice } from '../value-lists/resolutions.ts';

export const ballot = linkType('Ballot', {
  singular: 'ballot',
  plural: 'ballots',
  one: 'ballot',
  many: 'ballots',
  prefix: 'bal',
  description: 'How one state voted on one resolution.',
  labelled: '{state} on {resolution}',
  fields: {
    resolution: link('Resolution', 'Resolution', 'On which resolution.', { required: true, cited: true, filterable: true, inverse: inverse('ballots', 'Ballots', 'How each state voted.') }),
    state: link('State', 'State', 'Which state.', { required: true, cited: true, filterable: true, inverse: inverse('ballots', 'Ballots', 'How it voted.') }),
    choice: oneOf(ballotChoice, 'Choice', 'How it voted.', { required: true, cited: true, filterable: true, sortable: true }),
  },
  carries: {
    resolutionDate: { through: 'resolution', field: 'date', label: 'Resolution date', description: 'When the resolution was put to the vote.' },
  },
});
