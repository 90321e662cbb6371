import { linkType } from '../define-type.ts';
import { inverse, link, oneOf } from '../field.ts';
import { followsRelation } from '../value-lists/sequels.ts';

export const follows = linkType('Follows', {
  singular: 'sequel',
  plural: 'sequels',
  one: 'sequel',
  many: 'sequels',
  prefix: 'fol',
  description: 'A later fact follows an earlier one: an exercise held after its announcement, an agreement that amends another.',
  labelTemplate: '{later} follows {earlier}',
  fields: {
    later: link('Fact', 'Later', 'The later fact.', { required: true, cited: true, filterable: true, inverse: inverse('follows', 'Follows', 'The earlier facts that this fact follows.') }),
    earlier: link('Fact', 'Earlier', 'The earlier fact.', { required: true, cited: true, filterable: true, inverse: inverse('followedBy', 'Followed by', 'The later facts that follow this fact.') }),
    relation: oneOf(followsRelation, 'Relation', 'How the later fact follows the earlier one.', { required: true, cited: true, filterable: true, sortable: true }),
  },
  naturalKey: { ends: ['later', 'earlier'], kind: ['relation'] },
});
