import { linkType } from '../define-type.ts';
import { inverse, link, oneOf, uncertainDate } from '../field.ts';
import { codeScheme } from '../value-lists/codes.ts';
import { stateRelationType } from '../value-lists/states.ts';

const relations = inverse('relations', 'Succession', 'How the state follows from others, and others from it.');

export const stateRelation = linkType('StateRelation', {
  singular: 'state relation',
  plural: 'state relations',
  one: 'stateRelation',
  many: 'stateRelations',
  prefix: 'sr',
  description: 'How one state follows from another: succession, continuity, separation, union.',
  labelled: '{from} – {to}: {relationType}',
  fields: {
    from: link('State', 'State', 'The state of which it is said.', { required: true, cited: true, filterable: true, inverse: relations }),
    to: link('State', 'Other state', 'The state from which it follows, or into which it merges.', { required: true, cited: true, filterable: true, inverse: relations }),
    relationType: oneOf(stateRelationType, 'Relation', 'How it follows.', { required: true, cited: true, filterable: true, sortable: true }),
    date: uncertainDate('Date', 'When it took place.', { cited: true, filterable: true, sortable: true }),
    scheme: oneOf(codeScheme, 'Scheme', 'The scheme that sees it so, where schemes disagree.', { cited: true, filterable: true }),
  },
});
