import { linkType } from '../define-type.ts';
import { inverse, link, oneOf } from '../field.ts';
import { followsRelation } from '../value-lists/claims-and-ties.ts';

export const follows = linkType('Follows', {
  singular: 'sequel',
  plural: 'sequels',
  one: 'sequel',
  many: 'sequels',
  prefix: 'fol',
  description: 'A later fact follows an earlier one: an exercise held after its announcement, an agreement that amends another.',
  labelled: '{later} follows {earlier}',
  fields: {
    later: link('Fact', 'Later', 'The fact that follows.', { required: true, cited: true, filterable: true, inverse: inverse('follows', 'Follows', 'The earlier facts that it follows.') }),
    earlier: link('Fact', 'Earlier', 'The fact that is followed.', { required: true, cited: true, filterable: true, inverse: inverse('followedBy', 'Followed by', 'The later facts that follow it.') }),
    relation: oneOf(followsRelation, 'How', 'How it follows.', { required: true, cited: true, filterable: true, sortable: true }),
  },
});
